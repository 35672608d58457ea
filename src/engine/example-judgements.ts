import { bindExample, monthsOfExample } from "./bind-example.ts";
import type { Evaluate } from "./evaluate.ts";
import { openEvaluateRoad } from "./example-evaluate.ts";
import { rulesThatCount } from "./findings/deciding-rules.ts";
import { conflictOf } from "./rule-conflict.ts";
import type { Example, Ruleset } from "./ruleset.ts";

/**
 * The names of the rules that count in any month of an example, as json-rules-engine judges them: those that hold, and
 * under `first` and `priority` those that decide.
 */
export async function rulesCountedIn(
  ruleset: Ruleset,
  example: Example,
  evaluate: Evaluate,
): Promise<string[]> {
  const { contract } = bindExample(ruleset, example, ruleset.id);
  if (contract === undefined) return [];
  const counted = new Set<string>();
  const run = openEvaluateRoad(contract, ruleset, evaluate, (judgements) => {
    const held = new Set(judgements.flatMap((judgement) => (judgement.held ? [judgement.rule] : [])));
    for (const stage of ruleset.stages) for (const name of rulesThatCount(stage, held)) counted.add(name);
  });
  try {
    await run(monthsOfExample(ruleset, example));
  } catch (error) {
    const conflict = conflictOf(error);
    if (conflict === undefined) throw error;
    // The month at which it stops is not told, but for the rules that stop it.
    for (const rule of conflict.rules) counted.add(rule);
  }
  return [...counted];
}
