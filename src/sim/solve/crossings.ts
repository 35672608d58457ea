import type { Estimate } from "../risk/estimate.ts";
import { meets, missOf, type Target } from "./target.ts";
import type { Trial } from "./trials.ts";

/** Two values that were tried next to each other, of which one meets the target and the other does not. */
export type Bracket = readonly [below: Trial, above: Trial];

/** All neighbours between which the target begins or ceases to be met, from the lowest value up. */
export function bracketsOf(known: readonly Trial[], target: Target): Bracket[] {
  return known.flatMap((above, k): Bracket[] => {
    const below = known[k - 1];
    if (below === undefined) return [];
    return meets(target, below.estimate.value) === meets(target, above.estimate.value)
      ? []
      : [[below, above]];
  });
}

/** The bracket nearest to a value. */
export function bracketNearest(brackets: readonly Bracket[], value: number): Bracket | undefined {
  const far = ([below, above]: Bracket) => Math.max(0, below.value - value, value - above.value);
  return brackets.reduce<Bracket | undefined>(
    (best, bracket) => (best === undefined || far(bracket) < far(best) ? bracket : best),
    undefined,
  );
}

/** Where the line between both sides of a bracket meets the target. */
export function rootBetween([below, above]: Bracket, target: Target): number {
  return below.value + rootShare([below, above], target) * (above.value - below.value);
}

/** The same as a share of the way from below to above; the middle where a measure is missing. */
export function rootShare([below, above]: Bracket, target: Target): number {
  if (below.estimate.value === null || above.estimate.value === null) return 0.5;
  const [a, b] = [missOf(target, below.estimate.value), missOf(target, above.estimate.value)];
  return a === b ? 0.5 : a / (a - b);
}

/**
 * Values, to the grain of a look over the range, at which the target begins or ceases to be met by more than chance
 * could make it.
 */
export function clearCrossings(scan: readonly Trial[], target: Target): Bracket[] {
  const clear = scan.filter(({ estimate }) => isClear(estimate, target));
  return bracketsOf(clear, target);
}

/** Does the whole of the measure's interval lie on one side of the limit? */
function isClear({ value, low, high }: Estimate, { limit }: Target): boolean {
  if (value === null) return true;
  const holds = (low ?? value) < limit && limit < (high ?? value);
  return !holds && !(value === limit && low !== high);
}

/** Does the measure rise and fall by more than its intervals allow? */
export function turnsBack(scan: readonly Trial[]): boolean {
  let [rises, falls] = [false, false];
  let [lowest, highest] = [scan[0]!.estimate, scan[0]!.estimate];
  for (const { estimate } of scan.slice(1)) {
    if (isAbove(estimate, lowest)) rises = true;
    if (isAbove(highest, estimate)) falls = true;
    if ((estimate.value ?? 0) < (lowest.value ?? 0)) lowest = estimate;
    if ((estimate.value ?? 0) > (highest.value ?? 0)) highest = estimate;
  }
  return rises && falls;
}

function isAbove(one: Estimate, other: Estimate): boolean {
  return (one.low ?? Number.NEGATIVE_INFINITY) > (other.high ?? Number.POSITIVE_INFINITY);
}
