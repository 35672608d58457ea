import { dirname } from "node:path";
import { parseDocument } from "../engine/document.ts";
import type { Problem } from "../engine/problem.ts";
import { isWrittenRuleset } from "../engine/table/check-written-ruleset.ts";
import { isCasesFile } from "./case-files.ts";
import { readInput, shownPath } from "./input-file.ts";
import { filesIn } from "./library.ts";
import { typedWords } from "./typed-words.ts";

/**
 * Problems with a scenario, in which an unknown ruleset says how one's own are bound, and of one that lies beside it
 * with which words.
 *
 * A scenario reaches no other file by itself; whoever runs it may say that it shall.
 */
export function withRulesBeside(problems: readonly Problem[], scenario: string): Problem[] {
  const isUnknown = ({ adjective, noun }: Problem) => adjective === "unknown" && noun === "ruleset";
  const beside = problems.some(isUnknown) ? rulesetsBeside(scenario) : new Map<string, string>();
  return problems.map((problem) => {
    if (!isUnknown(problem)) return problem;
    const path = beside.get(problem.found ?? "");
    const known = problem.hint === undefined ? "" : `${problem.hint} `;
    if (path === undefined)
      return { ...problem, hint: `${known}rulesets of your own are given with --rules` };
    const hint = `${path} lies beside it; add --rules ${typedWords([path]).join(" ")}`;
    return { ...problem, hint };
  });
}

/** What lies in the folder of a scenario and is meant as a ruleset: its path by its id. */
function rulesetsBeside(scenario: string): Map<string, string> {
  const files = filesIn(dirname(scenario), [".json", ".yaml", ".yml"]).filter((path) => !isCasesFile(path));
  return new Map(
    files.flatMap((path): [string, string][] => {
      const { text, problems } = readInput(path);
      if (problems.length > 0) return [];
      const { value } = parseDocument(path, text, path.endsWith(".json") ? "json" : "yaml");
      const id = isWrittenRuleset(value) ? (value as { id?: unknown }).id : undefined;
      return typeof id === "string" ? [[id, shownPath(path)]] : [];
    }),
  );
}
