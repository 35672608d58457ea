import { normalQuantile } from "../special/normal.ts";
import { covarianceOf } from "./covariance.ts";
import type { Spread } from "./estimate.ts";
import { momentsOf } from "./moments.ts";

/**
 * Widens or narrows an interval for prices that were solved on the same paths, in the interval's own unit.
 * `influence`: each path's influence on the estimate; `correction`: what the solved price takes off it, path by path.
 * Each side of the interval is treated apart, by the influence scaled to that side's length, so that an interval keeps
 * its shape (exact binomial, order statistics on an atom) and one without correction is unchanged. Null from one path.
 */
export function solvedPriceSpread(
  value: number,
  spread: Spread | null,
  influence: Float64Array,
  correction: Float64Array,
): Spread | null {
  const count = influence.length;
  if (spread === null || count < 2) return null;
  const normal = normalQuantile(0.975);
  const own = momentsOf(influence).variance / count;
  const added = momentsOf(correction).variance / count;
  if (added === 0) return spread;
  const shared = covarianceOf(influence, correction) / count;
  const side = (length: number): number => {
    if (length === Number.POSITIVE_INFINITY) return length;
    if (own === 0) return Math.sqrt(length * length + normal * normal * added);
    const scale = length / (normal * Math.sqrt(own));
    return normal * Math.sqrt(Math.max(0, scale * scale * own - 2 * scale * shared + added));
  };
  const low = value - side(Math.max(0, value - spread.low));
  const high = value + side(Math.max(0, spread.high - value));
  return { se: (high - low) / (2 * normal), low, high };
}
