import type { Estimate } from "../risk/estimate.ts";
import type { Target } from "./target.ts";
import type { Trial } from "./trials.ts";
import type { Variable } from "./variable.ts";

/** Does the measure's 95 % interval hold the limit? */
export function holdsLimit({ low, high }: Estimate, { limit }: Target): boolean {
  return (low ?? Number.NEGATIVE_INFINITY) <= limit && limit <= (high ?? Number.POSITIVE_INFINITY);
}

/**
 * The values at which the measure's interval holds the limit (the test turned round), in straight lines between those
 * that were tried; an end that the range cuts off is the range's own. Nothing where the limit was never met nor held.
 */
export function rootInterval(
  known: readonly Trial[],
  { low, high }: Variable,
  target: Target,
): readonly [number, number] | undefined {
  const edges: number[] = [];
  for (let k = 1; k < known.length; k++) {
    for (const end of ["low", "high"] as const) {
      const [a, b] = [known[k - 1]!.estimate[end], known[k]!.estimate[end]];
      if (a === null || b === null || (a - target.limit) * (b - target.limit) > 0 || a === b) continue;
      const share = (target.limit - a) / (b - a);
      edges.push(known[k - 1]!.value + share * (known[k]!.value - known[k - 1]!.value));
    }
  }
  const isOpenBelow = holdsLimit(known[0]!.estimate, target);
  const isOpenAbove = holdsLimit(known.at(-1)!.estimate, target);
  if (edges.length === 0 && !isOpenBelow && !isOpenAbove) return undefined;
  return [
    isOpenBelow || edges.length === 0 ? Math.max(low, known[0]!.value) : Math.min(...edges),
    isOpenAbove || edges.length === 0 ? Math.min(high, known.at(-1)!.value) : Math.max(...edges),
  ];
}

/** Values to try next so that the ends of that interval can be told: a step out from an outermost value that holds the limit. */
export function flanks(known: readonly Trial[], variable: Variable, target: Target): number[] {
  const wanted: number[] = [];
  const last = known.length - 1;
  if (known.length < 2) return wanted;
  if (holdsLimit(known[0]!.estimate, target) && known[0]!.value > variable.low)
    wanted.push(stepOut(known[0]!.value, known[last]!.value, variable));
  if (holdsLimit(known[last]!.estimate, target) && known[last]!.value < variable.high)
    wanted.push(stepOut(known[last]!.value, known[0]!.value, variable));
  return wanted;
}

/** As far out again as both outermost values lie apart, inside the range. */
function stepOut(own: number, other: number, { low, high }: Variable): number {
  return Math.min(high, Math.max(low, own + (own - other)));
}
