import { readdirSync } from "node:fs";
import { basename, join } from "node:path";
import { fileURLToPath, pathToFileURL } from "node:url";
import type { Problem } from "../engine/problem.ts";
import type { Ruleset } from "../engine/ruleset.ts";
import { isCasesFile } from "./case-files.ts";
import { readKeptLibrary } from "./kept-library.ts";
import { readRulesetFile } from "./ruleset-file.ts";

const root = fileURLToPath(new URL("../../", import.meta.url));

/** The folder of the rulesets that riskshare ships. */
export const rulesFolder = join(root, "rules");
/** The folder of the scenarios that riskshare ships. */
export const scenariosFolder = join(root, "scenarios");

/** All files with an ending below a folder, in the order of their names. */
export function filesBelow(folder: string, endings: readonly string[]): string[] {
  return readdirSync(folder, { withFileTypes: true })
    .sort((a, b) => (a.name < b.name ? -1 : 1))
    .flatMap((entry) => {
      const path = join(folder, entry.name);
      if (entry.isDirectory())
        return entry.name === "node_modules" || entry.name.startsWith(".") ? [] : filesBelow(path, endings);
      return endings.some((ending) => entry.name.endsWith(ending)) ? [path] : [];
    });
}

/** The files of a folder with an ending, not those of folders in it. */
export function filesIn(folder: string, endings: readonly string[]): string[] {
  return readdirSync(folder, { withFileTypes: true })
    .filter((entry) => entry.isFile() && endings.some((ending) => entry.name.endsWith(ending)))
    .map((entry) => join(folder, entry.name))
    .sort();
}

/** The files of rulesets and decision tables below a folder; case files are none. */
export function rulesetFilesBelow(folder: string): string[] {
  return filesBelow(folder, [".json", ".yaml", ".yml"]).filter((path) => !isCasesFile(path));
}

/** The folders of shipped requirements and of the offers made to them. */
export const requirementsFolder = join(scenariosFolder, "requirements");
export const offersFolder = join(scenariosFolder, "offers");
/** The folder of providers' own offers that riskshare ships. */
export const ownOffersFolder = join(scenariosFolder, "own-offers");

/** Where a build keeps the shipped rulesets. */
export const keptLibraryFile = join(root, "dist", "library.json");

/** Where a build keeps the shipped scenarios. */
export const keptScenariosFolder = join(root, "dist", "scenarios");

/** Does this code come from a build? Only what was built together goes together. */
export const isBuilt: boolean = import.meta.url.startsWith(new URL("dist/", pathToFileURL(root)).href);

/** Gives the shipped rulesets, as the build kept them or from their files. */
export function readLibrary(): { rulesets: Ruleset[]; problems: Problem[] } {
  // While src/ is being changed, the files are read.
  const rulesets = isBuilt ? readKeptLibrary(keptLibraryFile, rulesFolder) : undefined;
  return rulesets === undefined ? readLibraryFiles() : { rulesets, problems: [] };
}

/** Reads the shipped rulesets, those that are decision tables too. */
export function readLibraryFiles(): { rulesets: Ruleset[]; problems: Problem[] } {
  const rulesets: Ruleset[] = [];
  const problems: Problem[] = [];
  for (const path of rulesetFilesBelow(rulesFolder)) {
    const read = readRulesetFile(path);
    problems.push(...read.problems);
    if (read.ruleset !== undefined) rulesets.push(read.ruleset);
  }
  return { rulesets, problems };
}

/** The bare names of the shipped scenarios. */
export function scenarioNames(): string[] {
  return filesIn(scenariosFolder, [".yaml"])
    .filter((path) => !isCasesFile(path))
    .map((path) => basename(path, ".yaml"));
}

/** The bare names of the shipped own offers. */
export function ownOfferNames(): string[] {
  return filesIn(ownOffersFolder, [".yaml"]).map((path) => basename(path, ".yaml"));
}
