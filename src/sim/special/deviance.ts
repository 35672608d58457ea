import { logarithm } from "./logarithm.ts";

/**
 * Half the deviance of a count against its mean: count·log(count/mean) + mean - count.
 *
 * count and mean > 0; the result is not negative. `difference` is count - mean, for callers that know it to more
 * digits. Keeps its relative accuracy where count and mean are close, which the formula as written does not.
 * Source: C. Loader, Fast and Accurate Computation of Binomial Probabilities (2000), section 3.
 */
export function halfDeviance(count: number, mean: number, difference = count - mean): number {
  const sum = count + mean;
  if (difference > 0.1 * sum || difference < -0.1 * sum) {
    const ratio = count / mean;
    const log = ratio < Number.MAX_VALUE ? logarithm(ratio) : logarithm(count) - logarithm(mean);
    return count * log - difference;
  }
  const ratio = difference / sum;
  const square = ratio * ratio;
  let total = difference * ratio;
  let power = 2 * count * ratio;
  for (let odd = 3; odd < 60; odd += 2) {
    power *= square;
    const next = total + power / odd;
    if (next === total) break;
    total = next;
  }
  return total;
}
