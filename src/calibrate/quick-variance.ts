import { pearson } from "./dispersion-test.ts";
import { type MonthCounts, toldMonths } from "./month-counts.ts";

/** The variance of months' own factors by the method of moments: what X² has beyond its degrees of freedom. */
export function quickVariance(contracts: readonly MonthCounts[]): number {
  let [degrees, swelling] = [0, 0];
  for (const contract of contracts) {
    const { counts, means } = contract;
    const all = means.reduce((sum, mean) => sum + mean, 0);
    const people = counts.reduce((sum, count) => sum + count, 0);
    degrees += toldMonths(contract) - 1;
    for (const mean of means) swelling += ((mean * people) / all) * (1 - mean / all) * (1 - mean / all);
  }
  return swelling === 0 ? 0 : Math.max(0, (pearson(contracts) - degrees) / swelling);
}
