import type { CheckedScenario } from "./check-scenario.ts";

/** A scenario, and each of its contracts, with only these policies in this order. */
export function withPolicies(checked: CheckedScenario, ids: readonly string[]): CheckedScenario {
  return {
    ...checked,
    policies: ids.map((id) => checked.policies.find((policy) => policy.spec.id === id)!),
    contracts: checked.contracts.map((callOff) => ({
      ...callOff,
      checked: withPolicies(callOff.checked, ids),
    })),
  };
}
