import type { CheckedScenario } from "../sim/check-scenario.ts";
import { type JudgedFigure, rankedFigures, reachOf } from "./judged-figures.ts";
import { shownEstimate } from "./shown-estimate.ts";
import { cutToWidth, shownName } from "./visible-width.ts";
import { listLines, wrappedLines } from "./wrapped-lines.ts";

const mostShown = 8;

/** The judged figures that matter most, as lines for a terminal; all of them where they were not ranked. */
export function judgedLines(
  checked: CheckedScenario,
  judged: readonly JudgedFigure[] | undefined,
  width: number,
): string[] {
  const figures = rankedFigures(checked, judged);
  if (figures.length === 0) return ["No figure of this scenario is a judgement."];
  const isRanked = figures.some((figure) => reachOf(figure) > 0);
  const opening = isRanked
    ? "The judged figures that matter most"
    : "The figures that are judgements (no source settles them)";
  const shown = figures.slice(0, isRanked ? mostShown : figures.length);
  const left = figures.length - shown.length;
  return [
    ...wrappedLines(`${opening}:`, width),
    ...shown.flatMap((figure) =>
      isRanked
        ? listLines("  · ", judgedSentence(figure), width)
        : [cutToWidth(`  · ${judgedSentence(figure)}`, width)],
    ),
    ...(left > 0 ? wrappedLines(`  and ${left} more, in the report.`, width) : []),
  ];
}

/** One judged figure in a sentence: where it stands, why it was chosen, how far the answer moves with it. */
export function judgedSentence(figure: JudgedFigure): string {
  const { path, note, low, high, metric, unit } = figure;
  const because = note === "" ? "" : `: ${shownName(note)}`;
  if (low === null || high === null) return `${path}${because}`;
  const text = (value: number) => shownEstimate({ value, se: null, low: null, high: null, unit }).text;
  const effect = `${shownName(metric)} ${text(low)} at its low end, ${text(high)} at its high end`;
  return `${path}${because} (${effect})`;
}
