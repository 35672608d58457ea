import type { RulesetMonth } from "../engine/evaluate-contract.ts";
import { codeOf, type FactValue, factValueOf } from "../engine/fact.ts";
import { decidingRules } from "./deciding-rules.ts";
import type { RuleAnswers, RuleQuestion } from "./rule-answers.ts";

/**
 * Asks a ruleset of offers on the road of reasons, one after the other: the twin of the compiled road.
 *
 * `onJudged` is called with how each rule was judged.
 */
export async function reasonsAnswers(
  { rule, columns, asked }: RuleQuestion,
  judge: (facts: Readonly<Record<string, FactValue>>) => Promise<RulesetMonth>,
  onJudged?: (offer: number, month: RulesetMonth) => void,
): Promise<RuleAnswers> {
  const { facts } = rule.contract;
  const months: (RulesetMonth | undefined)[] = [];
  for (let i = 0; i < asked.length; i++) {
    if (asked[i] === 0) {
      months.push(undefined);
      continue;
    }
    const given: Record<string, FactValue> = {};
    for (const [name, column] of columns) {
      const fact = facts.get(name);
      if (fact !== undefined) given[name] = factValueOf(fact, column[i]!);
    }
    const month = await judge(given);
    months.push(month);
    onJudged?.(i, month);
  }
  return {
    decided: (offer) =>
      decidingRules(
        rule.ruleset,
        new Set(months[offer]!.judgements.flatMap(({ rule: name, held }) => (held ? [name] : []))),
      ),
    value: (output, offer) => {
      const set = months[offer]?.sets.get(output);
      const fact = facts.get(output)!;
      return codeOf(fact, set ?? fact.default);
    },
  };
}
