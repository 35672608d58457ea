import type { CheckedScenario } from "../sim/check-scenario.ts";
import type { Unit } from "../sim/risk/estimate.ts";
import { scenarioFigures } from "./scenario-figures.ts";

/** A judged figure and how far the answer moves with it: a measure with the figure at its low end, centre and high end. */
export type JudgedFigure = {
  /** Dotted path of the figure in the scenario. */
  readonly path: string;
  readonly note: string;
  readonly mark: string;
  readonly low: number | null;
  readonly base: number | null;
  readonly high: number | null;
  /** What moves, in words: "average margin". */
  readonly metric: string;
  readonly unit: Unit;
  /** Does the recommended policy stay the best at both ends? Undefined where that was not tried. */
  readonly survives?: boolean | undefined;
};

/** Judged figures, those first that move the answer most; unranked ones keep the scenario's order behind them. */
export function rankedFigures(
  checked: CheckedScenario,
  judged: readonly JudgedFigure[] | undefined,
): JudgedFigure[] {
  const known = judged ?? [];
  const others = scenarioFigures(checked.scenario)
    .filter((figure) => figure.mark === "judgement" && !known.some((j) => j.path === figure.path))
    .map(({ path, note, mark }): JudgedFigure => {
      return { path, note, mark, low: null, base: null, high: null, metric: "", unit: "pounds" };
    });
  return [...[...known].sort((a, b) => reachOf(b) - reachOf(a)), ...others];
}

/** How far the measure moves from the figure's low end to its high end; 0 where that was not tried. */
export function reachOf({ low, base, high }: JudgedFigure): number {
  const tried = [low, base, high].filter((value) => value !== null);
  return tried.length < 2 ? 0 : Math.max(...tried) - Math.min(...tried);
}
