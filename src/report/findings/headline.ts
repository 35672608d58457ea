import { turnedEstimate } from "../../sim/risk/turned-estimate.ts";
import { basisPhrase } from "../basis-words.ts";
import type { Comparison } from "../comparison.ts";
import { measureOf } from "../comparison-lookup.ts";
import { shownEstimate } from "../shown-estimate.ts";
import { costWords } from "./cost-words.ts";
import { firstPolicyFinding } from "./first-policy-finding.ts";
import { safestPolicy } from "./safest-policy.ts";
import { saidChance, saidName } from "./said.ts";

const chance = "probabilityOfLoss";

/** The one thing to take away: how the provider fares today, and what changes that on the fairest basis at hand. */
export function headline(comparisons: readonly Comparison[]): string {
  const shown = comparisons[0];
  const fair = comparisons[comparisons.length - 1];
  const first = fair?.policies[0];
  if (shown === undefined || fair === undefined || first === undefined) return "";
  if (fair.paths < 2 || fair.policies.length < 2) return firstPolicyFinding(shown) ?? "";
  const margin = measureOf(shown.policies[0]!, "meanMargin");
  const loses =
    margin.high !== null && margin.high < 0
      ? `Under ${saidName(first)} the provider loses ${shownEstimate(turnedEstimate(margin)).text} a contract on average. `
      : "";
  const text = (policy: typeof first) => shownEstimate(measureOf(policy, chance)).text;
  const best = safestPolicy(fair);
  if (best !== undefined) {
    const whose = loses === "" ? "the provider's" : "its";
    return `${loses}${basisPhrase(fair)}, ${saidName(best)} lowers ${whose} chance of a loss from ${text(first)} to ${text(best)}.`;
  }
  const dear = safestPolicy(shown);
  if (dear !== undefined && shown !== fair)
    return `${loses}Terms lower the provider's chance of a loss only where the bill changes: ${saidName(dear)} takes it from ${text(shown.policies[0]!)} to ${text(dear)} ${costWords(shown, dear) ?? ""}; for the same bill no policy clearly does.`;
  return `${loses}No policy clearly lowers the provider's chance of a loss, which comes ${saidChance(measureOf(first, chance), fair.paths)} under ${saidName(first)}.`;
}
