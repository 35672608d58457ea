import type { CheckedScenario } from "../../sim/check-scenario.ts";
import { distributionWords } from "../distribution-words.ts";
import { type JudgedFigure, rankedFigures, reachOf } from "../judged-figures.ts";
import { element, type Markup } from "../markup.ts";
import { type PlacedFigure, scenarioFigures } from "../scenario-figures.ts";
import { shownEstimate } from "../shown-estimate.ts";
import { shownName } from "../visible-width.ts";
import { dataTable } from "./data-table.ts";

/** The judged figures, ranked where that was tried, and every other figure with its source. */
export function figuresSection(
  checked: CheckedScenario,
  judged: readonly JudgedFigure[] | undefined,
): Markup[] {
  const placed = scenarioFigures(checked.scenario);
  const ranked = rankedFigures(checked, judged);
  const others = placed.filter((figure) => !ranked.some((own) => own.path === figure.path));
  return [
    element("h3", {}, "Judged figures"),
    ranked.length === 0
      ? element("p", {}, "No figure of this scenario is a judgement.")
      : judgedTable(ranked, placed),
    element("h3", {}, "Figures with a source"),
    others.length === 0 ? element("p", {}, "There are none.") : sourcedTable(others),
  ];
}

function judgedTable(ranked: readonly JudgedFigure[], placed: readonly PlacedFigure[]): Markup {
  const isRanked = ranked.some((figure) => reachOf(figure) > 0);
  const isTried = ranked.some((figure) => figure.survives !== undefined);
  const heads = [
    "Figure",
    "Value",
    "Why",
    ...(isRanked ? ["What moves", "At its low end", "At its high end"] : []),
    ...(isTried ? ["Does the choice stand at both ends?"] : []),
  ];
  const rows = ranked.map((figure) => {
    const own = placed.find(({ path }) => path === figure.path);
    const effect = (value: number | null) =>
      value === null
        ? "not tried"
        : shownEstimate({ value, se: null, low: null, high: null, unit: figure.unit }).text;
    return [
      shownName(figure.path),
      own === undefined ? "" : distributionWords(own.value),
      shownName(figure.note),
      ...(isRanked ? [shownName(figure.metric), effect(figure.low), effect(figure.high)] : []),
      ...(isTried ? [figure.survives === undefined ? "not tried" : figure.survives ? "yes" : "no"] : []),
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
