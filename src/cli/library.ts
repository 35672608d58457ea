import { readdirSync, readFileSync } from "node:fs";
import { basename, join, relative } from "node:path";
import { fileURLToPath } from "node:url";
import { checkRuleset } from "../engine/check-ruleset.ts";
import { parseDocument } from "../engine/document.ts";
import type { Problem } from "../engine/problem.ts";
import type { Ruleset } from "../engine/ruleset.ts";
import { readText } from "./read-text.ts";
import { systemWords } from "./system-words.ts";

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

/** A path as people would write it from where they are. */
export function shownPath(path: string): string {
  const near = relative(process.cwd(), path);
  return near === "" || near.startsWith("..") ? path : near;
}

/** Reads the shipped rulesets. */
export function readLibrary(): { rulesets: Ruleset[]; problems: Problem[] } {
  const rulesets: Ruleset[] = [];
  const problems: Problem[] = [];
  for (const path of filesBelow(rulesFolder, [".json"])) {
    const document = parseDocument(shownPath(path), readFileSync(path, "utf8"), "json");
    const checked = checkRuleset(document, document.value);
    problems.push(...document.problems, ...checked.problems);
    if (checked.ruleset !== undefined) rulesets.push(checked.ruleset);
  }
  return { rulesets, problems };
}

/** The bare names of the shipped scenarios. */
export function scenarioNames(): string[] {
  return filesBelow(scenariosFolder, [".yaml"])
    .filter((path) => !path.endsWith(".cases.yaml"))
    .map((path) => basename(path, ".yaml"));
}

const largestFile = 2 * 1024 * 1024;

/** Reads a text file that people named; a file that cannot be read, or is too large, is a problem. */
export function readInput(path: string): { text: string; problems: Problem[] } {
  const read = readText(path, largestFile);
  if ("text" in read) return { text: read.text, problems: [] };
  const where = shownPath(path);
  const refused = (problem: Omit<Problem, "where">) => ({ text: "", problems: [{ where, ...problem }] });
  if ("size" in read) {
    const found = `${(Math.ceil((read.size * 10) / largestFile) / 5).toFixed(1)} MiB`;
    return refused({ adjective: "invalid", noun: "size", found, expected: "at most 2 MiB" });
  }
  if ("code" in read && read.code === "ENOENT")
    return refused({ adjective: "missing", noun: "file", expected: "a file that exists" });
  const found = "code" in read ? systemWords(read) : read.notAFile;
  return refused({ adjective: "invalid", noun: "file", found, expected: "a file that can be read" });
}
