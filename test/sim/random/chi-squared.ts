import { upperGammaShare } from "../../../src/sim/special/incomplete-gamma.ts";

/** Below this chance a fixed-seed chi-squared test fails. */
export const ALPHA = 1e-4;

/** The chance of a chi-squared statistic as large as the observed one; cells that expect fewer than 10 are pooled. */
export function chiSquaredChance(observed: readonly number[], expected: readonly number[]): number {
  let statistic = 0;
  let cells = 0;
  let pooledObserved = 0;
  let pooledExpected = 0;
  observed.forEach((count, i) => {
    pooledObserved += count;
    pooledExpected += expected[i] ?? 0;
    if (pooledExpected < 10 && i < observed.length - 1) return;
    if (pooledExpected > 0) {
      statistic += (pooledObserved - pooledExpected) ** 2 / pooledExpected;
      cells += 1;
    } else if (pooledObserved > 0) {
      statistic = Number.POSITIVE_INFINITY;
    }
    pooledObserved = 0;
    pooledExpected = 0;
  });
  if (cells < 2) return statistic > 0 ? 0 : 1;
  return upperGammaShare((cells - 1) / 2, statistic / 2);
}
