import type { SmoothEstimator } from "./metric.ts";
import type { Quantile } from "./quantile.ts";

/** Columns whose numbers have either sign. */
const signed: ReadonlySet<string> = new Set(["margin", "npv", "otherPayment"]);

/**
 * Gives what a measure cannot fall below, in the unit of its columns: 0 of what is never negative, else −∞.
 * Payments can be taken back, so a column also counts as signed where some path holds a number below 0, which
 * `isNeverNegative` denies.
 */
export function leastOf(
  estimator: SmoothEstimator | Quantile,
  isNeverNegative: (column: string) => boolean,
): number {
  if (estimator.kind === "meanLoss" || estimator.kind === "deviation") return 0;
  const isLoss = "side" in estimator && estimator.side === "loss";
  if (isLoss || signed.has(estimator.column)) return Number.NEGATIVE_INFINITY;
  return isNeverNegative(estimator.column) ? 0 : Number.NEGATIVE_INFINITY;
}
