import { averageOf } from "./average.ts";

const BLOCK = 512;

/**
 * Gives the sample covariance (divisor n − 1) of two columns of equal length, in the product of their units.
 * 0 from fewer than two paths.
 */
export function covarianceOf(first: Float64Array, second: Float64Array): number {
  const count = first.length;
  if (count < 2) return 0;
  const firstMean = averageOf(first);
  const secondMean = averageOf(second);
  let total = 0;
  for (let start = 0; start < count; start += BLOCK) {
    const end = Math.min(start + BLOCK, count);
    let run = 0;
    for (let path = start; path < end; path++) {
      run += (first[path]! - firstMean) * (second[path]! - secondMean);
    }
    total += run;
  }
  return total / (count - 1);
}
