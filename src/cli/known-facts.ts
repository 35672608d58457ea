import { readFileSync } from "node:fs";
import { parseDocument } from "../engine/document.ts";
import type { Ruleset } from "../engine/ruleset.ts";
import { providedFacts } from "../sim/provided-facts.ts";
import { scenarioSchema } from "../sim/scenario-schema.ts";
import { shownPath } from "./input-file.ts";
import { filesIn, scenariosFolder } from "./library.ts";

let ofScenarios: ReadonlySet<string> | undefined;

/** Does a shipped term read a fact of the scenario, or a shipped scenario give it? Then its name is no slip. */
export function isKnownFact(name: string, library: ReadonlyMap<string, Ruleset>): boolean {
  if ([...library.values()].some(({ facts }) => facts[name]?.from === "scenario")) return true;
  ofScenarios ??= factsOfShippedScenarios();
  return ofScenarios.has(name);
}

function factsOfShippedScenarios(): Set<string> {
  return new Set(
    filesIn(scenariosFolder, [".yaml"]).flatMap((path) => {
      const { value } = parseDocument(shownPath(path), readFileSync(path, "utf8"), "yaml");
      const { data } = scenarioSchema.safeParse(value);
      return data === undefined ? [] : [...providedFacts(data).keys()];
    }),
  );
}
