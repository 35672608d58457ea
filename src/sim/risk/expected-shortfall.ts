import { accurateSum } from "./accurate-sum.ts";
import type { Side } from "./metric.ts";
import { levelRank, orderStatistic } from "./order-statistic.ts";

/**
 * Gives the expected shortfall: the mean of the worst (100 − percent) % of a column or of its losses, in its unit.
 * An atom at the value at risk enters with just the share that belongs to the tail.
 * Source: Acerbi and Tasche 2002, doi:10.1016/S0378-4266(02)00283-2, in the form of Rockafellar and Uryasev 2002,
 * doi:10.1016/S0378-4266(02)00271-6: VaR + E[max(x − VaR, 0)] ÷ (1 − level).
 */
export function expectedShortfallOf(ascending: Float64Array, side: Side, percent: number): number {
  const count = ascending.length;
  const rank = levelRank(count, percent);
  const atRisk = orderStatistic(ascending, side, rank);
  const excess =
    side === "loss"
      ? 0 - accurateSum(ascending, 0, count - rank, 0 - atRisk)
      : accurateSum(ascending, rank, count, atRisk);
  return atRisk + (excess * 100) / (count * (100 - percent));
}

/**
 * Writes the influence of each path on the expected shortfall, up to a constant: max(x − VaR, 0) ÷ (1 − level).
 * `into` has the length of `values`. Source: Manistre and Hancock 2005, doi:10.1080/10920277.2005.10596207.
 */
export function writeShortfallInfluence(
  values: Float64Array,
  ascending: Float64Array,
  side: Side,
  percent: number,
  into: Float64Array,
): void {
  const atRisk = orderStatistic(ascending, side, levelRank(values.length, percent));
  const sign = side === "loss" ? -1 : 1;
  const factor = 100 / (100 - percent);
  for (let path = 0; path < values.length; path++) {
    into[path] = Math.max(0, sign * values[path]! - atRisk) * factor;
  }
}

/** Gives the degrees of freedom of an expected shortfall's error: one less than the paths in its tail, at least 1. */
export function shortfallDegrees(count: number, percent: number): number {
  return Math.max(1, Math.ceil((count * (100 - percent)) / 100) - 1);
}
