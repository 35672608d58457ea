import type { PolicyResult } from "../../sim/compare.ts";
import { turnedEstimate } from "../../sim/risk/turned-estimate.ts";
import type { Comparison } from "../comparison.ts";
import { differenceOf } from "../comparison-lookup.ts";
import { shownEstimate } from "../shown-estimate.ts";
import { shownScale } from "../shown-number.ts";
import { directionIn } from "../told-apart.ts";

/** What a policy costs against the first: more or less a contract or, on the same bill, the change of its prices. */
export function costWords(comparison: Comparison, policy: PolicyResult): string | undefined {
  if (comparison.basis === "same-expected-bill") {
    if (Math.abs(policy.priceScale - 1) < 0.0005) return undefined;
    const change = shownScale(policy.priceScale).replace(/^[+−]/, "");
    return `with unit prices ${change} ${policy.priceScale < 1 ? "lower" : "higher"}`;
  }
  const difference = differenceOf(comparison, policy.id, "meanBill");
  if (difference === undefined) return undefined;
  switch (directionIn(comparison, policy.id, "meanBill")) {
    case "up":
      return `for ${shownEstimate(difference).text} more a contract`;
    case "down":
      return `for ${shownEstimate(turnedEstimate(difference)).text} less a contract`;
    case "same":
      return "at no extra cost";
    case "unclear":
      return "at a cost that the run cannot tell from the first policy's";
    default:
      return undefined;
  }
}
