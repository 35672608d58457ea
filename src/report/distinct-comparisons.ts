import type { Comparison } from "./comparison.ts";

/** Leaves out a basis that says nothing new: with one policy, whose prices are as stated, all bases are the same. */
export function distinctComparisons(comparisons: readonly Comparison[]): readonly Comparison[] {
  const first = comparisons[0];
  if (first === undefined || first.policies.length > 1) return comparisons;
  const same = (other: Comparison) => other.policies[0]!.priceScale === first.policies[0]!.priceScale;
  return comparisons.filter((comparison, place) => place === 0 || !same(comparison));
}
