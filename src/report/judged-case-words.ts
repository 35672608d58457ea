import type { Change } from "../engine/cases/change.ts";
import type { JudgedCase } from "../engine/cases/judged-case.ts";
import { expectedValue } from "../engine/cases/run-case.ts";
import { monthsOf } from "../engine/check-example-facts.ts";
import { givenInMonth } from "../engine/explain.ts";
import { explainStage } from "../engine/explain-stage.ts";
import type { FactValue } from "../engine/fact.ts";
import type { Example, Ruleset } from "../engine/ruleset.ts";
import { alwaysHolds, conditionWords } from "../engine/words/condition-words.ts";
import { outcomeWords } from "../engine/words/effect-words.ts";
import { factWords } from "../engine/words/fact-words.ts";
import { asSentence, listWords, nameWords } from "../engine/words/name-words.ts";
import { unitWords } from "../engine/words/quantity-words.ts";
import { valueWords } from "../engine/words/value-words.ts";
import { contractWording, rulesetWording } from "../engine/words/wording.ts";
import { type ConditionRow, conditionRows } from "./condition-rows.ts";

/** A rule as it was judged: does it hold, what follows, and its condition line by line. */
export type JudgedRule = {
  readonly name: string;
  readonly held: boolean;
  /** When it holds, in words; empty where it always does. */
  readonly when: string;
  readonly text: string;
  readonly rows: readonly ConditionRow[];
};

/** A judged case in words. */
export type JudgedWords = {
  /** All that is given, in one sentence. */
  readonly answer: string;
  readonly rules: readonly JudgedRule[];
  /** What is given where no rule holds. */
  readonly otherwise: readonly string[];
};

const options = { priceScale: 1, rounded: true };

/** Says what a judged case comes to, rule by rule. */
export function judgedWords(example: Example, { contract, month }: JudgedCase): JudgedWords {
  const given = new Set(monthsOf(example).flatMap((one) => Object.keys(one)));
  const { ruleset, judgements, read } = month;
  const plain = contractWording(contract, 1);
  const rules: JudgedRule[] = [];
  const otherwise: string[] = [];
  let from = 0;
  for (const [s, stage] of ruleset.stages.entries()) {
    const own = judgements.slice(from, from + stage.rules.length);
    from += stage.rules.length;
    const facts = read[s] ?? {};
    const wording = contractWording(contract, 1, (name) => facts[name]);
    const explained = explainStage(contract, { ruleset, stage, judgements: own, read: facts }, options);
    for (const [r, { name, conditions }] of stage.rules.entries()) {
      const always = alwaysHolds(conditions);
      rules.push({
        name,
        held: own[r]!.held,
        when: conditionWords(conditions, plain) ?? "",
        text: asSentence(explained[r]!.text),
        rows: always ? [] : conditionRows(own[r]!.trace, contract, wording, given),
      });
    }
    otherwise.push(...explained.slice(stage.rules.length).map(({ text }) => asSentence(text)));
  }
  return { answer: asSentence(givenInMonth(month, plain)), rules, otherwise };
}

/** What an example expects, in words: "the contract ends on the ground referral shortfall". */
export function expectedWords(ruleset: Ruleset, example: Example): string {
  const wording = rulesetWording(ruleset);
  return listWords(
    Object.keys(example.expect).map((name) => {
      const value = expectedValue(example, name);
      if (name === "end")
        return value === null
          ? "the contract goes on"
          : outcomeWords("end", String(value), undefined, wording);
      if (wording.fact(name)?.from === "output")
        return outcomeWords("pay", name.replace(/Pence$/, ""), value ?? 0, wording);
      return outcomeWords("set", name, value ?? 0, wording);
    }),
  );
}

/** A change of one fact or parameter in words: "if months below were 3 instead of 4 months". */
export function changeWords(ruleset: Ruleset, { fact, month, from, to }: Change): string {
  const parameter = Object.hasOwn(ruleset.parameters, fact) ? ruleset.parameters[fact] : undefined;
  const of = parameter ?? rulesetWording(ruleset).fact(fact) ?? { unit: "number" };
  const shown = (value: FactValue) => {
    const unit = unitWords(of.unit, value);
    return `${valueWords({ name: fact, unit: of.unit }, value)}${nameWords(fact).includes(of.unit) ? "" : unit}`;
  };
  const name = parameter === undefined ? factWords(fact) : nameWords(fact);
  const at = month === undefined ? "" : ` in month ${month} of the example`;
  if (typeof to === "boolean") return `if “${name}” were ${shown(to)} and not ${shown(from)}${at}`;
  // No month is the end of a contract that goes on.
  if (fact === "endMonth" && (to === 0 || from === 0))
    return to === 0 ? `if the contract had not ended${at}` : `if the contract had ended in month ${to}${at}`;
  return `if ${name} were ${shown(to)} instead of ${shown(from)}${at}`;
}
