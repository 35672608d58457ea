import type { Contract } from "../../engine/contract.ts";
import type { CheckedPolicy, CheckedScenario } from "../check-scenario.ts";
import { paysBackShare } from "../check-service-fee-share.ts";
import { stepOf, type Variable } from "./variable.ts";

/** What a term without a stated most is tried up to, where nothing says how large it is. */
const plainMost = { pounds: 1e6, other: 1 };

/**
 * A numeric parameter of a policy's terms, with the range that its rulesets state; undefined where the policy has none of
 * the name, or where it would only take a share out of unit prices that no fee pays back.
 */
export function termVariable(checked: CheckedScenario, place: number, name: string): Variable | undefined {
  const { contract } = checked.policies[place]!;
  const bound = contract.parameters.get(name);
  if (bound === undefined || bound.parameter.type !== "number") return undefined;
  if (name === "serviceFeeShare" && !contract.rulesets.some(paysBackShare)) return undefined;
  const { unit } = bound.parameter;
  const current = Number(bound.value);
  const size = 100 * Math.abs(current) || (unit === "pounds" ? plainMost.pounds : plainMost.other);
  const { min = current < 0 ? -size : 0, max = Math.max(1, size) } = bound.parameter;
  return {
    name,
    kind: "term",
    unit,
    low: min,
    high: max,
    current,
    ...stepOf(unit, checked.scenario.counts),
  };
}

/**
 * A scenario in which one policy stands once for each value of a parameter of its terms, so that all of them are
 * settled on the same worlds in one run.
 */
export function withTermValues(
  checked: CheckedScenario,
  place: number,
  name: string,
  values: readonly number[],
): CheckedScenario {
  const policies = values.map((value, v): CheckedPolicy => {
    const { spec, contract } = checked.policies[place]!;
    const id = `${spec.id} ${v + 1}`;
    return { spec: { ...spec, id }, contract: withParameter(contract, id, name, value) };
  });
  return {
    ...checked,
    policies,
    contracts: checked.contracts.map((callOff) => ({
      ...callOff,
      checked: withTermValues(callOff.checked, place, name, values),
    })),
    believes: checked.believes ?? checked,
  };
}

function withParameter(contract: Contract, id: string, name: string, value: number): Contract {
  const bound = contract.parameters.get(name)!;
  return { ...contract, id, parameters: new Map(contract.parameters).set(name, { ...bound, value }) };
}
