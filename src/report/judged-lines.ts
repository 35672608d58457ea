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
  const leading = figures[0]!;
  const isRanked = reachOf(leading) > 0;
  const opening = isRanked
    ? `The judged figures that matter most, each held at a low and a high end, and ${shownName(leading.metric)} there`
    : "The figures that are judgements (no source settles them)";
  const shown = figures.slice(0, isRanked ? mostShown : figures.length);
  const left = figures.length - shown.length;
  return [
    ...wrappedLines(`${opening}:`, width),
    ...shown.flatMap((figure) =>
      isRanked
        ? listLines("  · ", effectSentence(figure), width)
        : [cutToWidth(`  · ${judgedSentence(figure)}`, width)],
    ),
    ...(left > 0 ? listLines("  ", `and ${left} more, in the report.`, width) : []),
  ];
}

/** Where a figure stands, how far the answer moves with it, and why it was chosen. */
function effectSentence(figure: JudgedFigure): string {
  const { path, note } = figure;
  if (figure.low === null && figure.high === null) return judgedSentence(figure);
  return `${path}: ${endsOf(figure)}${note === "" ? "" : `. ${shownName(note)}`}`;
}

function endsOf({ low, high, unit, survives }: JudgedFigure): string {
  const text = (value: number | null) => shownEstimate({ value, se: null, low: null, high: null, unit }).text;
  const choice =
    survives === undefined
      ? ""
      : survives
        ? "; the choice stands at both ends"
        : "; at one end another policy is better";
  return `${text(low)} to ${text(high)}${choice}`;
}

/** One judged figure in a sentence of its own: where it stands, why it was chosen, how far the answer moves with it. */
export function judgedSentence(figure: JudgedFigure): string {
  const { path, note, low, high, metric } = figure;
  const because = note === "" ? "" : `: ${shownName(note)}`;
  if (low === null || high === null) return `${path}${because}`;
  return `${path}${because} (${shownName(metric)} from its low to its high end: ${endsOf(figure)})`;
}
