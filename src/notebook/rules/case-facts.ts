import { bindExample } from "../../engine/bind-example.ts";
import { monthsOf } from "../../engine/check-example-facts.ts";
import { isGivenByRules } from "../../engine/contract.ts";
import type { Fact, FactType, FactValue } from "../../engine/fact.ts";
import { rangedFacts } from "../../engine/findings/ranged-fact.ts";
import type { Example, Ruleset } from "../../engine/ruleset.ts";
import { namesInTracked, paymentsOf, readsOf, setFactsOf } from "../../engine/scope.ts";
import { factLabel } from "../../engine/words/fact-words.ts";
import { nameWords } from "../../engine/words/name-words.ts";
import { trackedWords } from "../../engine/words/tracked-words.ts";
import { rulesetWording } from "../../engine/words/wording.ts";
import { leverRange } from "./lever-range.ts";

/** A fact or parameter that a reader can move, as a lever needs it. */
export type CaseFact = {
  readonly name: string;
  readonly type: FactType;
  /** The words that it may be, where it is one of a list. */
  readonly values: readonly string[];
  readonly label: string;
  readonly hint: string;
  /** What a lever shows: pounds of pence, per cent of shares. */
  readonly unit: string;
  /** What one of the lever's units is in the rule's. */
  readonly scale: number;
  readonly min: number;
  readonly max: number;
  readonly step: number;
  /** As the example has it, or as it stands where that leaves it out; as rules read it, but parameters in pounds. */
  readonly start: FactValue;
  /** Does the example give it? */
  readonly isGiven: boolean;
  readonly isTerm: boolean;
};

/**
 * The facts and parameters that decide an example, in the order in which the ruleset reads them, those first that the
 * example gives.
 *
 * A fact that follows from others is moved by moving those, unless the example gives it: then it stands for all that it is
 * made of.
 */
export function caseFacts(ruleset: Ruleset, example: Example): CaseFact[] {
  const { contract } = bindExample(ruleset, example, ruleset.id);
  if (contract === undefined) return [];
  const months = monthsOf(example);
  const last = months.at(-1) ?? {};
  const ranged = rangedFacts(ruleset);
  const wording = rulesetWording(ruleset);
  const isGiven = (name: string) => months.some((month) => Object.hasOwn(month, name));
  return namesThatDecide(ruleset, isGiven, months.length)
    .map((name): CaseFact => {
      const parameter = Object.hasOwn(ruleset.parameters, name) ? ruleset.parameters[name] : undefined;
      const fact = { ...contract.facts.get(name)!, ...boundsOf(ranged.get(name)) };
      const usual = parameter?.default ?? (name === "month" ? months.length : fact.default);
      const start = (parameter === undefined ? last : Object.assign({}, ...months))[name] ?? usual;
      const unit = parameter?.unit ?? fact.unit;
      const examples = ruleset.examples.flatMap(monthsOf).map((month) => month[name]);
      const spec = ruleset.tracked[name];
      return {
        name,
        type: parameter?.type ?? fact.type,
        values: parameter?.values ?? contract.facts.get(name)?.values ?? [],
        label: capital(parameter === undefined ? factLabel(name) : nameWords(name)),
        hint: spec === undefined ? (parameter ?? fact).sentence : capital(`${trackedWords(spec, wording)}.`),
        ...leverRange(parameter ?? fact, unit, [start, usual, ...examples]),
        start,
        isGiven: isGiven(name),
        isTerm: parameter !== undefined,
      };
    })
    .sort((a, b) => Number(b.isGiven) - Number(a.isGiven) || Number(a.isTerm) - Number(b.isTerm));
}

/** The facts that follow from others in an example, and are told and not moved. */
export function workedOutFacts(ruleset: Ruleset, example: Example): string[] {
  const isGiven = (name: string) => monthsOf(example).some((month) => Object.hasOwn(month, name));
  const names = reached(ruleset, isGiven);
  return [...names].filter((name) => Object.hasOwn(ruleset.tracked, name) && !isGiven(name));
}

/** An example with other values for its facts in the last month, and for its parameters in all. */
export function caseWith(
  ruleset: Ruleset,
  example: Example,
  values: Readonly<Record<string, FactValue>>,
): Example {
  const months = monthsOf(example);
  const facts = Object.entries(values).filter(([name]) => !Object.hasOwn(ruleset.parameters, name));
  const terms = Object.fromEntries(
    Object.entries(values).filter(([name]) => Object.hasOwn(ruleset.parameters, name)),
  );
  const moved = months.map((month, m) => {
    // Held in one month a fact is held in all: a month of the example that leaves it out has its number still.
    const numbered = Object.hasOwn(values, "month") ? { month: m + 1 } : {};
    return { ...numbered, ...month, ...terms, ...(m === months.length - 1 && Object.fromEntries(facts)) };
  });
  return { ...example, given: Array.isArray(example.given.months) ? { months: moved } : moved[0]! };
}

/** All that the rules read, through facts that follow from others to those that they follow from. */
function reached(ruleset: Ruleset, isGiven: (name: string) => boolean): Set<string> {
  const names = new Set<string>();
  const walk = (name: string) => {
    if (names.has(name)) return;
    names.add(name);
    const spec = Object.hasOwn(ruleset.tracked, name) ? ruleset.tracked[name] : undefined;
    if (spec !== undefined && !isGiven(name)) namesInTracked(spec).forEach(walk);
  };
  readsOf(ruleset).forEach(walk);
  const params = JSON.stringify(ruleset.stages).matchAll(/"param":"(\w+)"/g);
  for (const [, name] of params) walk(name!);
  return names;
}

function namesThatDecide(ruleset: Ruleset, isGiven: (name: string) => boolean, months: number): string[] {
  const own = [...setFactsOf(ruleset), ...paymentsOf(ruleset).map((output) => `${output}Pence`)];
  const pays = paymentsOf(ruleset).length > 0;
  return [...reached(ruleset, isGiven)].filter((name) => {
    if (isGiven(name) || Object.hasOwn(ruleset.parameters, name)) return true;
    if (own.includes(name) || Object.hasOwn(ruleset.tracked, name)) return false;
    // What is owed so far follows from what the ruleset itself paid.
    const fact = { name, from: "dictionary" } as Fact;
    return !(isGivenByRules(fact) && (pays || months > 1));
  });
}

function boundsOf(fact: { readonly min?: number; readonly max?: number } | undefined) {
  return {
    ...(fact?.min !== undefined && { min: fact.min }),
    ...(fact?.max !== undefined && { max: fact.max }),
  };
}

function capital(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}
