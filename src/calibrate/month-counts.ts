import { logGamma } from "../sim/special/log-gamma.ts";
import { logarithm } from "../sim/special/logarithm.ts";

/** The months of one contract: how many were referred, and the mean at a ratio of 1 (indicative, times a ramp). */
export type MonthCounts = { readonly counts: readonly number[]; readonly means: readonly number[] };

/** The months of a contract in which anyone was indicated: the others say nothing of the ratio. */
export function toldMonths({ means }: MonthCounts): number {
  return means.filter((mean) => mean > 0).length;
}

/** A log-likelihood with its first and second derivative in the logarithm of the ratio. */
export type Curve = { readonly value: number; readonly slope: number; readonly bend: number };

/** Monthly variances under this are taken as none: the counts are Poisson. */
export const leastMonthlyVariance = 1e-6;

/**
 * Opens the log-likelihood of a contract's months in the logarithm of its volume ratio.
 *
 * Each count is Poisson with mean × ratio × a gamma factor of mean 1 and this variance, that is negative binomial of size
 * 1 ÷ variance; at variance 0 it is Poisson. Exact, constants included. Source: Johnson, Kemp and Kotz, Univariate
 * Discrete Distributions, 3rd ed. (2005), chapter 5.
 */
export function openMonthLikelihood(
  { counts, means }: MonthCounts,
  variance: number,
): (logRatio: number, ratio: number) => Curve {
  const isPoisson = variance < leastMonthlyVariance;
  let constant = 0;
  let total = 0;
  for (const [i, count] of counts.entries()) {
    if (means[i] === 0) continue;
    total += count;
    constant += count * logarithm(means[i]!) - logGamma(count + 1);
    if (!isPoisson) constant += risingLogarithm(count, variance);
  }
  return (logRatio, ratio) => {
    let value = constant + total * logRatio;
    let slope = 0;
    let bend = 0;
    for (let i = 0; i < counts.length; i++) {
      const mean = means[i]! * ratio;
      const count = counts[i]!;
      if (isPoisson) {
        value -= mean;
        slope += count - mean;
        bend -= mean;
      } else {
        const swell = 1 + variance * mean;
        value -= (count + 1 / variance) * logarithm(swell);
        slope += (count - mean) / swell;
        bend -= (mean * (1 + variance * count)) / (swell * swell);
      }
    }
    return { value, slope, bend };
  };
}

/** Σ log(1 + j × variance) for j under the count. */
function risingLogarithm(count: number, variance: number): number {
  if (count > 200) {
    const size = 1 / variance;
    return logGamma(count + size) - logGamma(size) + count * logarithm(variance);
  }
  let sum = 0;
  for (let j = 1; j < count; j++) sum += logarithm(1 + j * variance);
  return sum;
}
