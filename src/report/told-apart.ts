import type { Estimate } from "../sim/risk/estimate.ts";
import { stepOf } from "./shown-estimate.ts";

/**
 * What a difference's 95 % interval says: clearly up or down, exactly the same, not told from zero, or not there.
 * A difference too small to be shown counts as the same, however narrow its interval: it is rounding to pence.
 */
export type Direction = "up" | "down" | "same" | "unclear" | "missing";

/** Says which way a difference points, by its interval. */
export function directionOf(difference: Estimate | undefined): Direction {
  if (difference === undefined || difference.value === null) return "missing";
  const { value, low, high } = difference;
  if (low === null || high === null) return "unclear";
  if (low === 0 && high === 0) return "same";
  const negligible = Math.abs(value) < leastShown(difference);
  if (low > 0) return negligible ? "same" : "up";
  if (high < 0) return negligible ? "same" : "down";
  return negligible && high - low < leastShown(difference) ? "same" : "unclear";
}

/** Does the interval exclude zero, by an amount that can be shown? */
export function isToldApart(difference: Estimate | undefined): boolean {
  const direction = directionOf(difference);
  return direction === "up" || direction === "down";
}

function leastShown(difference: Estimate): number {
  // Fees and prices are paid in whole pence, so that equal bills can differ by pennies and no more.
  return difference.unit === "pounds" ? 0.5 : stepOf(difference) / 2;
}
