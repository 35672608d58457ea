import { type ParsedDocument, parseDocument } from "../engine/document.ts";
import type { Problem } from "../engine/problem.ts";
import type { Ruleset } from "../engine/ruleset.ts";
import { checkWrittenRuleset, isWrittenRuleset } from "../engine/table/check-written-ruleset.ts";
import { isCasesFile } from "./case-files.ts";
import { isAwardFile } from "./check-award-file.ts";
import { readInput, shownPath } from "./input-file.ts";

/** A ruleset as its file gives it, or what is wrong with the file; `document` finds the ruleset's places in it. */
export type RulesetFile = {
  readonly ruleset?: Ruleset | undefined;
  readonly document?: ParsedDocument;
  readonly problems: readonly Problem[];
};

/** Is a file meant as a ruleset? What is JSON is, and YAML by its keys, but for scenarios, requirements and offers. */
export function isRulesetFile(path: string, value: unknown): boolean {
  return isWrittenRuleset(value) || (path.endsWith(".json") && !isScenario(value) && !isAwardFile(value));
}

/** Reads a file of one ruleset, be it rules or a decision table, in JSON or YAML. */
export function readRulesetFile(path: string): RulesetFile {
  const where = shownPath(path);
  const other = (found: string, shows: string) => {
    const expected = `a ruleset or a decision table; riskshare ${shows}`;
    return { problems: [{ where, adjective: "invalid", noun: "file", found, expected } as const] };
  };
  if (isCasesFile(path)) return other("cases", "check runs cases");
  const { text, problems } = readInput(path);
  if (problems.length > 0) return { problems };
  const document = parseDocument(where, text, path.endsWith(".json") ? "json" : "yaml");
  if (isScenario(document.value)) return other("a scenario", "scenarios shows a scenario");
  return checkRulesetFile(document);
}

/** Checks a file that was read and is meant as a ruleset. */
export function checkRulesetFile(document: ParsedDocument): RulesetFile {
  const { ruleset, problems, document: inFile } = checkWrittenRuleset(document, document.value);
  const all = [...document.problems, ...problems];
  return all.length > 0 ? { problems: all } : { ruleset, document: inFile, problems: [] };
}

function isScenario(value: unknown): boolean {
  return typeof value === "object" && value !== null && Object.hasOwn(value, "policies");
}
