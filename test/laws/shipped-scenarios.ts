import { readFileSync } from "node:fs";
import { join } from "node:path";
import { readLibrary, scenarioNames, scenariosFolder } from "../../src/cli/library.ts";
import { parseDocument } from "../../src/engine/document.ts";
import { type Problem, problemText } from "../../src/engine/problem.ts";
import type { Ruleset } from "../../src/engine/ruleset.ts";
import { type CheckedScenario, checkScenario, type ScenarioChanges } from "../../src/sim/check-scenario.ts";

export const shippedNames = scenarioNames();

/** Contracts of the founding document and the benchmark, small enough to be searched at length. */
export const searchedNames = ["dps-2017", "dps-2017-small", "standard-workload"];

/** Programmes that are remembered with their real figures. */
export const programmeNames = shippedNames.filter((name) => !searchedNames.includes(name));

/** The text of a shipped scenario. */
export function shippedText(name: string): string {
  return readFileSync(join(scenariosFolder, `${name}.yaml`), "utf8");
}

let rulesets: readonly Ruleset[] | undefined;

/** The shipped rulesets; throws where one does not pass its check. */
export function shippedRulesets(): readonly Ruleset[] {
  // Read once a test file: reading and checking them takes longer than most of what is asked of them.
  if (rulesets === undefined) {
    const library = readLibrary();
    refuse(library.problems);
    rulesets = library.rulesets;
  }
  return rulesets;
}

/** A shipped scenario, checked, under a variant where one is named. */
export function shippedScenario(name: string, changes: ScenarioChanges = {}): CheckedScenario {
  const document = parseDocument(`${name}.yaml`, shippedText(name), "yaml");
  refuse(document.problems);
  const library = new Map(shippedRulesets().map((ruleset) => [ruleset.id, ruleset]));
  const { checked, problems } = checkScenario(document, library, changes);
  refuse(problems);
  return checked!;
}

function refuse(problems: readonly Problem[]): void {
  if (problems.length > 0) throw new Error(problems.map(problemText).join("\n"));
}
