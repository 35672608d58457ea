import { normalQuantile } from "../special/normal.ts";
import { binomialRanks } from "./binomial-ranks.ts";
import type { Spread } from "./estimate.ts";
import type { Estimator } from "./metric.ts";
import { type Ascending, boundAtRank, levelRank, orderStatistic } from "./order-statistic.ts";

/** A quantile of a column: its definition, side and level. */
export type Quantile = Extract<Estimator, { kind: "quantile" }>;

/**
 * Gives a sample quantile from a column in ascending order, in its unit.
 * "smallest" is the smallest x with F(x) ≥ level; "type 7" interpolates at rank 1 + (n − 1) × level.
 * Source: Hyndman and Fan 1996, doi:10.1080/00031305.1996.10473566.
 */
export function quantileOf(quantile: Quantile, ascending: Ascending): number {
  const { side, percent } = quantile;
  const count = ascending.length;
  if (quantile.definition === "smallest") {
    return orderStatistic(ascending, side, levelRank(count, percent));
  }
  const place = ((count - 1) * percent) / 100;
  const whole = Math.floor(place);
  const below = orderStatistic(ascending, side, whole + 1);
  const above = orderStatistic(ascending, side, whole + 2);
  return below + (place - whole) * (above - below);
}

/**
 * Gives the 95 % interval of a quantile between two order statistics, in the unit of the column.
 * Valid for any distribution, atoms included; an end that no path bounds is infinite. The standard error is the
 * interval's width over that of a normal one.
 */
export function quantileSpread(quantile: Quantile, ascending: Ascending): Spread | null {
  const count = ascending.length;
  if (count < 2) return null;
  const ranks = binomialRanks(count, quantile.percent);
  const low = boundAtRank(ascending, quantile.side, ranks.low);
  const high = boundAtRank(ascending, quantile.side, ranks.high);
  return { se: (high - low) / (2 * normalQuantile(0.975)), low, high };
}

/**
 * Writes how far each path lies below the quantile: 1 below, 0 above, and at an atom on the quantile the share that
 * brings the mean of all to the level. `into` has the length of `values`.
 */
export function writeBelow(
  quantile: Quantile,
  values: Float64Array,
  ascending: Float64Array,
  into: Float64Array,
): void {
  const count = values.length;
  const at = orderStatistic(ascending, quantile.side, levelRank(count, quantile.percent));
  const sign = quantile.side === "loss" ? -1 : 1;
  let below = 0;
  let equal = 0;
  for (let path = 0; path < count; path++) {
    const value = sign * values[path]!;
    if (value < at) below++;
    else if (value === at) equal++;
  }
  const share = ((count * quantile.percent) / 100 - below) / equal;
  for (let path = 0; path < count; path++) {
    const value = sign * values[path]!;
    into[path] = value < at ? 1 : value === at ? share : 0;
  }
}

/**
 * Gives the distance between quantiles for one unit of probability (one over the density), from the order statistics
 * of the 95 % interval, in the unit of the column; 0 on a wide atom.
 * Source: Bahadur 1966, doi:10.1214/aoms/1177699450, for the influence that it scales.
 */
export function quantileSlope(quantile: Quantile, ascending: Float64Array): number {
  const count = ascending.length;
  const ranks = binomialRanks(count, quantile.percent);
  const [from, to] = [Math.max(1, ranks.low), Math.min(count, ranks.high)];
  if (from === to) return 0;
  const low = orderStatistic(ascending, quantile.side, from);
  const high = orderStatistic(ascending, quantile.side, to);
  return ((high - low) * count) / (to - from);
}
