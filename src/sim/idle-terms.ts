import type { DocumentPath } from "../engine/document.ts";
import type { Ruleset } from "../engine/ruleset.ts";
import { groundsOf, namesInTracked, readsOf, setFactsOf } from "../engine/scope.ts";
import type { CheckedScenario } from "./check-scenario.ts";

/** Something that is allowed and does nothing: where it stands, and why it is idle. */
export type IdleTerm = { readonly path: DocumentPath; readonly says: string };

/** Finds what a scenario states and no future can feel, which its author may not have meant. */
export function idleTerms({ scenario, policies }: CheckedScenario): IdleTerm[] {
  const place = (id: string) => scenario.policies.findIndex((policy) => policy.id === id);
  const neverDue = policies.flatMap(({ spec, contract }): IdleTerm[] => {
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
  const unbound = scenario.rulesets.flatMap((ruleset, r): IdleTerm[] => {
    const { id } = ruleset as { readonly id?: unknown };
    if (typeof id !== "string" || bound.has(id)) return [];
    return [{ path: ["rulesets", r], says: `no policy binds ${id}` }];
  });
  const unused = scenario.levers.flatMap((lever, l): IdleTerm[] =>
    used.has(lever.id) ? [] : [{ path: ["levers", l], says: `no policy pulls ${lever.id}` }],
  );
  const neverSet = policies.flatMap(({ spec, contract }): IdleTerm[] => {
    const set = new Set(contract.rulesets.flatMap(setFactsOf));
    const read = new Set(
      contract.rulesets.flatMap((ruleset) =>
        [...readsOf(ruleset), ...trackedReads(ruleset)].filter(
          (name) => ruleset.facts[name]?.optional !== true,
        ),
      ),
    );
    return [...read].flatMap((name): IdleTerm[] => {
      const fact = contract.facts.get(name);
      if (fact?.from !== "set" || set.has(name) || name === "settlementPence") return [];
      const says = `no ruleset of the policy sets ${name}, so it is always ${String(fact.default)}`;
      return [{ path: ["policies", place(spec.id)], says }];
    });
  });
  return [...neverDue, ...neverSet, ...unbound, ...unused];
}

function trackedReads(ruleset: Ruleset): string[] {
  return Object.values(ruleset.tracked).flatMap(namesInTracked);
}
