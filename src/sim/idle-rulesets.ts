import { paysNothingWithout } from "../engine/findings/pays-nothing.ts";
import type { Ruleset } from "../engine/ruleset.ts";
import { effectsOf, namesInTracked, readsOf, setFactsOf } from "../engine/scope.ts";
import type { CheckedPolicy, CheckedScenario } from "./check-scenario.ts";
import { parametersInForce } from "./kept-defaults.ts";
import type { ScenarioNote } from "./scenario-note.ts";
import type { Scenario } from "./scenario-schema.ts";

// Facts that are 0 where a scenario leaves a figure out: how to tell, and how to say it.
const unstated: readonly (readonly [fact: string, of: (scenario: Scenario) => unknown, says: string])[] = [
  ["budgetPence", ({ commissioner }) => commissioner.budgetPerFinancialYear, "no budget is stated"],
  ["calledOffValuePence", ({ contract }) => contract.calledOffValue, "no value called off is stated"],
];

/**
 * Rulesets that a policy binds and that change no payment: all that they pay is a multiple of a parameter left at its
 * default of 0, or of a figure that the scenario does not state; or they set facts that nothing else reads.
 *
 * A parameter that the scenario itself gives as 0 is meant.
 */
export function idleRulesets(checked: CheckedScenario): ScenarioNote[] {
  return checked.policies.flatMap((policy) => {
    const path = ["policies", checked.scenario.policies.findIndex(({ id }) => id === policy.spec.id)];
    return policy.contract.rulesets.flatMap((ruleset): ScenarioNote[] => {
      const why = whyNothing(ruleset, policy, checked) ?? whyUnread(ruleset, policy);
      return why === undefined ? [] : [{ path, says: `${ruleset.id} ${why}` }];
    });
  });
}

function whyNothing(ruleset: Ruleset, policy: CheckedPolicy, checked: CheckedScenario): string | undefined {
  const does = ruleset.kind === "limit" ? "changes nothing" : "pays nothing";
  const isIdle = (name: string) => paysNothingWithout(name, ruleset, policy.contract);
  const none = parametersInForce(checked, policy).find(
    ({ name, value, isDefault }) =>
      Object.hasOwn(ruleset.parameters, name) && isDefault && value === 0 && isIdle(name),
  );
  if (none !== undefined) return `${does}, as ${none.name} is 0`;
  const scenarios = [checked.scenario, ...checked.contracts.map((own) => own.checked.scenario)];
  const left = unstated.find(
    ([fact, of]) => scenarios.every((each) => of(each) === undefined) && isIdle(fact),
  );
  return left && `${does}, as ${left[2]}`;
}

function whyUnread(ruleset: Ruleset, { contract }: CheckedPolicy): string | undefined {
  const sets = setFactsOf(ruleset);
  // A settlement is paid by whoever sets it.
  if (sets.includes("settlementPence") || effectsOf(ruleset).some(({ type }) => type !== "set")) return;
  const others = contract.rulesets.filter((other) => other !== ruleset);
  const read = new Set(others.flatMap(readsOf));
  // Each stands after those that it reads.
  for (const { name, spec } of [...contract.tracked].reverse())
    if (read.has(name)) for (const part of namesInTracked(spec)) read.add(part);
  if (sets.some((name) => read.has(name))) return;
  const what = ruleset.kind === "fault" ? "the fault" : "what it sets";
  return `changes nothing, as no other ruleset of the policy reads ${what}`;
}
