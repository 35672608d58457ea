import { openNumbers } from "./luck-numbers.ts";
import { type MonthCounts, toldMonths } from "./month-counts.ts";
import { simulatedRuns } from "./simulated-runs.ts";
import { splitCounts } from "./split-counts.ts";

/** The index of dispersion of months within their contracts: 1 where only chance moves them. */
export type Dispersion = {
  readonly index: number;
  /** The chance of an index as large or larger where months are Poisson: exact but for the simulated runs. */
  readonly chance: number;
  readonly runs: number;
};

/**
 * Tests whether months swing more than chance alone would have it.
 *
 * Given a contract's total, Poisson months are a multinomial split in proportion to their means, whatever its ratio, so
 * that the test needs no fitted figure. Runs are simulated with a fixed seed. Undefined with less than two months.
 * Source: R. A. Fisher, Biometrics 6 (1950) 17-24, doi:10.2307/3001420.
 */
export function dispersionTest(contracts: readonly MonthCounts[]): Dispersion | undefined {
  const told = contracts.filter((contract) => toldMonths(contract) > 1 && total(contract.counts) > 0);
  const degrees = told.reduce((sum, contract) => sum + toldMonths(contract) - 1, 0);
  if (degrees === 0) return undefined;
  const index = pearson(told) / degrees;
  const next = openNumbers("calibrate", "dispersion");
  const runs = simulatedRuns(told);
  let asLarge = 0;
  for (let run = 0; run < runs; run++) {
    const drawn = told.map(({ counts, means }) => ({
      counts: splitCounts(total(counts), means, next),
      means,
    }));
    if (pearson(drawn) / degrees >= index - 1e-12) asLarge++;
  }
  return { index, chance: (asLarge + 1) / (runs + 1), runs };
}

/** Pearson's X² of months against their share of the contract's total. */
export function pearson(contracts: readonly MonthCounts[]): number {
  return contracts.reduce((sum, { counts, means }) => {
    const ratio = total(counts) / total(means);
    return means.reduce((own, mean, i) => {
      const expected = mean * ratio;
      return expected === 0 ? own : own + ((counts[i]! - expected) * (counts[i]! - expected)) / expected;
    }, sum);
  }, 0);
}

const total = (numbers: readonly number[]) => numbers.reduce((sum, x) => sum + x, 0);
