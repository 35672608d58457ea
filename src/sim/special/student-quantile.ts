import { betaQuantileOf } from "./beta-quantile.ts";
import { normalQuantile } from "./normal.ts";

/**
 * The quantile function of Student's t distribution.
 *
 * degrees > 0 (Infinity gives the normal distribution), p in [0, 1]: 0 gives -Infinity, 1 Infinity;
 * otherwise NaN. Relative error about 1e-13.
 * Source: Abramowitz and Stegun, Handbook of Mathematical Functions (1964), 26.7.1 (relation to the beta).
 */
export function studentQuantile(degrees: number, p: number): number {
  if (!(degrees > 0 && p >= 0 && p <= 1)) return Number.NaN;
  if (degrees === Number.POSITIVE_INFINITY) return normalQuantile(p);
  const tail = p < 0.5 ? p : 1 - p;
  if (tail === 0) return p < 0.5 ? Number.NEGATIVE_INFINITY : Number.POSITIVE_INFINITY;
  const point = betaQuantileOf(degrees / 2, 0.5, 2 * tail, 1 - 2 * tail);
  const size = Math.sqrt((degrees * point.complement) / point.x);
  return p < 0.5 ? -size : size;
}
