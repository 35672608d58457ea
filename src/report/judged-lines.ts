import type { CheckedScenario } from "../sim/check-scenario.ts";
import { figureWords } from "./figure-words.ts";
import { type JudgedFigure, type JudgedRanking, rankedFigures } from "./judged-figures.ts";
import { endsWords, rankingWords, whenDoubledWords } from "./judged-words.ts";
import { cutToWidth, shownName } from "./visible-width.ts";
import { listLines, wrappedLines } from "./wrapped-lines.ts";

const mostShown = 8;

/** The judged figures that matter most, as lines for a terminal; all of them where they were not ranked. */
export function judgedLines(
  checked: CheckedScenario,
  ranking: JudgedRanking | undefined,
  width: number,
): string[] {
  const figures = rankedFigures(checked, ranking);
  if (figures.length === 0) return ["No figure of this scenario is a judgement."];
  const named = (figure: JudgedFigure) =>
    `${shownName(figureWords(checked.scenario, figure.path))} [${shownName(figure.path)}]`;
  const noted = ({ note }: JudgedFigure) => (note === "" ? "" : shownName(note));
  if (ranking === undefined) {
    return [
      ...wrappedLines("The figures that are judgements (no source settles them):", width),
      ...figures.map((figure) =>
        cutToWidth(`  · ${named(figure)}${noted(figure) === "" ? "" : `: ${noted(figure)}`}`, width),
      ),
    ];
  }
  const shown = figures.slice(0, mostShown);
  const left = figures.length - shown.length;
  return [
    "The judged figures that matter most",
    ...rankingWords(ranking).flatMap((words) => wrappedLines(words, width)),
    ...shown.flatMap((figure) => {
      const ends = figure.ends === undefined ? "not tried" : endsWords(figure);
      const doubled = figure.whenDoubled ? [whenDoubledWords(figure.whenDoubled, ranking.best)] : [];
      return listLines(
        "  · ",
        [`${named(figure)}: ${ends}.`, ...doubled, noted(figure)].join(" ").trim(),
        width,
      );
    }),
    ...(left > 0 ? listLines("  ", `and ${left} more, in the report.`, width) : []),
  ];
}
