import type { FactValue } from "../engine/fact.ts";
import { quantityWords } from "../engine/words/quantity-words.ts";
import type { CheckedPolicy, CheckedScenario } from "./check-scenario.ts";
import type { ScenarioNote } from "./scenario-note.ts";

/** A parameter of a policy: what it is, its value in force, and whether the ruleset's own default gave it. */
export type ParameterInForce = {
  readonly name: string;
  readonly ruleset: string;
  readonly unit: string;
  readonly value: FactValue;
  readonly words: string;
  readonly isDefault: boolean;
};

/** The parameters of a policy, in the order of its rulesets; a name that several of them declare stands once. */
export function parametersInForce(
  { scenario }: Pick<CheckedScenario, "scenario">,
  { spec, contract }: CheckedPolicy,
): ParameterInForce[] {
  const named = new Map<string, ParameterInForce>();
  for (const ruleset of contract.rulesets)
    for (const [name, { unit }] of Object.entries(ruleset.parameters)) {
      if (named.has(name)) continue;
      const { parameter, value } = contract.parameters.get(name)!;
      const words = quantityWords({ unit: parameter.unit, name }, value);
      const isDefault = !Object.hasOwn(spec.parameters, name) && !Object.hasOwn(scenario.parameters, name);
      named.set(name, { name, ruleset: ruleset.id, unit, value, words, isDefault });
    }
  return [...named.values()];
}

/**
 * Sums of money that stay at a default, the library's or of a file of one's own, while the scenario sets others of the same policy: a cap that
 * was made for another contract's set-up cost is easily overlooked.
 */
export function keptDefaults(
  checked: CheckedScenario,
  /** The rulesets that do not stand in the scenario, by id, and those of them that are shipped. */
  library: ReadonlyMap<string, unknown>,
  shipped: ReadonlyMap<string, unknown>,
): ScenarioNote[] {
  const kept = new Map<string, { words: string; ruleset: string; policies: string[] }>();
  for (const policy of checked.policies) {
    const sums = parametersInForce(checked, policy).filter(({ unit }) => unit === "pounds");
    if (sums.every(({ isDefault }) => isDefault)) continue;
    for (const { name, ruleset, words, isDefault } of sums) {
      if (!isDefault || !library.has(ruleset)) continue;
      const entry = kept.get(name) ?? { words, ruleset, policies: [] };
      kept.set(name, { ...entry, policies: [...entry.policies, policy.spec.id] });
    }
  }
  return [...kept].map(([name, { words, ruleset, policies }]) => ({
    path: ["policies", checked.scenario.policies.findIndex(({ id }) => id === policies[0])],
    says: `${name} of ${ruleset} stays at ${shipped.has(ruleset) ? "the library's" : "its default"} ${words}; other sums of the policy are the scenario's own`,
  }));
}
