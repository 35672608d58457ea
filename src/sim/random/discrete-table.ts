import type { Law } from "./law.ts";

/** A discrete law: values in rising order, their cumulative probabilities, and the least value possible at all. */
export type DiscreteTable = { least: number; values: Float64Array; cumulative: Float64Array };

/**
 * A table from values in strictly rising order and their weights, which need not sum to 1.
 *
 * Weights are 0 or more, at least one of them positive. `least` is what a uniform number of 0 gives; by default
 * the first value of positive weight.
 */
export function discreteTable(values: Float64Array, weights: Float64Array, least?: number): DiscreteTable {
  const cumulative = new Float64Array(values.length);
  let total = 0;
  let first = -1;
  let last = 0;
  for (let i = 0; i < values.length; i++) {
    const weight = weights[i] as number;
    total += weight;
    cumulative[i] = total;
    if (weight > 0) {
      last = i;
      if (first < 0) first = i;
    }
  }
  for (let i = 0; i < last; i++) cumulative[i] = (cumulative[i] as number) / total;
  // From the last possible value on exactly 1, whatever the rounding of the sum.
  cumulative.fill(1, last);
  return { least: least ?? (values[first] as number), values, cumulative };
}

/** The integers from `first` on, as many as asked for. */
export function consecutive(first: number, count: number): Float64Array {
  const values = new Float64Array(count);
  for (let i = 0; i < count; i++) values[i] = first + i;
  return values;
}

/** The distribution function of a table, P(X <= x), by bisection. */
export function tableDistribution(table: DiscreteTable): (x: number) => number {
  const { values, cumulative } = table;
  return (x) => {
    if (Number.isNaN(x)) return Number.NaN;
    let low = 0;
    let high = values.length;
    while (low < high) {
      const middle = (low + high) >>> 1;
      if ((values[middle] as number) <= x) low = middle + 1;
      else high = middle;
    }
    return low === 0 ? 0 : (cumulative[low - 1] as number);
  };
}

/** The quantile function of a table: the smallest value whose cumulative probability reaches u, u in [0, 1). */
export function tableQuantile(table: DiscreteTable): (u: number) => number {
  const { least, values, cumulative } = table;
  let cells = 16;
  while (cells < values.length && cells < 65536) cells *= 2;
  const guide = guideOf(cumulative, cells);
  return (u) => {
    if (u <= 0) return least;
    let i = guide[(u * cells) | 0] as number;
    while ((cumulative[i] as number) < u) i++;
    return values[i] as number;
  };
}

/** For every cell of [0, 1), the first index whose cumulative probability reaches the cell's lower end. */
function guideOf(cumulative: Float64Array, cells: number): Uint32Array {
  const guide = new Uint32Array(cells);
  let index = 0;
  for (let cell = 0; cell < cells; cell++) {
    while ((cumulative[index] as number) < cell / cells) index++;
    guide[cell] = index;
  }
  return guide;
}

/** A law given by its table, with a mean and a variance known exactly. */
export function tabulatedLaw(mean: number, variance: number, build: () => DiscreteTable): Law {
  return {
    mean: () => mean,
    variance: () => variance,
    distribution: () => tableDistribution(build()),
    quantile: () => tableQuantile(build()),
    table: build,
  };
}
