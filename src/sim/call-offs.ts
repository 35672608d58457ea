import type { CheckedCallOff, CheckedScenario } from "./check-scenario.ts";
import type { Luck } from "./luck.ts";

/** The contracts of a scenario: those that it lists, or itself as the only one. */
export function callOffsOf(checked: CheckedScenario): readonly CheckedCallOff[] {
  if (checked.contracts.length > 0) return checked.contracts;
  const { id, title } = checked.scenario;
  return [{ id, title, checked, common: new Set() }];
}

/** The luck of one contract: its own streams, but for what all contracts share. One contract alone has the plain ones. */
export function luckOfCallOff(checked: CheckedScenario, callOff: CheckedCallOff, luck: Luck): Luck {
  if (checked.contracts.length === 0) return luck;
  return { ...luck, contract: { id: callOff.id, common: callOff.common } };
}

/** The contracts that differ, each with how many are like it: what needs no luck is worked out once for all of them. */
export function differingCallOffs(
  checked: CheckedScenario,
): { readonly checked: CheckedScenario; readonly count: number }[] {
  const counts = new Map<CheckedScenario, number>();
  for (const { checked: own } of callOffsOf(checked)) counts.set(own, (counts.get(own) ?? 0) + 1);
  return [...counts].map(([own, count]) => ({ checked: own, count }));
}
