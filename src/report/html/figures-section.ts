import type { CheckedScenario } from "../../sim/check-scenario.ts";
import { type PlacedFigure, scenarioFigures } from "../../sim/scenario-figures.ts";
import { distributionWords } from "../distribution-words.ts";
import { figureWords } from "../figure-words.ts";
import { type JudgedFigure, type JudgedRanking, rankedFigures } from "../judged-figures.ts";
import { endWords, rankingWords, whenDoubledWords } from "../judged-words.ts";
import { element, type Markup } from "../markup.ts";
import { shownName } from "../visible-width.ts";
import { dataTable } from "./data-table.ts";

/** The judged figures, ranked where that was tried, and every other figure with its source. */
export function figuresSection(checked: CheckedScenario, ranking: JudgedRanking | undefined): Markup[] {
  const placed = scenarioFigures(checked.scenario);
  const ranked = rankedFigures(checked, ranking);
  const others = placed.filter((figure) => !ranked.some((own) => own.path === figure.path));
  const judged =
    ranked.length === 0
      ? [element("p", {}, "No figure of this scenario is a judgement.")]
      : [
          ...(ranking === undefined ? [] : rankingWords(ranking).map((words) => element("p", {}, words))),
          judgedTable(checked, ranked, placed, ranking),
        ];
  return [
    element("h3", {}, "Judged figures"),
    ...judged,
    element("h3", {}, "Figures with a source"),
    others.length === 0 ? element("p", {}, "There are none.") : sourcedTable(others),
  ];
}

function judgedTable(
  checked: CheckedScenario,
  ranked: readonly JudgedFigure[],
  placed: readonly PlacedFigure[],
  ranking: JudgedRanking | undefined,
): Markup {
  const heads = ["Figure", "Path", "Value", "Why"];
  if (ranking !== undefined) heads.push("At its low end", "At its high end", "Twice as far off");
  const rows = ranked.map((figure) => {
    const own = placed.find(({ path }) => path === figure.path);
    const isTried = figure.ends !== undefined;
    const cells = [
      shownName(figureWords(checked.scenario, figure.path)),
      shownName(figure.path),
      own === undefined ? "" : distributionWords(own.value),
      shownName(figure.note),
    ];
    if (ranking === undefined) return cells;
    const doubled = figure.whenDoubled && whenDoubledWords(figure.whenDoubled, ranking.best);
    return [
      ...cells,
      isTried ? endWords(figure.low) : "not tried",
      isTried ? endWords(figure.high) : "not tried",
      doubled ?? "not tried",
    ];
  });
  return dataTable("Judged figures", { heads, rows }, true);
}

function sourcedTable(figures: readonly PlacedFigure[]): Markup {
  const words = { source: "", derived: "derived: ", judgement: "judged: ", unsourced: "no source given" };
  const rows = figures.map(({ path, value, mark, note, url }) => {
    const address = url === undefined ? "" : ` (${shownName(url)})`;
    return [shownName(path), distributionWords(value), `${words[mark]}${shownName(note)}${address}`];
  });
  return dataTable("Figures with a source", { heads: ["Figure", "Value", "Source"], rows }, true);
}
