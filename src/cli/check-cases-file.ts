import { dirname } from "node:path";
import { checkCases } from "../engine/cases/check-cases.ts";
import { parseDocument } from "../engine/document.ts";
import { openEvaluate } from "../engine/evaluate.ts";
import type { Problem } from "../engine/problem.ts";
import type { Ruleset } from "../engine/ruleset.ts";
import { escapedText } from "../engine/shown-text.ts";
import { isDecisionTable } from "../engine/table/check-decision-table.ts";
import { checkWrittenRuleset } from "../engine/table/check-written-ruleset.ts";
import { coloursOf } from "./colour.ts";
import { filesIn, readInput, shownPath } from "./library.ts";

/** How the names of case files end. */
export const caseEndings = [".cases.yaml", ".cases.yml"];

/** Does a file hold cases, by its name? */
export function isCasesFile(path: string): boolean {
  return caseEndings.some((ending) => path.endsWith(ending));
}

/** Runs the cases of a file on both roads: one line where all hold. */
export async function checkCasesFile(
  path: string,
  library: ReadonlyMap<string, Ruleset>,
): Promise<{ lines?: readonly string[]; problems: readonly Problem[] }> {
  const { text, problems: unread } = readInput(path);
  if (unread.length > 0) return { problems: unread };
  const shown = shownPath(path);
  const document = parseDocument(shown, text, path.endsWith(".json") ? "json" : "yaml");
  if (document.problems.length > 0) return { problems: document.problems };
  // A folder's own ruleset is meant before one of the library that has its name.
  const rulesets = new Map([...library, ...rulesetsBeside(path)]);
  const { count, held, problems } = await checkCases(document, rulesets, openEvaluate());
  if (problems.length > 0) {
    const some = `${escapedText(shown)}: ${held} of ${count} cases hold`;
    return { lines: count > 1 ? [some] : [], problems };
  }
  const { green } = coloursOf(process.stdout);
  const holds = count === 1 ? "1 case holds" : `${count} cases hold`;
  return { lines: [`${green("ok")} ${escapedText(shown)}: ${holds} on both roads`], problems: [] };
}

/** The rulesets and decision tables in the folder of a file, those that pass their check. */
function rulesetsBeside(path: string): [string, Ruleset][] {
  return filesIn(dirname(path), [".json", ".yaml", ".yml"])
    .filter((file) => !isCasesFile(file))
    .flatMap((file): [string, Ruleset][] => {
      const { text, problems } = readInput(file);
      if (problems.length > 0) return [];
      const document = parseDocument(shownPath(file), text, file.endsWith(".json") ? "json" : "yaml");
      if (document.problems.length > 0) return [];
      if (!file.endsWith(".json") && !isDecisionTable(document.value)) return [];
      const { ruleset } = checkWrittenRuleset(document, document.value);
      return ruleset === undefined ? [] : [[ruleset.id, ruleset]];
    });
}
