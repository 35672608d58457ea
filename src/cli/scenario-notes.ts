import type { CheckedScenario } from "../sim/check-scenario.ts";
import { idleTerms } from "../sim/idle-terms.ts";
import { keptDefaults } from "../sim/kept-defaults.ts";
import { farFactors, unsourcedFigures } from "../sim/odd-figures.ts";
import type { ScenarioNote } from "../sim/scenario-note.ts";
import { templateRemains } from "./template-remains.ts";

/** What the author of a scenario would want to know, what weighs most first. */
export function scenarioNotes(
  checked: CheckedScenario,
  library: ReadonlyMap<string, unknown>,
  shipped: ReadonlyMap<string, unknown>,
): ScenarioNote[] {
  return [
    ...idleTerms(checked),
    ...farFactors(checked.scenario),
    ...keptDefaults(checked, library, shipped),
    ...templateRemains(checked.scenario),
    ...unsourcedFigures(checked.scenario),
  ];
}
