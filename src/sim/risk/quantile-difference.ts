import { normalQuantile } from "../special/normal.ts";
import { covarianceOf } from "./covariance.ts";
import type { Spread } from "./estimate.ts";
import { type Ascending, boundAtRank } from "./order-statistic.ts";
import type { Quantile } from "./quantile.ts";
import { smallestOfRows } from "./smallest-of-rows.ts";

/** Points a side of the grid of joint rank errors; at 100 the 2.5 % point of a single error is hit exactly. */
const GRID = 100;
/** Points beyond either end of the middle 95 %. */
const TAIL = (GRID * GRID) / 40;

let errors: Float64Array | undefined;

/**
 * Gives the 95 % interval of the difference of two quantiles of equal level on the same paths, in the column's unit.
 * `firstBelow` and `secondBelow` say for each path how far it lies below either quantile (`writeBelow`).
 */
export function quantileDifferenceSpread(
  quantile: Quantile,
  first: { readonly ascending: Float64Array; readonly below: Float64Array },
  second: { readonly ascending: Float64Array; readonly below: Float64Array },
): Spread | null {
  const level = quantile.percent / 100;
  const correlation = covarianceOf(first.below, second.below) / (level * (1 - level));
  return spreadAtJointRanks(quantile, correlation, first.ascending, second.ascending);
}

/**
 * Gives the same interval from the `correlation` of being below either quantile. Null from fewer than two paths.
 * The ranks of the two true quantiles in the sample are jointly normal with that correlation; the interval
 * takes the middle 95 % of the differences of order statistics at those ranks, over a grid of equally likely points.
 * An end that too few paths bound is infinite. No density is estimated, so atoms need no care. With one column constant it is the order-statistic interval.
 * Source: the bootstrap law of quantiles (Efron 1979, doi:10.1214/aos/1176344552), by its normal limit instead of draws.
 */
export function spreadAtJointRanks(
  { side, percent }: Quantile,
  correlation: number,
  first: Ascending,
  second: Ascending,
): Spread | null {
  const count = first.length;
  if (count < 2) return null;
  const level = percent / 100;
  const shared = Math.max(-1, Math.min(1, correlation));
  const own = Math.sqrt(1 - shared * shared);
  const centre = (count * percent) / 100;
  const reach = Math.sqrt(centre * (1 - level));
  errors ??= Float64Array.from({ length: GRID }, (_, point) => normalQuantile((point + 0.5) / GRID));
  const rank = (error: number) => Math.floor(centre + reach * error) + 1;
  const ends = Float64Array.from(errors, (error) => boundAtRank(first, side, rank(error)));
  const other = (row: number, place: number) =>
    boundAtRank(second, side, rank(shared * errors![row]! + own * errors![place]!));
  // Along a row the second rank never falls, so that the difference never rises. Where both ends are beyond the sample
  // it may be anything.
  const low = smallestOfRows(GRID, TAIL, (row, step) => {
    const difference = ends[row]! - other(row, GRID - 1 - step);
    return Number.isNaN(difference) ? Number.NEGATIVE_INFINITY : difference;
  });
  const high =
    0 -
    smallestOfRows(GRID, TAIL, (row, step) => {
      const difference = other(row, step) - ends[row]!;
      return Number.isNaN(difference) ? Number.NEGATIVE_INFINITY : difference;
    });
  return { se: (high - low) / (2 * normalQuantile(0.975)), low, high };
}
