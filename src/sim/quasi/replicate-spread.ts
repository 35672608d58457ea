import type { Spread } from "../risk/estimate.ts";
import { studentQuantile } from "../special/student-quantile.ts";

/**
 * The standard error and 95 % interval of a value that is pooled from scramblings, from the same estimate of each:
 * Student's interval on how far they differ. Undefined where they agree, and so say nothing of the error.
 *
 * Source: A. B. Owen, Monte Carlo Theory, Methods and Examples, chapter 17 (randomised quasi-Monte Carlo by replicates);
 * P. L'Ecuyer et al. 2023, doi:10.1109/WSC60868.2023.10408613, who find Student's interval the most reliable.
 */
export function replicateSpread(value: number, estimates: readonly number[]): Spread | undefined {
  const count = estimates.length;
  let mean = 0;
  for (const estimate of estimates) mean += estimate / count;
  let squares = 0;
  for (const estimate of estimates) squares += (estimate - mean) * (estimate - mean);
  const se = Math.sqrt(squares / (count * (count - 1)));
  // Less than this is the rounding of sums.
  if (!(se > 1e-13 * Math.abs(mean))) return undefined;
  const reach = studentQuantile(count - 1, 0.975) * se;
  return { se, low: value - reach, high: value + reach };
}
