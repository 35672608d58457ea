import { didYouMean } from "../engine/nearest-name.ts";
import type { Problem } from "../engine/problem.ts";
import type { CheckedScenario } from "../sim/check-scenario.ts";

/** Finds the place of a policy in its scenario by its id, which has to be given. */
export function readPolicyPlace(
  checked: CheckedScenario,
  id: string | undefined,
): { value: number; problem?: undefined } | { value?: undefined; problem: Problem } {
  const ids = checked.policies.map((policy) => policy.spec.id);
  const expected = `one of ${ids.join(", ")}`;
  if (id === undefined)
    return {
      problem: { where: "--policy", adjective: "missing", noun: "policy", expected },
    };
  const value = ids.indexOf(id);
  if (value >= 0) return { value };
  const hint = didYouMean(id, ids);
  const problem: Problem = { where: "--policy", adjective: "unknown", noun: "policy", found: id, expected };
  return { problem: { ...problem, ...(hint && { hint }) } };
}
