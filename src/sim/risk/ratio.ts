import { averageOf } from "./average.ts";

/** What stands under a ratio of means: one column, less a share of another (people who would succeed anyway). */
export type Denominator = {
  readonly column: Float64Array;
  readonly less?: { readonly share: number; readonly column: Float64Array };
};

/**
 * Gives the mean of a denominator, in its unit; null where no ratio exists: nothing at all, or nothing positive left
 * once a share is taken off.
 */
export function denominatorMean({ column, less }: Denominator): number | null {
  const whole = averageOf(column);
  if (less === undefined) return whole === 0 ? null : whole;
  const left = whole - less.share * averageOf(less.column);
  return left > 0 ? left : null;
}

/** Gives the ratio of two means, in units of the numerator for one of the denominator; null where none exists. */
export function ratioOf(numerator: Float64Array, denominator: Denominator): number | null {
  const below = denominatorMean(denominator);
  return below === null ? null : averageOf(numerator) / below;
}

/**
 * Writes the influence of each path on a ratio of means: (y − R x) ÷ mean(x), by the delta method.
 * All columns and `into` have one length; the ratio must exist. Source: Cochran, Sampling Techniques, 1977, section 2.11.
 */
export function writeRatioInfluence(
  numerator: Float64Array,
  denominator: Denominator,
  into: Float64Array,
): void {
  const below = denominatorMean(denominator) ?? Number.NaN;
  const ratio = averageOf(numerator) / below;
  const { column, less } = denominator;
  for (let path = 0; path < numerator.length; path++) {
    const taken = less === undefined ? 0 : less.share * less.column[path]!;
    into[path] = (numerator[path]! - ratio * (column[path]! - taken)) / below;
  }
}
