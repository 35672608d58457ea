import type { Estimate } from "../sim/risk/estimate.ts";
import type { Comparison } from "./comparison.ts";
import { differenceOf, measureOf } from "./comparison-lookup.ts";
import { stepOf } from "./shown-estimate.ts";

/**
 * What a difference's 95 % interval says: clearly up or down, exactly the same, not told from zero, or not there.
 * A difference too small to be shown counts as the same, however narrow its interval: it is rounding to pence.
 */
export type Direction = "up" | "down" | "same" | "unclear" | "missing";

/** Says which way a policy's difference from the first policy points; the first policy's own is missing. */
export function directionIn(comparison: Comparison, policy: string, metric: string): Direction {
  return directionOf(differenceOf(comparison, policy, metric), negligiblePounds(comparison));
}

/** Does a policy differ from the first one: does the interval exclude zero, by an amount that can be shown? */
export function isToldApart(comparison: Comparison, policy: string, metric: string): boolean {
  const direction = directionIn(comparison, policy, metric);
  return direction === "up" || direction === "down";
}

/** Says which way a difference points, by its interval; pounds below a limit point nowhere. */
export function directionOf(difference: Estimate | undefined, negligible = leastPounds): Direction {
  if (difference === undefined || difference.value === null) return "missing";
  const { value, low, high } = difference;
  if (low === 0 && high === 0) return "same";
  const least = difference.unit === "pounds" ? negligible : stepOf(difference) / 2;
  const isNothing = Math.abs(value) < least;
  if (low !== null && low > 0) return isNothing ? "same" : "up";
  if (high !== null && high < 0) return isNothing ? "same" : "down";
  if (low === null || high === null) return "unclear";
  return isNothing && high - low < least ? "same" : "unclear";
}

/** Fees and prices are paid in whole pence, so that equal bills can differ by pennies and no more. */
const leastPounds = 0.5;
/** Solved prices make bills equal but for about this share. */
const leastShare = 1e-4;

function negligiblePounds(comparison: Comparison): number {
  const first = comparison.policies[0];
  if (first === undefined || comparison.basis === "same-unit-prices") return leastPounds;
  return Math.max(leastPounds, leastShare * Math.abs(measureOf(first, "meanBill").value ?? 0));
}
