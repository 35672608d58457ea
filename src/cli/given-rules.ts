import type { Problem } from "../engine/problem.ts";
import type { Ruleset } from "../engine/ruleset.ts";
import { canonicalText } from "../sim/content-hash.ts";
import { isCasesFile } from "./case-files.ts";
import { readRuleset } from "./rules-option.ts";

/**
 * The rulesets among files that are checked together, which a scenario among them may bind, and the scenarios.
 *
 * A copy of a library's ruleset is the same ruleset; a changed one under the same id is a problem for a scenario
 * alone, which could mean either. What is wrong with a file is said when it is checked.
 */
export function rulesGiven(
  paths: readonly string[],
  library: readonly Ruleset[],
): { rulesets: Ruleset[]; scenarios: string[]; problems: Problem[] } {
  const known = new Map(library.map((ruleset) => [ruleset.id, ruleset]));
  const rulesets: Ruleset[] = [];
  const problems: Problem[] = [];
  const scenarios: string[] = [];
  for (const path of paths) {
    if (isCasesFile(path)) continue;
    const { ruleset, isScenario, where } = readRuleset(path);
    if (isScenario) scenarios.push(path);
    if (ruleset === undefined) continue;
    const same = known.get(ruleset.id);
    if (same === undefined) rulesets.push(ruleset);
    else if (canonicalText(same) !== canonicalText(ruleset)) {
      const expected = "an id that neither the library nor another file uses";
      problems.push({ where, adjective: "duplicate", noun: "ruleset", found: ruleset.id, expected });
    }
    known.set(ruleset.id, same ?? ruleset);
  }
  return { rulesets, scenarios, problems: scenarios.length === 0 ? [] : problems };
}
