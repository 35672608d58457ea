import { type Condition, isFactReference, type Leaf } from "../condition.ts";
import type { FactValue } from "../fact.ts";
import { type Operator, operators } from "../operators.ts";
import { factStatement } from "./fact-words.ts";
import { listWords, nameWords } from "./name-words.ts";
import { valueWords } from "./value-words.ts";
import { measureWords, type Wording } from "./wording.ts";

const opposites: Readonly<Record<Operator, string>> = {
  equal: "is not",
  notEqual: "is",
  lessThan: "is at least",
  lessThanInclusive: "is over",
  greaterThan: "is at most",
  greaterThanInclusive: "is under",
  in: "is none of",
  notIn: "is one of",
};

/** A condition as a clause behind "when"; undefined where it always holds. */
export function conditionWords(condition: Condition, wording: Wording): string | undefined {
  if (alwaysHolds(condition)) return undefined;
  return phrase(condition, wording).text;
}

/** Does the condition hold whatever the facts? */
export function alwaysHolds(condition: Condition): boolean {
  return "all" in condition && condition.all.every(alwaysHolds);
}

type Phrase = { readonly text: string; readonly joint?: "and" | "or" };

function phrase(condition: Condition, wording: Wording): Phrase {
  if ("all" in condition) return joined(condition.all, "and", wording);
  if ("any" in condition) return joined(condition.any, "or", wording);
  if ("not" in condition) {
    const { not } = condition;
    if ("fact" in not) return { text: leafWords(not, wording, true) };
    return { text: `it is not so that (${phrase(not, wording).text})` };
  }
  return { text: leafWords(condition, wording, false) };
}

function joined(parts: readonly Condition[], joint: "and" | "or", wording: Wording): Phrase {
  const phrases = parts.map((part) => phrase(part, wording));
  const [first] = phrases;
  if (first === undefined) return { text: "always" };
  if (phrases.length === 1) return first;
  const texts = phrases.map((p) => (p.joint !== undefined && p.joint !== joint ? `(${p.text})` : p.text));
  return { text: listWords(texts, joint), joint };
}

function leafWords(leaf: Leaf, wording: Wording, negated: boolean): string {
  const said = statement(leaf, wording, negated);
  if (said !== undefined) return said;
  const operator = operatorWords(leaf, wording, negated);
  return `${subjectWords(leaf.fact, wording)} ${operator} ${sideWords(leaf, wording)}`;
}

/** The left-hand side of a comparison, with its value where known. */
function subjectWords(name: string, wording: Wording): string {
  const bound = wording.parameter(name);
  if (bound === undefined) return measureWords(name, wording);
  return `${nameWords(name)} (${valueWords({ name, unit: bound.parameter.unit }, bound.value)})`;
}

/** Months come before and after each other; all else is under and over. */
function operatorWords(leaf: Leaf, wording: Wording, negated: boolean): string {
  const words = negated ? opposites[leaf.operator] : operators[leaf.operator].words;
  if (wording.fact(leaf.fact)?.unit === "month" && leaf.fact !== "monthOfYear") {
    if (words === "is under") return "is before";
    if (words === "is over") return "is after";
  }
  if (words === "is one of") return "is";
  return words === "is none of" ? "is not" : words;
}

/** The right-hand side of a comparison. */
export function sideWords(leaf: Leaf, wording: Wording): string {
  const { value } = leaf;
  if (isFactReference(value)) return measureWords(value.fact, wording);
  const bound = wording.parameter(leaf.fact);
  // A literal beside a parameter in pounds is pence, as everything that rules compare.
  const unit = bound?.parameter.unit === "pounds" ? "pence" : bound?.parameter.unit;
  const of = { name: leaf.fact, unit: unit ?? wording.fact(leaf.fact)?.unit ?? "number" };
  const one = (item: FactValue) => valueWords(of, item);
  return Array.isArray(value) ? listWords(value.map(one), "or") : one(value as FactValue);
}

/** A comparison for which plain words say more than the names. */
function statement(leaf: Leaf, wording: Wording, negated: boolean): string | undefined {
  const { value } = leaf;
  if (typeof value === "object") return undefined;
  const fact = wording.fact(leaf.fact);
  if (fact === undefined) return undefined;
  if (leaf.fact === "endMonth" && leaf.operator === "greaterThan" && value === 0)
    return negated ? "the contract has not ended" : "the contract has ended";
  if (leaf.operator !== "equal" && leaf.operator !== "notEqual") return undefined;
  const equal = (leaf.operator === "equal") !== negated;
  if (typeof value === "boolean") {
    const said = factStatement(fact, equal ? value : !value);
    const bound = wording.parameter(leaf.fact);
    return bound === undefined ? said : `${said} (it is set to ${bound.value ? "yes" : "no"})`;
  }
  const said = factStatement(fact, value);
  if (said === undefined || equal) return said;
  return said === "the contract has not ended" ? "the contract has ended" : undefined;
}
