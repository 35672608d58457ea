import { readFileSync } from "node:fs";
import { join } from "node:path";
import { failWith } from "./failure.ts";
import { keepLibrary } from "./kept-library.ts";
import { keepScenario } from "./kept-scenario.ts";
import {
  keptLibraryFile,
  keptScenariosFolder,
  readLibraryFiles,
  rulesFolder,
  scenarioNames,
  scenariosFolder,
} from "./library.ts";

/** Keeps the shipped rulesets that pass their check, and the shipped scenarios as their schema gives them. */
export function keepShipped(): void {
  const { rulesets, problems } = readLibraryFiles();
  if (problems.length > 0) return failWith(problems);
  keepLibrary(keptLibraryFile, rulesFolder, rulesets);
  for (const name of scenarioNames())
    keepScenario(keptScenariosFolder, name, readFileSync(join(scenariosFolder, `${name}.yaml`), "utf8"));
}
