import type { Problem } from "../../engine/problem.ts";
import { type CheckedScenario, checkScenario } from "../../sim/check-scenario.ts";
import type { RunSpec } from "../../sim/run-spec.ts";
import type { Changes } from "../offer-changes.ts";
import { withChanges } from "../with-changes.ts";

/** Checks a run's scenario with figures of it held; what was checked before stays in order, so a problem is thrown. */
export function checkChanged(spec: RunSpec, changes: Changes): CheckedScenario {
  const value = withChanges(JSON.parse(spec.text), changes);
  const document = { value, problems: [] as Problem[], where: () => spec.name };
  const library = new Map(spec.library.map((ruleset) => [ruleset.id, ruleset]));
  const { checked, problems } = checkScenario(document, library, spec.changes);
  if (checked === undefined)
    throw new Error(`${Object.keys(changes).join()} as planned: ${problems.map(({ noun }) => noun).join()}`);
  return checked;
}
