import type { CheckedScenario } from "../../sim/check-scenario.ts";
import { parametersInForce } from "../../sim/kept-defaults.ts";
import { type PlacedFigure, scenarioFigures } from "../../sim/scenario-figures.ts";
import { contractLine } from "../contract-line.ts";
import { figureValueWords } from "../figure-value-words.ts";
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
    element("p", {}, shownName(`${contractLine(checked)}.`)),
    element("h3", {}, "Judged figures"),
    ...judged,
    element("h3", {}, "Figures with a source"),
    others.length === 0 ? element("p", {}, "There are none.") : sourcedTable(others),
    ...parametersTable(checked),
  ];
}

/** Every policy's parameters as they are in force; where nobody set one, the default of its term. */
function parametersTable(checked: CheckedScenario): Markup[] {
  const rows = checked.policies.flatMap((policy) =>
    parametersInForce(checked, policy).map(({ name, ruleset, words, isDefault }) => [
      shownName(policy.spec.title),
      ruleset,
      name,
      shownName(words),
      isDefault ? "default of the term" : "this scenario",
    ]),
  );
  if (rows.length === 0) return [];
  const heads = ["Policy", "Term", "Parameter", "Value", "Set by"];
  return [element("h3", {}, "Parameters in force"), dataTable("Parameters in force", { heads, rows }, true)];
}

function judgedTable(
  checked: CheckedScenario,
  ranked: readonly JudgedFigure[],
  placed: readonly PlacedFigure[],
  ranking: JudgedRanking | undefined,
): Markup {
  const heads = ["Figure", "Path", "Value", "Why"];
  if (ranking !== undefined) heads.push("At its low end", "At its high end", "Out by twice as much");
  const rows = ranked.map((figure) => {
    const own = placed.find(({ path }) => path === figure.path);
    const isTried = figure.ends !== undefined;
    const cells = [
      shownName(figureWords(checked.scenario, figure.path)),
      shownName(figure.path),
      own === undefined ? "" : figureValueWords(own),
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
  const rows = figures.map((figure) => {
    const { path, mark, note, url } = figure;
    const address = url === undefined ? "" : ` (${shownName(url)})`;
    return [shownName(path), figureValueWords(figure), `${words[mark]}${shownName(note)}${address}`];
  });
  return dataTable("Figures with a source", { heads: ["Figure", "Value", "Source"], rows }, true);
}
