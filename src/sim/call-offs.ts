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
