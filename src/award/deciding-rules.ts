import { rulesThatCount } from "../engine/findings/deciding-rules.ts";
import type { Ruleset } from "../engine/ruleset.ts";

/** Of the rules that held, those that count under the hit policies of their stages, in file order. */
export function decidingRules(ruleset: Ruleset, held: ReadonlySet<string>): string[] {
  return ruleset.stages.flatMap((stage) => [...rulesThatCount(stage, held)]);
}
