import { didYouMean } from "../engine/nearest-name.ts";
import type { Problem } from "../engine/problem.ts";
import { callOffsOf } from "../sim/call-offs.ts";
import type { CheckedScenario } from "../sim/check-scenario.ts";

/** Finds the place of one of a scenario's contracts by its id; the first where none is named. */
export function readContractPlace(
  checked: CheckedScenario,
  id: string | undefined,
): { value: number; problem?: undefined } | { value?: undefined; problem: Problem } {
  if (id === undefined) return { value: 0 };
  const ids = callOffsOf(checked).map((callOff) => callOff.id);
  const value = ids.indexOf(id);
  if (value >= 0) return { value };
  const hint = didYouMean(id, ids);
  const expected = `one of ${ids.join(", ")}`;
  const problem: Problem = {
    where: "--contract",
    adjective: "unknown",
    noun: "contract",
    found: id,
    expected,
  };
  return { problem: { ...problem, ...(hint && { hint }) } };
}
