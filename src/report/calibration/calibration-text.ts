import type { Calibration } from "../../calibrate/calibrate.ts";
import { historySpan } from "../../calibrate/history-span.ts";
import { escapedText } from "../../engine/shown-text.ts";
import { type Emphasis, noEmphasis } from "../emphasis.ts";
import { shownName } from "../visible-width.ts";
import { listLines, wrappedLines } from "../wrapped-lines.ts";
import { calibrationRows } from "./calibration-rows.ts";
import { calibrationTable } from "./calibration-table.ts";
import { cautions } from "./cautions.ts";
import { deliverySentences } from "./delivery-sentences.ts";
import { offerSentences } from "./offer-sentences.ts";
import { volumeSentences } from "./volume-sentences.ts";

/** A calibration for a terminal: the figures as a table, what they say, what they cannot tell, and what an offer asks. */
export function calibrationText(
  name: string,
  calibration: Calibration,
  width: number,
  emphasis: Emphasis = noEmphasis,
): string {
  const points = (sentences: readonly string[]) =>
    sentences.flatMap((sentence) => listLines("· ", fixedPercents(escapedText(sentence)), width));
  const hasOutcomes = calibration.stages.some(({ fit }) => fit);
  const lines = [
    ...wrappedLines(`What ${shownName(name)} says`, width).map(emphasis.bold),
    ...wrappedLines(`${historySpan(calibration.history)}.`, width).map(emphasis.dim),
    "",
    ...calibrationTable(calibrationRows(calibration), width, emphasis),
    ...(hasOutcomes
      ? wrappedLines(
          "* people who have had the time, those who have had part of it counted in part",
          width,
        ).map(emphasis.dim)
      : []),
    "",
    emphasis.bold("What it means"),
    ...points([...volumeSentences(calibration), ...deliverySentences(calibration)]),
  ];
  const careful = cautions(calibration);
  if (careful.length > 0) lines.push("", emphasis.bold("What to be careful about"), ...points(careful));
  lines.push("", emphasis.bold("For your offer"), ...points(offerSentences(calibration)));
  return `${lines.join("\n")}\n`;
}

function fixedPercents(text: string): string {
  return text.replaceAll(/(\d) %/g, "$1\u00a0%");
}
