import type { PolicyResult } from "../../sim/compare.ts";
import { basisPhrase } from "../basis-words.ts";
import type { Comparison } from "../comparison.ts";
import { measureOf } from "../comparison-lookup.ts";
import { shownEstimate } from "../shown-estimate.ts";
import { costWords } from "./cost-words.ts";
import { lowestOf, moversOf } from "./movers.ts";
import { saidName, saidNames } from "./said.ts";

const chance = "probabilityOfLoss";

/** Which policies change the provider's chance of a loss on a basis, and at what price. */
export function lossFinding(comparison: Comparison): string | undefined {
  const first = comparison.policies[0];
  if (first === undefined || comparison.policies.length < 2 || comparison.paths < 2) return undefined;
  const phrase = basisPhrase(comparison);
  const { up, down, unclear, missing } = moversOf(comparison, chance);
  if (missing.length === comparison.policies.length - 1) return undefined;
  const raised =
    up.length === 0
      ? ""
      : ` ${saidNames(up, (policy) => ` (to ${levelText(policy)})`)} ${up.length === 1 ? "raises" : "raise"} it.`;
  if (down.length === 0) {
    if (up.length > 0) return `${phrase}, no policy clearly lowers the provider's chance of a loss.${raised}`;
    const far = unclear.length > 0 ? " by more than this run can tell" : "";
    return `${phrase}, no policy changes the provider's chance of a loss${far}.`;
  }
  const best = lowestOf(down, chance);
  const from = levelText(first);
  const cost = (policy: PolicyResult) => {
    const words = costWords(comparison, policy);
    return words === undefined ? "" : `, ${words}`;
  };
  if (best.length > 1) {
    const named = saidNames(best, (policy) => ` (to ${levelText(policy)}${cost(policy)})`);
    return `${phrase}, ${named} lower the provider's chance of a loss most, from ${from}; this run does not tell them apart.${raised}`;
  }
  const most = down.length > 1 ? " most" : "";
  const only = best[0]!;
  return `${phrase}, ${saidName(only)} lowers the provider's chance of a loss${most}, from ${from} to ${levelText(only)}${cost(only)}.${raised}`;
}

function levelText(policy: PolicyResult): string {
  return shownEstimate(measureOf(policy, chance)).text;
}
