import { readFileSync } from "node:fs";
import { readLibraryFiles } from "../../src/cli/library.ts";
import { type Described, describe } from "../../src/notebook/live/described.ts";
import type { CheckedScenario } from "../../src/sim/check-scenario.ts";
import { openRun } from "../../src/sim/run-spec.ts";
import type { PolicySpec } from "../../src/sim/scenario-schema.ts";

const { rulesets: library } = readLibraryFiles();

/** A shipped scenario as a page has it described. */
export function describedScenario(name: string): Described {
  const { checked, problems } = openRun({
    name,
    text: readFileSync(`scenarios/${name}.yaml`, "utf8"),
    format: "yaml",
    library,
    changes: { set: [] },
    seed: "",
  });
  if (checked === undefined) throw new Error(JSON.stringify(problems));
  return describe(checked as CheckedScenario, library);
}

/** What a policy binds and sets, in an order that does not depend on how it was made. */
export function boundOf({
  rulesets,
  parameters,
  levers,
}: Pick<PolicySpec, "rulesets" | "parameters" | "levers">) {
  return { rulesets: [...rulesets].sort(), parameters, levers };
}
