import type { PolicyResult } from "../../sim/compare.ts";
import type { Comparison } from "../comparison.ts";
import { type Direction, directionIn } from "../told-apart.ts";

/** The policies after the first, by the way in which a measure of theirs differs from the first policy's. */
export type Movers = Readonly<Record<Direction, readonly PolicyResult[]>>;

/** Sorts the policies after the first by which way a measure moves. */
export function moversOf(comparison: Comparison, metric: string): Movers {
  const movers: Record<Direction, PolicyResult[]> = { up: [], down: [], same: [], unclear: [], missing: [] };
  for (const policy of comparison.policies.slice(1)) {
    // A policy that stands off the basis cannot be compared on it.
    const direction = policy.basisReached ? directionIn(comparison, policy.id, metric) : "missing";
    movers[direction].push(policy);
  }
  return movers;
}

/** The policy with the lowest measure, and those that the run cannot tell from it: their intervals overlap. */
export function lowestOf(policies: readonly PolicyResult[], metric: string): PolicyResult[] {
  const known = policies.filter((policy) => typeof policy.metrics[metric]?.value === "number");
  const numberOf = (policy: PolicyResult) => policy.metrics[metric]!.value!;
  const sorted = [...known].sort((a, b) => numberOf(a) - numberOf(b));
  const best = sorted[0]?.metrics[metric];
  if (best === undefined) return [];
  const most = best.high ?? best.value!;
  return sorted.filter((policy) => (policy.metrics[metric]!.low ?? numberOf(policy)) <= most);
}
