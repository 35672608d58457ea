import type { CheckedScenario } from "../../sim/check-scenario.ts";
import { asStated } from "../../sim/compare.ts";
import type { RunSpec } from "../../sim/run-spec.ts";
import { simulateHere } from "../../sim/simulate-here.ts";
import { causesOf } from "./causes.ts";
import { checkChanged } from "./check-changed.ts";

/** What an offer comes to if all goes to plan, in pounds. */
export type PlannedResult = {
  readonly income: number;
  readonly margin: number;
  /** What of the income the commissioner's budget, as the scenario has it, would not pay. */
  readonly beyondBudget: number;
};

/** Cash in pounds that no contract uses up, so that the plan runs to its end. */
const noLimit = { value: 1e9, derived: "as planned" };

/**
 * Works out what one policy's terms come to where everyone indicated comes and starts, outcomes and costs are as the
 * provider believes: people as expected and no luck at all, so one future says it.
 */
export async function plannedResult(
  spec: RunSpec,
  checked: CheckedScenario,
  place: number,
): Promise<PlannedResult> {
  const changes = Object.assign({}, ...causesOf(checked).map(({ asPlanned }) => asPlanned));
  const asPlanned = { ...changes, counts: "expected", "provider.reserves": noLimit };
  const plan = await onlyFuture(checkChanged(spec, asPlanned), place);
  if (!checked.scenario.commissioner.stopsWhenSpent) return { ...plan, beyondBudget: 0 };
  const within = { ...asPlanned, "commissioner.stopsWhenSpent": true };
  const { income } = await onlyFuture(checkChanged(spec, within), place);
  return { ...plan, beyondBudget: plan.income - income };
}

async function onlyFuture(planned: CheckedScenario, place: number) {
  const scaled = [{ place, priceScale: 1 }];
  const [ledger] = await simulateHere(planned, scaled, 1, { seed: "", rest: async () => {} });
  const { payment, margin } = asStated(planned, ledger!);
  return { income: payment[0]! / 100, margin: margin[0]! / 100 };
}
