import type { CheckedScenario } from "../sim/check-scenario.ts";
import type { EndsOfFigure } from "../sim/held-figure.ts";
import type { Estimate } from "../sim/risk/estimate.ts";
import { scenarioFigures } from "../sim/scenario-figures.ts";
import type { Comparison } from "./comparison.ts";

/** What becomes of the choice where a figure lies twice as far from its centre; `by` is another policy's title. */
export type WhenDoubled =
  | { readonly as: "best" | "unpriced" }
  | { readonly as: "level" | "beaten"; readonly by: string };

/** A judged figure and how far the answer moves with it: the answer with the figure at its low end and its high end. */
export type JudgedFigure = {
  /** Dotted path of the figure in the scenario. */
  readonly path: string;
  readonly note: string;
  /** What its ends are, where they were tried. */
  readonly ends?: EndsOfFigure | undefined;
  /** Null where that was not tried, or no unit prices put the policies on the basis. */
  readonly low: Estimate | null;
  readonly high: Estimate | null;
  /** Undefined where it was not tried. */
  readonly whenDoubled?: WhenDoubled | undefined;
};

/** How judged figures were ranked, and the figures, in any order. */
export type JudgedRanking = {
  readonly figures: readonly JudgedFigure[];
  /** What the best policy takes off the provider's average loss with every figure as judged. */
  readonly base: Estimate;
  /** Title of the policy with the least average loss. */
  readonly best: string;
  /** Title of the policy that the findings name for the chance of a loss; undefined where they name none. */
  readonly safest: string | undefined;
  readonly on: Pick<Comparison, "basis" | "requirement">;
  readonly futures: number;
};

/** Judged figures, those first that move the answer most; unranked ones keep the scenario's order behind them. */
export function rankedFigures(checked: CheckedScenario, ranking: JudgedRanking | undefined): JudgedFigure[] {
  const known = ranking?.figures ?? [];
  const others = scenarioFigures(checked.scenario)
    .filter((figure) => figure.mark === "judgement" && !known.some((j) => j.path === figure.path))
    .map(({ path, note }): JudgedFigure => ({ path, note, low: null, high: null }));
  return [...[...known].sort((a, b) => reachOf(b, ranking) - reachOf(a, ranking)), ...others];
}

/** How far the answer moves between the figure's ends and its centre, in pounds; 0 where that was not tried. */
export function reachOf({ low, high }: JudgedFigure, ranking: JudgedRanking | undefined): number {
  const values = [ranking?.base, low, high].flatMap((estimate) => estimate?.value ?? []);
  return values.length < 2 ? 0 : Math.max(...values) - Math.min(...values);
}
