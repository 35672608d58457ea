import { didYouMean } from "../engine/nearest-name.ts";
import type { Problem } from "../engine/problem.ts";
import type { CheckedScenario } from "../sim/check-scenario.ts";

/** Finds the place of a policy in its scenario by its id. */
export function readPolicyPlace(
  checked: CheckedScenario,
  id: string,
): { value: number; problem?: undefined } | { value?: undefined; problem: Problem } {
  const ids = checked.policies.map((policy) => policy.spec.id);
  const value = ids.indexOf(id);
  if (value >= 0) return { value };
  const hint = didYouMean(id, ids);
  const expected = `one of ${ids.join(", ")}`;
  const problem: Problem = { where: "--policy", adjective: "unknown", noun: "policy", found: id, expected };
  return { problem: { ...problem, ...(hint && { hint }) } };
}
