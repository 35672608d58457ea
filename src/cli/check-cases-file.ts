import { dirname } from "node:path";
import { checkCases, type KnownRulesets } from "../engine/cases/check-cases.ts";
import { parseDocument } from "../engine/document.ts";
import { openEvaluate } from "../engine/evaluate.ts";
import type { Problem } from "../engine/problem.ts";
import type { Ruleset } from "../engine/ruleset.ts";
import { escapedText } from "../engine/shown-text.ts";
import { isCasesFile } from "./case-files.ts";
import { coloursOf } from "./colour.ts";
import { readInput, shownPath } from "./input-file.ts";
import { filesIn } from "./library.ts";
import { checkRulesetFile, isRulesetFile } from "./ruleset-file.ts";

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
  const known: KnownRulesets = new Map([...library, ...rulesetsBeside(path)]);
  const { count, held, problems } = await checkCases(document, known, openEvaluate());
  if (problems.length > 0) {
    const some = `${escapedText(shown)}: ${held} of ${count} cases hold`;
    return { lines: count > 1 ? [some] : [], problems };
  }
  const { green } = coloursOf(process.stdout);
  const holds = count === 1 ? "1 case holds" : `${count} cases hold`;
  return { lines: [`${green("ok")} ${escapedText(shown)}: ${holds}, worked out in two ways`], problems: [] };
}

/** The rulesets and decision tables in the folder of a file; of those that do not pass their check, the file. */
function rulesetsBeside(path: string): [string, Ruleset | { readonly refused: string }][] {
  return filesIn(dirname(path), [".json", ".yaml", ".yml"])
    .filter((file) => !isCasesFile(file))
    .flatMap((file): [string, Ruleset | { refused: string }][] => {
      const { text, problems } = readInput(file);
      if (problems.length > 0) return [];
      const document = parseDocument(shownPath(file), text, file.endsWith(".json") ? "json" : "yaml");
      if (!isRulesetFile(file, document.value)) return [];
      const { ruleset } = checkRulesetFile(document);
      if (ruleset !== undefined) return [[ruleset.id, ruleset]];
      const { id } = (document.value ?? {}) as { id?: unknown };
      return typeof id === "string" ? [[id, { refused: shownPath(file) }]] : [];
    });
}
