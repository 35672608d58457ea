import { amountRange, anyNumber, nothing } from "../engine/findings/amount-range.ts";
import type { Ruleset } from "../engine/ruleset.ts";
import { effectsOf, groundsOf, namesInTracked, readsOf, setFactsOf } from "../engine/scope.ts";
import type { CheckedScenario } from "./check-scenario.ts";
import { idleRulesets } from "./idle-rulesets.ts";
import type { ScenarioNote } from "./scenario-note.ts";

/** Finds what a scenario states and no future can feel, which its author may not have meant. */
export function idleTerms(checked: CheckedScenario): ScenarioNote[] {
  const { scenario, policies } = checked;
  const place = (id: string) => scenario.policies.findIndex((policy) => policy.id === id);
  const neverDue = policies.flatMap(({ spec, contract }): ScenarioNote[] => {
    const fee = contract.rulesets.find((ruleset) => ruleset.kind === "cancellation");
    if (fee === undefined || contract.rulesets.some((ruleset) => groundsOf(ruleset).length > 0)) return [];
    return [
      {
        path: ["policies", place(spec.id)],
        says: `${fee.id} is never due, as no ruleset of the policy ends the contract`,
      },
    ];
  });
  const bound = new Set(scenario.policies.flatMap((policy) => policy.rulesets));
  const used = new Set(scenario.policies.flatMap((policy) => policy.levers));
  const unbound = scenario.rulesets.flatMap((ruleset, r): ScenarioNote[] => {
    const { id } = ruleset as { readonly id?: unknown };
    if (typeof id !== "string" || bound.has(id)) return [];
    return [{ path: ["rulesets", r], says: `no policy binds ${id}` }];
  });
  const unused = scenario.levers.flatMap((lever, l): ScenarioNote[] =>
    used.has(lever.id) ? [] : [{ path: ["levers", l], says: `no policy pulls ${lever.id}` }],
  );
  const neverSet = policies.flatMap(({ spec, contract }): ScenarioNote[] => {
    const set = new Set(contract.rulesets.flatMap(setFactsOf));
    const read = new Set(
      contract.rulesets.flatMap((ruleset) =>
        [...readsOf(ruleset), ...trackedReads(ruleset)].filter(
          (name) => ruleset.facts[name]?.optional !== true,
        ),
      ),
    );
    return [...read].flatMap((name): ScenarioNote[] => {
      const fact = contract.facts.get(name);
      if (fact?.from !== "set" || set.has(name) || name === "settlementPence") return [];
      const always = `no ruleset of the policy sets ${name}, so it is always ${String(fact.default)}`;
      const idle = contract.rulesets.find(
        (ruleset) => name === "faultShare" && owesNothingWithoutFault(ruleset),
      );
      const says = idle
        ? `${always} and ${idle.id} is never due; add a fault ruleset such as by-what-both-see`
        : always;
      return [{ path: ["policies", place(spec.id)], says }];
    });
  });
  return [...neverDue, ...neverSet, ...idleRulesets(checked), ...unbound, ...unused];
}

function trackedReads(ruleset: Ruleset): string[] {
  return Object.values(ruleset.tracked).flatMap(namesInTracked);
}

/** Is a settlement the commissioner's share of the fault of something, and so nothing where nobody says whose it was? */
function owesNothingWithoutFault(ruleset: Ruleset): boolean {
  const due = effectsOf(ruleset).filter((effect) => effect.params.output === "settlementPence");
  return (
    due.length > 0 &&
    due.every(({ params: { amount } }) => {
      if (typeof amount !== "object") return amount === 0;
      return amountRange(amount, (name) => (name === "faultShare" ? nothing : anyNumber)).max <= 0;
    })
  );
}
