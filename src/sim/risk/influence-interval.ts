import { studentQuantile } from "../special/student-quantile.ts";
import type { Spread } from "./estimate.ts";
import type { Moments } from "./moments.ts";

/** An error this small against the measure is rounding, and would else pass for luck. */
export const ROUNDING = 1e-12;

/** Takes an error that is but rounding off a spread; `size`: the size of what was measured, in the value's unit. */
export function withoutRounding(value: number, spread: Spread | null, size: number): Spread | null {
  return spread !== null && spread.se <= ROUNDING * size ? { se: 0, low: value, high: value } : spread;
}

/**
 * Gives the standard error and 95 % interval of an estimate from the moments of its influence, in the influence's unit.
 * `degrees`: degrees of freedom, 1 or more; `extraVariance`: variance that the first-order influence does not see,
 * in squared units. Null from fewer than two paths.
 * Student's interval, lengthened (never shortened) on the side of the skew by the second-order term
 * skewness × (2t² + 1) ÷ (6√n) of a standard error: a tail average rests on few points, and the plain interval misses
 * the truth on that side too often. Source: Hall, Inverting an Edgeworth Expansion, Annals of Statistics 11, 1983; Johnson 1978,
 * doi:10.1080/01621459.1978.10480051.
 */
export function influenceInterval(
  value: number,
  influence: Moments,
  degrees: number,
  extraVariance = 0,
): Spread | null {
  if (influence.count < 2) return null;
  const se = Math.sqrt(influence.variance / influence.count + extraVariance);
  if (se === 0) return { se: 0, low: value, high: value };
  const reach = studentQuantile(degrees, 0.975);
  const shift = (influence.skewness * (2 * reach * reach + 1)) / (6 * Math.sqrt(influence.count));
  // A tail average over a few atoms errs on the other side too: half as much there, by simulation on a lattice.
  const other = degrees < influence.count - 1 ? Math.abs(shift) / 2 : 0;
  const low = value - (reach + Math.max(other, -shift)) * se;
  const high = value + (reach + Math.max(other, shift)) * se;
  return { se, low, high };
}
