import { namesInAmount } from "./amount.ts";
import { factsOfCondition } from "./condition.ts";
import { dictionaryOf } from "./dictionary.ts";
import type { Fact } from "./fact.ts";
import { isPence } from "./fact.ts";
import type { Parameter, Ruleset, TrackedSpec } from "./ruleset.ts";
import { type Verdict, verdicts } from "./verdict.ts";
import { nameWords } from "./words/name-words.ts";

/** A parameter as the fact that rules read under its name. */
export function parameterFact(name: string, parameter: Parameter): Fact {
  const { type, values, unit, sentence } = parameter;
  const fact: Fact = { name, type, unit, sentence, default: parameter.default, from: "parameter" };
  return values === undefined ? fact : { ...fact, values };
}

/** A tracked fact as the fact that rules read under its name. */
export function trackedFact(name: string, spec: TrackedSpec): Fact {
  const type = "latch" in spec ? "boolean" : "number";
  const unit = isPence(name) ? "pence" : "count" in spec || "consecutive" in spec ? "months" : "number";
  return {
    name,
    type,
    unit,
    default: type === "boolean" ? false : 0,
    sentence: "a tracked fact",
    from: "tracked",
  };
}

/** The names that a tracked fact is made of. */
export function namesInTracked(spec: TrackedSpec): string[] {
  if ("value" in spec) return everyName(namesInAmount(spec.value));
  if ("sum" in spec) return everyName(namesInAmount(spec.sum));
  if ("count" in spec) return factsOfCondition(spec.count);
  if ("consecutive" in spec) return factsOfCondition(spec.consecutive);
  if ("latch" in spec) return factsOfCondition(spec.latch);
  return factsOfCondition(spec.firstMonth);
}

function everyName(names: { facts: string[]; params: string[] }): string[] {
  return [...names.facts, ...names.params];
}

/** The outputs of a ruleset: the events of its rules and of what stands under `otherwise`. */
export function effectsOf(ruleset: Ruleset): Ruleset["stages"][number]["otherwise"] {
  return ruleset.stages.flatMap((stage) => [...stage.rules.map((rule) => rule.event), ...stage.otherwise]);
}

/** The names of the payments that a ruleset makes. */
export function paymentsOf(ruleset: Ruleset): string[] {
  return [...new Set(effectsOf(ruleset).flatMap((e) => (e.type === "pay" ? [e.params.output] : [])))];
}

/** The names of the facts that a ruleset sets. */
export function setFactsOf(ruleset: Ruleset): string[] {
  return [...new Set(effectsOf(ruleset).flatMap((e) => (e.type === "set" ? [e.params.output] : [])))];
}

/** What a ruleset says of an offer: the points that it scores, and why it leaves the offer out or asks the bidder. */
export function verdictsOf(ruleset: Ruleset, type: Verdict): string[] {
  return [...new Set(effectsOf(ruleset).flatMap((e) => (e.type === type ? [e.params.output] : [])))];
}

/** The grounds on which a ruleset may end the contract, in file order. */
export function groundsOf(ruleset: Ruleset): string[] {
  return [...new Set(effectsOf(ruleset).flatMap((e) => (e.type === "end" ? [e.params.output] : [])))];
}

/** What is owed under an output this month is a fact of later stages and kinds. */
export function outputFact(output: string): Fact {
  const name = `${output}Pence`;
  return {
    name,
    type: "number",
    unit: "pence",
    default: 0,
    sentence: `Owed this month under ${output}.`,
    from: "output",
  };
}

/** What a ruleset says of an offer is a fact of later stages: points, or a yes or no. */
export function verdictFact(output: string, type: Verdict): Fact {
  return type === "score"
    ? {
        name: output,
        type: "number",
        unit: "points",
        default: 0,
        sentence: "Points of the offer.",
        from: "output",
      }
    : {
        name: output,
        type: "boolean",
        unit: "yes or no",
        default: false,
        sentence:
          type === "ask"
            ? `Is the bidder asked to explain: ${nameWords(output)}?`
            : `Is the offer left out: ${nameWords(output)}?`,
        from: "output",
      };
}

/** Everything that a ruleset may read, by name: the dictionary, its own facts, parameters, tracked facts and outputs. */
export function scopeOf(ruleset: Ruleset): Map<string, Fact> {
  const scope = new Map(dictionaryOf(ruleset.kind));
  for (const output of paymentsOf(ruleset)) scope.set(`${output}Pence`, outputFact(output));
  for (const type of verdicts)
    for (const output of verdictsOf(ruleset, type)) scope.set(output, verdictFact(output, type));
  for (const [name, spec] of Object.entries(ruleset.tracked)) scope.set(name, trackedFact(name, spec));
  for (const [name, parameter] of Object.entries(ruleset.parameters))
    scope.set(name, parameterFact(name, parameter));
  for (const [name, declared] of Object.entries(ruleset.facts)) {
    const { type, values, unit, min, max, sentence, from } = declared;
    scope.set(name, {
      name,
      type,
      unit,
      sentence,
      from,
      default: declared.default,
      ...(values && { values }),
      ...(min !== undefined && { min }),
      ...(max !== undefined && { max }),
    });
  }
  return scope;
}

/** The facts that a ruleset's conditions and amounts read this month (its tracked facts remember and may read anything). */
export function readsOf(ruleset: Ruleset): string[] {
  const names: string[] = [];
  const walk = (part: unknown): void => {
    if (Array.isArray(part)) part.forEach(walk);
    else if (typeof part === "object" && part !== null) {
      const record = part as Record<string, unknown>;
      if (typeof record.fact === "string") names.push(record.fact);
      Object.values(record).forEach(walk);
    }
  };
  for (const stage of ruleset.stages) for (const rule of stage.rules) walk(rule.conditions);
  for (const effect of effectsOf(ruleset)) walk(effect.params);
  return names;
}
