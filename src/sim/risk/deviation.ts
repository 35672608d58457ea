import { covarianceOf } from "./covariance.ts";
import { momentsOf } from "./moments.ts";

/** Gives the sample standard deviation (divisor n − 1) of a column, in its unit; 0 from a single path. */
export function deviationOf(values: Float64Array): number {
  return Math.sqrt(momentsOf(values).variance);
}

/**
 * Writes the influence of each path on the standard deviation: (x − μ)² ÷ 2σ, up to a constant.
 * `into` has the length of `values`; all 0 where the column never varies.
 */
export function writeDeviationInfluence(values: Float64Array, into: Float64Array): void {
  const { mean, variance } = momentsOf(values);
  const factor = variance > 0 ? 1 / (2 * Math.sqrt(variance)) : 0;
  for (let path = 0; path < values.length; path++) {
    const distance = values[path]! - mean;
    into[path] = distance * distance * factor;
  }
}

/**
 * Gives the variance of a standard deviation (or of the difference of two on the same paths) that its first-order
 * influence leaves out, in squared units of the column.
 * It comes from the estimated mean and matters only where the influence vanishes, as for a fair coin.
 * Source: the exact variance of s² has this term (Cramér, Mathematical Methods of Statistics, 1946, section 27.4).
 */
export function deviationExtraVariance(values: Float64Array, other?: Float64Array): number {
  const count = values.length;
  if (count < 2) return 0;
  const own = momentsOf(values).variance;
  if (other === undefined) return deviationExtraVarianceFrom(count, own);
  return extraVarianceOfDifference(count, own, momentsOf(other).variance, covarianceOf(values, other));
}

/** Gives the same of one deviation from the variance of its column. */
export function deviationExtraVarianceFrom(count: number, variance: number): number {
  return count < 2 ? 0 : variance / (2 * count * (count - 1));
}

/** Gives the same of the difference of two deviations from the variances of their columns and the covariance. */
export function extraVarianceOfDifference(
  count: number,
  own: number,
  others: number,
  shared: number,
): number {
  const overlap = own > 0 && others > 0 ? (2 * shared * shared) / Math.sqrt(own * others) : 0;
  return Math.max(0, own + others - overlap) / (2 * count * (count - 1));
}
