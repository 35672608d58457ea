import { binomialQuantile } from "../sim/random/binomial-quantile.ts";

/** Splits people over months with chances in proportion to their weights: a multinomial draw, month by month. */
export function splitCounts(people: number, weights: readonly number[], next: () => number): number[] {
  let left = people;
  let rest = weights.reduce((sum, weight) => sum + weight, 0);
  return weights.map((weight, i) => {
    const share = i === weights.length - 1 ? 1 : Math.min(1, weight / rest);
    const count = left === 0 || weight === 0 ? 0 : binomialQuantile(left, share, next());
    left -= count;
    rest -= weight;
    return count;
  });
}
