import { bindExample, monthsOfExample } from "./bind-example.ts";
import type { Evaluate } from "./evaluate.ts";
import { openEvaluateRoad } from "./example-evaluate.ts";
import { conflictOf } from "./rule-conflict.ts";
import type { Example, Ruleset } from "./ruleset.ts";

/** The names of the rules that hold in any month of an example, as json-rules-engine judges them. */
export async function rulesHeldIn(ruleset: Ruleset, example: Example, evaluate: Evaluate): Promise<string[]> {
  const { contract } = bindExample(ruleset, example, ruleset.id);
  if (contract === undefined) return [];
  const held = new Set<string>();
  const run = openEvaluateRoad(contract, ruleset, evaluate, (judgements) => {
    for (const { rule, held: holds } of judgements) if (holds) held.add(rule);
  });
  try {
    await run(monthsOfExample(ruleset, example));
  } catch (error) {
    const conflict = conflictOf(error);
    if (conflict === undefined) throw error;
    // The month at which it stops is not told, but for the rules that stop it.
    for (const rule of conflict.rules) held.add(rule);
  }
  return [...held];
}
