import type { Estimator } from "./metric.ts";
import { columnOf, type Sample } from "./sample.ts";

type Chance = Extract<Estimator, { kind: "chance" }>;

/** Says whether the event is defined at all: being above the reserves needs reserves. */
export function hasChance(estimator: Chance, sample: Sample): boolean {
  return estimator.event !== "aboveReserves" || sample.context.reservesPence !== undefined;
}

/**
 * Writes 1 for each path on which the event happens (in any of its columns) and 0 for the others.
 * `into` holds one number a path; the event must be defined.
 */
export function writeHits(estimator: Chance, sample: Sample, into: Float64Array): void {
  const limit = estimator.event === "aboveReserves" ? (sample.context.reservesPence ?? Number.NaN) : 0;
  into.fill(0);
  for (const name of estimator.columns) {
    const column = columnOf(sample, name);
    if (estimator.event === "belowZero") {
      for (let path = 0; path < column.length; path++) if (column[path]! < 0) into[path] = 1;
    } else {
      for (let path = 0; path < column.length; path++) if (column[path]! > limit) into[path] = 1;
    }
  }
}

/** Counts the paths on which the event happens. */
export function countHits(hits: Float64Array): number {
  let count = 0;
  for (let path = 0; path < hits.length; path++) count += hits[path]!;
  return count;
}
