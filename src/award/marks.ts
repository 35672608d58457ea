import { round } from "../engine/money.ts";

/** Marks and points are whole hundredths inside, so that scores by criterion sum to the total exactly. */
export type Hundredths = number;

/**
 * Splits marks by weights in per cent so that the parts sum to the whole: each ends where its cumulated weight does.
 *
 * Errors: none; weights that do not come to 100 are refused before.
 *
 * @example splitMarks(10000, [33.33, 33.33, 33.34]) // [3333, 3333, 3334]
 */
export function splitMarks(whole: Hundredths, weights: readonly number[]): Hundredths[] {
  let so = 0;
  let given = 0;
  return weights.map((weight) => {
    so += Math.round(weight * 100);
    const upTo = round((whole * so) / 10_000);
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
