import { basisPhrase } from "../basis-words.ts";
import type { Comparison } from "../comparison.ts";
import { betterOf } from "../comparison-lookup.ts";
import { shownEstimate } from "../shown-estimate.ts";
import { lowestOf, moversOf } from "./movers.ts";
import { saidName } from "./said.ts";

/** Future by future, how often the provider does better under the policy that lowers its chance of a loss most. */
export function pairedFinding(comparison: Comparison): string | undefined {
  if (comparison.paths < 2) return undefined;
  const first = comparison.policies[0]!;
  const best = lowestOf(moversOf(comparison, "probabilityOfLoss").down, "probabilityOfLoss")[0];
  if (best === undefined) return undefined;
  const paired = betterOf(comparison, best.id, "margin");
  if (paired === undefined) return undefined;
  const share = (value: number) =>
    shownEstimate({ value, se: 0, low: value, high: value, unit: "probability" }).text;
  const equal = paired.equal > 0 ? `, the same in ${share(paired.equal)}` : "";
  return `${basisPhrase(comparison)}, future by future, the provider ends better off under ${saidName(best)} than under ${saidName(first)} in ${share(paired.better)} of futures${equal} and worse off in ${share(paired.worse)}.`;
}
