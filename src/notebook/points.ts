import type { ShownEstimate } from "../report/shown-estimate.ts";
import type { Estimate } from "../sim/risk/estimate.ts";

/** A percentage less another is so many points, and no percentage of anything. */
export function inPoints(shown: ShownEstimate, { unit }: Estimate): ShownEstimate {
  const isShare = unit === "probability" || unit === "share";
  return isShare ? { ...shown, text: shown.text.replace(/%$/, "points") } : shown;
}
