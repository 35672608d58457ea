import type { BasisResult } from "./compare.ts";
import type { Estimate } from "./risk/estimate.ts";

/** How narrow the 95 % interval of a measure is to be, under every policy, or of every difference from the first. */
export type Precision = {
  readonly metric: string;
  readonly ofDifferences: boolean;
  /** In the unit of the measure; over 0. */
  readonly halfWidth: number;
};

/** What a comparison was to reach, and what it did. */
export type StatedPrecision = {
  readonly metric: string;
  readonly ofDifferences: boolean;
  /** Half the width that was asked for, and the widest half that is left, in the unit of the measure. */
  readonly asked: number;
  readonly halfWidth: number | null;
  readonly isReached: boolean;
};

/** A comparison run until it was precise enough, or as far as it may go. */
export type Precise<T> = {
  readonly compared: T;
  readonly paths: number;
  /** The widest half of an interval that is left, in the unit of the measure; null where one has an open end. */
  readonly halfWidth: number | null;
  readonly isReached: boolean;
};

/** One step takes at most so many times the paths: a first interval on few paths says little of the last. */
const mostTimes = 16;

/**
 * Compares on more and more futures, in powers of two, until the precision is reached or `most` futures are.
 *
 * The first futures are the same whatever their number. How many are needed next is taken from the interval so far,
 * which shrinks as one over the root of the paths.
 */
export async function untilPrecise<T>(
  precision: Precision,
  first: number,
  most: number,
  run: (paths: number) => Promise<{ readonly compared: T; readonly results: readonly BasisResult[] }>,
): Promise<Precise<T>> {
  let paths = powerOfTwo(Math.min(first, most), most);
  for (;;) {
    const { compared, results } = await run(paths);
    const halfWidth = widestHalf(results, precision);
    const isReached = halfWidth !== null && halfWidth <= precision.halfWidth;
    if (isReached || paths >= most) return { compared, paths, halfWidth, isReached };
    const ratio = halfWidth === null ? 1 : halfWidth / precision.halfWidth;
    paths = powerOfTwo(paths * Math.min(Math.max(ratio * ratio, 2), mostTimes), most);
  }
}

/** The estimates that a precision is about; undefined where one of the policies has no such quantity. */
export function estimatesOf(
  results: readonly BasisResult[],
  { metric, ofDifferences }: Precision,
): readonly Estimate[] | undefined {
  const all = results.flatMap(({ policies, differences }) =>
    (ofDifferences ? differences : policies).map(({ metrics }) => metrics[metric]),
  );
  return all.every((estimate) => estimate !== undefined && estimate.value !== null)
    ? (all as Estimate[])
    : undefined;
}

function widestHalf(results: readonly BasisResult[], precision: Precision): number | null {
  let widest = 0;
  for (const { low, high } of estimatesOf(results, precision) ?? []) {
    if (low === null || high === null) return null;
    widest = Math.max(widest, (high - low) / 2);
  }
  return widest;
}

/** The least power of two from so many paths on, but no more than the most. */
function powerOfTwo(paths: number, most: number): number {
  let power = 1;
  while (power < paths) power *= 2;
  return Math.min(power, most);
}
