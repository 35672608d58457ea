/** How marks lie among the offers that were assessed in full: no offer is named. */
export type Spread = { readonly highest: number; readonly middle: number; readonly lowest: number };

/**
 * The highest, the middle and the lowest of marks in hundredths, as people write them; undefined of none.
 *
 * The middle of an even number is the mean of the two in the middle, rounded to a hundredth.
 *
 * @example spreadOf([7500, 7083, 7500]) // { highest: 75, middle: 75, lowest: 70.83 }
 */
export function spreadOf(hundredths: readonly number[]): Spread | undefined {
  if (hundredths.length === 0) return undefined;
  const sorted = [...hundredths].sort((a, b) => b - a);
  const half = sorted.length / 2;
  const middle = (sorted[Math.ceil(half) - 1]! + sorted[Math.floor(half)]!) / 2;
  return { highest: sorted[0]! / 100, middle: Math.round(middle) / 100, lowest: sorted.at(-1)! / 100 };
}
