import { turnedEstimate } from "../../sim/risk/turned-estimate.ts";
import type { Comparison } from "../comparison.ts";
import { measureOf } from "../comparison-lookup.ts";
import { shownEstimate, spokenEstimate } from "../shown-estimate.ts";
import { saidChance, saidLoss, saidName } from "./said.ts";

/** How the provider fares under the first policy, from which the others differ. */
export function firstPolicyFinding(comparison: Comparison): string | undefined {
  const first = comparison.policies[0];
  if (first === undefined) return undefined;
  const margin = measureOf(first, "meanMargin");
  if (margin.value === null) return undefined;
  const name = saidName(first);
  if (margin.low === null || margin.high === null) {
    return `In the one simulated future the provider's margin under ${name} is ${shownEstimate(margin).text}; one future says nothing about risk.`;
  }
  const average =
    margin.high < 0
      ? `Under ${name} the provider loses money on average: ${spokenEstimate(turnedEstimate(margin))} a contract.`
      : margin.low > 0
        ? `Under ${name} the provider keeps ${spokenEstimate(margin)} a contract on average.`
        : `Under ${name} the provider's average margin cannot be told from zero: ${spokenEstimate(margin)} a contract.`;
  const chance = measureOf(first, "probabilityOfLoss");
  if (chance.value === null) return average;
  const loses = `It makes a loss ${saidChance(chance, comparison.paths)}`;
  const worst = measureOf(first, "expectedShortfall95");
  if (worst.value === null) return `${average} ${loses}.`;
  const link = worst.value > 0 ? " and, in the worst 1 in 20," : "; even in the worst 1 in 20 it";
  return `${average} ${loses}${link} ${saidLoss(worst)} on average.`;
}
