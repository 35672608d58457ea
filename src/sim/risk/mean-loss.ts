import { accurateSum } from "./accurate-sum.ts";

/** Writes each path's loss, 0 where there is none: max(0, −margin), in the unit of `margin`. Equal lengths. */
export function writeLosses(margin: Float64Array, into: Float64Array): void {
  for (let path = 0; path < margin.length; path++) into[path] = Math.max(0, 0 - margin[path]!);
}

/** Gives the mean of max(0, −margin) from margins in ascending order, in their unit: E[loss], profits counted as 0. */
export function meanLossOf(ascendingMargin: Float64Array): number {
  let losses = 0;
  while (losses < ascendingMargin.length && ascendingMargin[losses]! < 0) losses++;
  return (0 - accurateSum(ascendingMargin, 0, losses)) / ascendingMargin.length;
}
