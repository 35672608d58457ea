import { isGivenByRules } from "../engine/contract.ts";
import type { FactValue } from "../engine/fact.ts";
import type { Ruleset } from "../engine/ruleset.ts";
import { namesInTracked } from "../engine/scope.ts";
import { asSentence, nameWords } from "../engine/words/name-words.ts";
import { unitWords } from "../engine/words/quantity-words.ts";
import { trackedWords } from "../engine/words/tracked-words.ts";
import { valueWords } from "../engine/words/value-words.ts";
import { rulesetWording, type Wording } from "../engine/words/wording.ts";
import { sourceWords } from "./source-words.ts";
import { stageWords } from "./stage-words.ts";

/** A ruleset in plain words: sentences that a lawyer could read. */
export type RulesetWords = {
  readonly title: string;
  /** What the term does, as its file says; empty where it says nothing. */
  readonly sentence: string;
  readonly source: string[];
  readonly rules: string[];
  readonly parameters: string[];
  /** What the words of the rules mean: facts that the file declares, and tracked facts. */
  readonly tracked: string[];
};

/**
 * Says a ruleset in plain words, with the values that a policy gives its parameters (pounds where money).
 *
 * Every rule is a sentence; sentences on hit policies stand where several rules could speak at once.
 */
export function rulesetWords(ruleset: Ruleset, values?: ReadonlyMap<string, FactValue>): RulesetWords {
  const wording = rulesetWording(ruleset, values);
  const steps = ruleset.stages.length;
  return {
    title: ruleset.title,
    sentence: ruleset.sentence ?? "",
    source: ruleset.source.map(sourceWords),
    rules: ruleset.stages.flatMap((stage, s) =>
      stageWords(stage, wording).map((text) => (steps > 1 ? `Step ${s + 1}: ${text}` : text)),
    ),
    parameters: Object.entries(ruleset.parameters).map(([name, parameter]) => {
      const shown = (value: FactValue) => valueWords({ name, unit: parameter.unit }, value);
      const value = values?.get(name) ?? parameter.default;
      const usual = value === parameter.default ? "" : ` (${shown(parameter.default)} where left out)`;
      const said = typeof value === "number" ? shown(value) : `(${shown(value)})`;
      return asSentence(
        `${nameWords(name)} ${said}${unitBehind(name, parameter.unit, value)}${usual}: ${parameter.sentence}`,
      );
    }),
    tracked: [...declaredWords(ruleset), ...trackedFacts(ruleset, wording)],
  };
}

function declaredWords(ruleset: Ruleset): string[] {
  return Object.entries(ruleset.facts).map(
    ([name, fact]) => `${asSentence(nameWords(name)).slice(0, -1)}: ${fact.sentence}`,
  );
}

function trackedFacts(ruleset: Ruleset, wording: Wording): string[] {
  return Object.entries(ruleset.tracked).map(([name, spec]) => {
    const late = isLate(name, ruleset, new Set()) ? " (as it stood at the end of last month)" : "";
    return asSentence(`${nameWords(name)}: ${trackedWords(spec, wording)}${late}`);
  });
}

/** The unit behind a parameter's value, where its name has not said it: "Notice months 2" needs none. */
function unitBehind(name: string, unit: string, value: FactValue): string {
  return nameWords(name).endsWith(unit) ? "" : unitWords(unit, value);
}

/** Does a tracked fact stand on what rulesets give, so that rules read it as at the end of last month? */
function isLate(name: string, ruleset: Ruleset, seen: Set<string>): boolean {
  if (seen.has(name) || !Object.hasOwn(ruleset.tracked, name)) return false;
  seen.add(name);
  const wording = rulesetWording(ruleset);
  return namesInTracked(ruleset.tracked[name]!).some((read) => {
    const fact = wording.fact(read);
    return (fact !== undefined && isGivenByRules(fact)) || isLate(read, ruleset, seen);
  });
}
