import { existsSync, statSync } from "node:fs";
import type { Command } from "commander";
import { parseDocument } from "../engine/document.ts";
import type { Problem } from "../engine/problem.ts";
import type { Ruleset } from "../engine/ruleset.ts";
import { checkWrittenRuleset, isWrittenRuleset } from "../engine/table/check-written-ruleset.ts";
import { isCasesFile } from "./case-files.ts";
import { readInput, shownPath } from "./input-file.ts";
import { filesBelow } from "./library.ts";

/** Adds the option by which people, and never a scenario, say which files of rules may be bound beside the library. */
export function addRulesOption(command: Command): Command {
  return command.option(
    "--rules <file or folder>",
    "rulesets or decision tables of your own that the scenario may bind; repeatable",
    (value: string, all: string[] | undefined) => [...(all ?? []), value],
  );
}

/** The rulesets of files and folders that were named, beside a library whose ids they may not have. */
export function readOwnRules(
  names: readonly string[] = [],
  library: readonly Ruleset[] = [],
): { rulesets: Ruleset[]; problems: Problem[] } {
  const rulesets: Ruleset[] = [];
  const problems: Problem[] = [];
  const places = new Map(library.map(({ id }) => [id, "the library"]));
  for (const path of new Set(names.flatMap((name) => filesOf(name, problems)))) {
    const { ruleset, problems: own, where } = readRuleset(path);
    problems.push(...own);
    if (ruleset === undefined) continue;
    const taken = places.get(ruleset.id);
    if (taken === undefined) rulesets.push(ruleset);
    else
      problems.push({
        where,
        adjective: "duplicate",
        noun: "ruleset",
        found: ruleset.id,
        expected: `an id that ${taken} does not use`,
      });
    if (taken === undefined) places.set(ruleset.id, shownPath(path));
  }
  return { rulesets, problems };
}

/** Reads a file that is meant as a ruleset or a decision table; says whether it is a scenario instead. */
export function readRuleset(path: string): {
  ruleset?: Ruleset | undefined;
  problems: readonly Problem[];
  isScenario?: boolean;
  where: string;
} {
  const where = shownPath(path);
  const { text, problems } = readInput(path);
  if (problems.length > 0) return { problems, where };
  const document = parseDocument(where, text, path.endsWith(".json") ? "json" : "yaml");
  const { value } = document;
  if (isWrittenRuleset(value)) {
    const checked = checkWrittenRuleset(document, value);
    const all = [...document.problems, ...checked.problems];
    return all.length > 0 ? { problems: all, where } : { ...checked, where: document.where(["id"]) };
  }
  if (document.problems.length > 0) return { problems: document.problems, where };
  const expected = "a ruleset or a decision table";
  const isScenario = typeof value === "object" && value !== null && "policies" in value;
  return { problems: [{ where, adjective: "invalid", noun: "file", expected }], isScenario, where };
}

/** The file that is named, or those of a folder that are meant as rulesets. */
function filesOf(name: string, problems: Problem[]): string[] {
  if (!existsSync(name) || !statSync(name).isDirectory()) return [name];
  const files = filesBelow(name, [".json", ".yaml", ".yml"]).filter(
    (path) => !isCasesFile(path) && holdsRuleset(path),
  );
  if (files.length === 0)
    problems.push({
      where: name,
      adjective: "missing",
      noun: "ruleset",
      expected: "a ruleset or a decision table in the folder",
    });
  return files;
}

function holdsRuleset(path: string): boolean {
  const { text, problems } = readInput(path);
  if (problems.length > 0) return false;
  return isWrittenRuleset(parseDocument(path, text, path.endsWith(".json") ? "json" : "yaml").value);
}
