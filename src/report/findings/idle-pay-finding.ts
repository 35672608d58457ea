import { basisPhrase } from "../basis-words.ts";
import type { Comparison } from "../comparison.ts";
import { measureOf } from "../comparison-lookup.ts";
import { shownEstimate } from "../shown-estimate.ts";
import { moversOf } from "./movers.ts";
import { saidName } from "./said.ts";

const idle = "meanPaidWithNoReferral";

/** Where the commissioner pays most for contracts to which nobody is ever referred. */
export function idlePayFinding(comparison: Comparison): string | undefined {
  const first = comparison.policies[0];
  if (first === undefined || comparison.paths < 2) return undefined;
  const numberOf = (policy: typeof first) => measureOf(policy, idle).value ?? 0;
  const most = moversOf(comparison, idle).up.reduce<typeof first | undefined>(
    (top, policy) => (top === undefined || numberOf(policy) > numberOf(top) ? policy : top),
    undefined,
  );
  if (most === undefined) return undefined;
  const text = (policy: typeof first) => shownEstimate(measureOf(policy, idle)).text;
  return `${basisPhrase(comparison)}, what is paid where nobody is ever referred is highest under ${saidName(most)}: ${text(most)} a contract, averaged over all futures; under ${saidName(first)} it is ${text(first)}.`;
}
