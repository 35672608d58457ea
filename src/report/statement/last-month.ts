import { statedTerm } from "../../engine/evaluate-contract.ts";
import { paymentsOf, setFactsOf } from "../../engine/scope.ts";
import { callOffsOf } from "../../sim/call-offs.ts";
import type { CheckedScenario } from "../../sim/check-scenario.ts";
import { monthsOfTerm } from "../../sim/discount.ts";

/** The last month in which a payment under a policy's terms can fall, whatever happens. */
export function lastPossibleMonth(checked: CheckedScenario, place: number, contract: number): number {
  const { scenario, timeline, policies } = callOffsOf(checked)[contract]!.checked;
  const terms = policies[place]!.contract;
  const days = terms.rulesets.flatMap((ruleset) =>
    [...paymentsOf(ruleset), ...setFactsOf(ruleset)].map(
      (output) => statedTerm(terms, ruleset, output, 1) ?? 0,
    ),
  );
  const longest = Math.max(scenario.contract.paymentTermDays, ...days);
  return timeline.lastMonth + monthsOfTerm(longest);
}
