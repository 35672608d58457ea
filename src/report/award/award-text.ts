import type { BoundRequirement } from "../../award/bound-requirement.ts";
import type { Round } from "../../award/judge-round.ts";
import { poundsWords } from "../../engine/words/value-words.ts";
import { type Emphasis, noEmphasis } from "../emphasis.ts";
import { shownName } from "../visible-width.ts";
import { listLines, wrappedLines } from "../wrapped-lines.ts";
import type { RoundWarnings } from "./award-json.ts";
import { awardSentences } from "./award-sentences.ts";
import { awardTable } from "./award-table.ts";
import { marksWords } from "./marks-words.ts";

/** A round for a terminal: ranking with marks by criterion, awards, offers left out and why, ties, and what to doubt. */
export function awardText(
  bound: BoundRequirement,
  round: Round,
  warnings: RoundWarnings,
  width: number,
  emphasis: Emphasis = noEmphasis,
): string {
  const { requirement } = bound;
  const { ranking } = round;
  const said = awardSentences(bound, round, warnings);
  const section = (title: string, items: readonly string[]) =>
    items.length === 0
      ? []
      : ["", emphasis.bold(title), ...items.flatMap((item) => listLines("  · ", item, width))];
  const lines = [
    ...wrappedLines(shownName(requirement.title), width).map(emphasis.bold),
    ...wrappedLines(
      `${shownName(requirement.commissioner.name)}, ${ranking.length} ${ranking.length === 1 ? "offer" : "offers"}, budget ${poundsWords(requirement.budget * 100)}, ${marksWords(requirement.marks * 100)} marks in all.`,
      width,
    ).map(emphasis.dim),
    "",
    ...awardTable(bound, round, width, emphasis),
    "",
    ...wrappedLines(said.award, width),
    ...section("Passed over", said.passedOver),
    ...section("Left out", said.leftOut),
    ...section("Asked to explain (nobody is left out for it)", said.asked),
    ...section("Ties", said.ties),
    ...section("What to doubt", said.doubts),
  ];
  return `${lines.join("\n")}\n`;
}
