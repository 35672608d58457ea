import { type Emphasis, noEmphasis } from "./emphasis.ts";
import type { SolutionAbout } from "./solution-about.ts";
import { solutionSentences } from "./solution-sentences.ts";
import { shownName } from "./visible-width.ts";
import { wrappedLines } from "./wrapped-lines.ts";

/** A solution in a few paragraphs, under the names of the scenario and the terms. */
export function solutionText(about: SolutionAbout, width: number, emphasis: Emphasis = noEmphasis): string {
  const lines = [
    ...wrappedLines(shownName(about.scenario.title), width).map(emphasis.bold),
    ...wrappedLines(`Terms: ${shownName(about.policy.title)}.`, width).map(emphasis.dim),
    ...solutionSentences(about).flatMap((paragraph) => ["", ...wrappedLines(paragraph, width)]),
  ];
  return `${lines.join("\n")}\n`;
}
