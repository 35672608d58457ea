import { dirname } from "node:path";
import { checkCases, type KnownRulesets } from "../engine/cases/check-cases.ts";
import { parseDocument } from "../engine/document.ts";
import { openEvaluate } from "../engine/evaluate.ts";
import type { Problem } from "../engine/problem.ts";
import type { Ruleset } from "../engine/ruleset.ts";
import { escapedText } from "../engine/shown-text.ts";
import { canonicalText } from "../sim/content-hash.ts";
import { isCasesFile } from "./case-files.ts";
import { coloursOf } from "./colour.ts";
import { readInput, shownPath } from "./input-file.ts";
import { filesIn } from "./library.ts";
import { checkRulesetFile, isRulesetFile } from "./ruleset-file.ts";

/** Runs the cases of a file on both roads: one line where all hold. */
export async function checkCasesFile(
  path: string,
  library: ReadonlyMap<string, Ruleset>,
  { shipped = library }: { readonly shipped?: ReadonlyMap<string, Ruleset> } = {},
): Promise<{ lines?: readonly string[]; problems: readonly Problem[] }> {
  const { text, problems: unread } = readInput(path);
  if (unread.length > 0) return { problems: unread };
  const shown = shownPath(path);
  const document = parseDocument(shown, text, path.endsWith(".json") ? "json" : "yaml");
  if (document.problems.length > 0) return { problems: document.problems };
  const known = withRulesetsBeside(library, shipped, path);
  const { count, held, problems } = await checkCases(document, known, openEvaluate());
  if (problems.length > 0) {
    const some = `${escapedText(shown)}: ${held} of ${count} cases hold`;
    return { lines: count > 1 ? [some] : [], problems };
  }
  const { green } = coloursOf(process.stdout);
  const holds = count === 1 ? "1 case holds" : `${count} cases hold`;
  return { lines: [`${green("ok")} ${escapedText(shown)}: ${holds}, worked out in two ways`], problems: [] };
}

/**
 * A library with the rulesets and decision tables in the folder of a file; of those that do not pass their check, the
 * file that says so, and of those whose id a shipped one or another of the folder has, the file that has it too.
 *
 * A ruleset of another folder that is checked together with this one gives way to the folder's own.
 */
function withRulesetsBeside(
  library: ReadonlyMap<string, Ruleset>,
  shipped: ReadonlyMap<string, Ruleset>,
  path: string,
): KnownRulesets {
  type Known = Ruleset | { refused: string } | { again: string };
  const own = new Map<string, Known>();
  for (const file of filesIn(dirname(path), [".json", ".yaml", ".yml"])) {
    if (isCasesFile(file)) continue;
    const { text, problems } = readInput(file);
    if (problems.length > 0) continue;
    const document = parseDocument(shownPath(file), text, file.endsWith(".json") ? "json" : "yaml");
    if (!isRulesetFile(file, document.value)) continue;
    const { ruleset } = checkRulesetFile(document);
    const { id } = (ruleset ?? document.value ?? {}) as { id?: unknown };
    if (typeof id !== "string") continue;
    const same = own.get(id) ?? shipped.get(id);
    if (ruleset === undefined) own.set(id, { refused: shownPath(file) });
    else if (same === undefined || canonicalText(same) === canonicalText(ruleset)) own.set(id, ruleset);
    else if (!("refused" in same)) own.set(id, { again: shownPath(file) });
  }
  return new Map<string, Known>([...library, ...own]);
}
