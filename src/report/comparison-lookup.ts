import type { PolicyResult } from "../sim/compare.ts";
import { type Estimate, noEstimate } from "../sim/risk/estimate.ts";
import type { ProbabilityBetter } from "../sim/risk/probability-better.ts";
import type { Comparison } from "./comparison.ts";

/** A policy's measure; one that does not exist where it was not measured. */
export function measureOf(policy: PolicyResult, metric: string): Estimate {
  return policy.metrics[metric] ?? noEstimate("pounds");
}

/** How a policy's measure differs from the first policy's; undefined for the first policy itself. */
export function differenceOf(comparison: Comparison, policy: string, metric: string): Estimate | undefined {
  return comparison.differences.find((d) => d.policy === policy)?.metrics[metric];
}

/** How often a policy does better than the first one, on the same futures; undefined for the first policy itself. */
export function betterOf(
  comparison: Comparison,
  policy: string,
  quantity: "margin" | "payment",
): ProbabilityBetter | undefined {
  return comparison.differences.find((d) => d.policy === policy)?.probabilityBetter[quantity];
}

/** The comparison on a basis, where it was made. */
export function onBasis(
  comparisons: readonly Comparison[],
  basis: Comparison["basis"],
): Comparison | undefined {
  return comparisons.find((comparison) => comparison.basis === basis);
}
