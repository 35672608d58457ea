import { clopperPearson } from "./clopper-pearson.ts";

/** Chances that one policy is better, equal or worse on the same future, with the 95 % interval of `better`. */
export type ProbabilityBetter = {
  readonly better: number;
  readonly equal: number;
  readonly worse: number;
  readonly low: number;
  readonly high: number;
};

/**
 * Compares two policies path by path: the first is better where its number is higher, or where it is lower.
 * Columns of equal length in one unit; the interval is exact (Clopper–Pearson).
 */
export function probabilityBetter(
  first: Float64Array,
  second: Float64Array,
  betterIs: "higher" | "lower",
): ProbabilityBetter {
  const count = first.length;
  let higher = 0;
  let lower = 0;
  for (let path = 0; path < count; path++) {
    if (first[path]! > second[path]!) higher++;
    else if (first[path]! < second[path]!) lower++;
  }
  return betterFromCounts(higher, lower, count, betterIs);
}

/** Gives the same from the numbers of paths on which the first is higher and on which it is lower. */
export function betterFromCounts(
  higher: number,
  lower: number,
  count: number,
  betterIs: "higher" | "lower",
): ProbabilityBetter {
  const [better, worse] = betterIs === "higher" ? [higher, lower] : [lower, higher];
  return {
    better: better / count,
    equal: (count - better - worse) / count,
    worse: worse / count,
    ...clopperPearson(better, count),
  };
}
