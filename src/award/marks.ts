import { round } from "../engine/money.ts";

/** Marks and points are whole hundredths inside, so that scores by criterion sum to the total exactly. */
export type Hundredths = number;

/**
 * Splits a whole number by weights so that the parts are whole and sum to it: each ends where its cumulated weight does.
 *
 * Weights are in per cent with two decimals, or anything in proportion; they need not come to 100. Errors: NaN where all
 * are 0.
 *
 * @example splitMarks(10000, [33.33, 33.33, 33.34]) // [3333, 3333, 3334]
 */
export function splitMarks(whole: Hundredths, weights: readonly number[]): Hundredths[] {
  const hundredths = weights.map((weight) => Math.round(weight * 100));
  const sum = hundredths.reduce((total, each) => total + each, 0);
  let so = 0;
  let given = 0;
  return hundredths.map((each) => {
    so += each;
    const upTo = round((whole * so) / sum);
    const own = upTo - given;
    given = upTo;
    return own;
  });
}

/**
 * Marks for points: points are whole hundredths already, and their product with the weight is rounded once, half up.
 *
 * @example marksFor(367, 500, 3500) // 2569: 3.67 of 5 points at 35 marks
 */
export function marksFor(points: Hundredths, outOf: Hundredths, marks: Hundredths): Hundredths {
  return points === outOf ? marks : Math.floor((points * marks * 2 + outOf) / (outOf * 2));
}

/**
 * Points in hundredths of 100, before they are weighed: what the rule gave out of 100, where that is in proportion to
 * what it gave out of the criterion's own points but for their rounding; else those themselves.
 *
 * @example pointsOfHundred(1333, 3333, 4000) // 4000: 40 of 100, which 13.33 of 33.33 is not quite
 */
export function pointsOfHundred(points: Hundredths, outOf: Hundredths, atHundred: Hundredths): Hundredths {
  const rounding = Math.max(1, outOf / 10_000);
  const isInProportion = Math.abs((atHundred * outOf) / 10_000 - points) <= rounding;
  return isInProportion ? atHundred : round((points * 10_000) / outOf);
}
