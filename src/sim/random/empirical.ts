import { type DiscreteTable, discreteTable, tabulatedLaw } from "./discrete-table.ts";
import type { Law } from "./law.ts";
import { requireThat } from "./require-that.ts";

/**
 * The law that takes the given values with probabilities in proportion to their weights.
 *
 * At least one value, all finite; as many weights as values, each 0 or more, with a positive sum; equal weights
 * if none are given. Otherwise a RangeError. The variance is that of the law itself (no n - 1).
 */
export function empiricalLaw(values: readonly number[], weights?: readonly number[]): Law {
  requireThat(values.length > 0 && values.every(Number.isFinite), "An empirical law needs finite values.");
  const given = weights ?? values.map(() => 1);
  requireThat(given.length === values.length, "An empirical law needs one weight for every value.");
  requireThat(
    given.every((weight) => weight >= 0 && weight < Number.POSITIVE_INFINITY),
    "Weights must be 0 or more.",
  );
  const total = given.reduce((sum, weight) => sum + weight, 0);
  requireThat(total > 0, "The weights of an empirical law must not all be 0.");
  const average = (of: (value: number) => number) =>
    values.reduce((sum, value, i) => sum + of(value) * ((given[i] as number) / total), 0);
  const mean = average((value) => value);
  const variance = average((value) => (value - mean) * (value - mean));
  return tabulatedLaw(mean, variance, () => tableOfPairs(values, given));
}

/** The table of values with weights in any order; equal values are taken together, weightless ones left out. */
export function tableOfPairs(values: readonly number[], weights: readonly number[]): DiscreteTable {
  const order = values.map((_, i) => i).filter((i) => (weights[i] as number) > 0);
  order.sort((a, b) => (values[a] as number) - (values[b] as number) || a - b);
  const distinct: number[] = [];
  const sums: number[] = [];
  for (const i of order) {
    const value = values[i] as number;
    const weight = weights[i] as number;
    if (distinct.length > 0 && distinct[distinct.length - 1] === value) {
      sums[sums.length - 1] = (sums[sums.length - 1] as number) + weight;
    } else {
      distinct.push(value);
      sums.push(weight);
    }
  }
  return discreteTable(Float64Array.from(distinct), Float64Array.from(sums));
}
