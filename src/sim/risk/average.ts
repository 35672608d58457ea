import { accurateSum } from "./accurate-sum.ts";

/**
 * Gives the mean of a column, in the column's unit; NaN of an empty column.
 * Distances from the first number are averaged, so that a column that never varies has exactly its value as mean.
 */
export function averageOf(values: Float64Array): number {
  const first = values[0];
  if (first === undefined) return Number.NaN;
  return first + accurateSum(values, 0, values.length, first) / values.length;
}
