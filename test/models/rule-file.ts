import { readFileSync } from "node:fs";
import { rulesetFilesBelow, rulesFolder } from "../../src/cli/library.ts";
import { readRulesetFile } from "../../src/cli/ruleset-file.ts";
import { isAwardKind } from "../../src/engine/kind.ts";
import type { Terms } from "./terms.ts";

/** Every term of a contract in the shipped library by id: rules as they stand, a decision table as the rules that it makes. */
export const ruleFiles: ReadonlyMap<string, Terms> = new Map(
  rulesetFilesBelow(rulesFolder)
    .map((path) =>
      path.endsWith(".json")
        ? (JSON.parse(readFileSync(path, "utf8")) as Terms)
        : (readRulesetFile(path).ruleset as Terms),
    )
    .filter(({ kind }) => !isAwardKind(kind))
    .map((ruleset) => [ruleset.id, ruleset]),
);

/** A rule file of the shipped library, to be written into a scenario under `rulesets:`. */
export function ruleFile(id: string): Terms {
  const found = ruleFiles.get(id);
  if (!found) throw new Error(`no rule file ${id}`);
  return found;
}
