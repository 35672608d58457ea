import type { Contract } from "./contract.ts";
import type { Trace } from "./evaluate.ts";
import { explainTracked } from "./explain-tracked.ts";
import type { Explanation } from "./explanation.ts";
import type { FactValue } from "./fact.ts";
import { type Operator, operators } from "./operators.ts";
import { factStatement, factWords } from "./words/fact-words.ts";
import { listWords, nameWords } from "./words/name-words.ts";
import { valueWords } from "./words/value-words.ts";
import { measureWords, type Wording } from "./words/wording.ts";

type Leaf = Trace & { readonly fact: string; readonly operator: Operator };

/** Did a judged condition hold? json-rules-engine marks the comparisons; what joins them follows. */
export function heldIn(trace: Trace): boolean {
  if (trace.all !== undefined) return trace.all.every(heldIn);
  if (trace.any !== undefined) return trace.any.some(heldIn);
  if (trace.not !== undefined) return !heldIn(trace.not);
  return trace.result === true;
}

/** A judged condition as a tree: every comparison with the values that were compared. */
export function explainCondition(trace: Trace, contract: Contract, wording: Wording): Explanation {
  const parts = trace.all ?? trace.any;
  if (parts?.length === 1) return explainCondition(parts[0]!, contract, wording);
  const held = heldIn(trace);
  const children = (parts: readonly Trace[]) =>
    parts.map((part) => explainCondition(part, contract, wording));
  if (trace.all !== undefined) return { text: "all of these hold", held, children: children(trace.all) };
  if (trace.any !== undefined) return { text: "one of these holds", held, children: children(trace.any) };
  if (trace.not !== undefined) return { text: "this does not hold", held, children: children([trace.not]) };
  const leaf = trace as Leaf;
  const reasons = namesOf(leaf).flatMap((name) => explainTracked(name, contract, wording));
  return { text: askedWords(leaf, wording), held, ...(reasons.length > 0 && { children: reasons }) };
}

/** The comparisons that made a condition hold, or fail, in words: what failed first where all had to hold. */
export function reasonsFor(trace: Trace, wording: Wording): string[] {
  const held = heldIn(trace);
  const { all, any, not } = trace;
  if (all !== undefined) {
    const failed = all.find((part) => !heldIn(part));
    return failed === undefined
      ? all.flatMap((part) => reasonsFor(part, wording))
      : reasonsFor(failed, wording);
  }
  if (any !== undefined) {
    const first = any.find(heldIn);
    return first === undefined
      ? any.flatMap((part) => reasonsFor(part, wording))
      : reasonsFor(first, wording);
  }
  if (not !== undefined) return reasonsFor(not, wording);
  return [foundWords(trace as Leaf, wording, held)];
}

/** A comparison in three parts: what was looked at, what was found, what was expected. */
export type Compared = { readonly subject: string; readonly found: string; readonly expected: string };

/** A judged comparison in its parts: "months below", "2", "at least 3 (trigger months)". */
export function comparedWords(trace: Trace, wording: Wording): Compared {
  const leaf = trace as Leaf;
  const said = statementOf(leaf, wording, true);
  if (said !== undefined)
    return { subject: said, found: leaf.result === true ? "yes" : "no", expected: "yes" };
  const right = rightWords(leaf, wording);
  const others: Readonly<Record<string, string>> = {
    equal: right,
    in: right,
    notEqual: `other than ${right}`,
    notIn: `other than ${right}`,
  };
  return {
    subject: subjectWords(leaf, wording),
    found: shown(leaf.fact, leaf.factResult, wording),
    expected: others[leaf.operator] ?? `${comparison(leaf, wording)} ${right}`,
  };
}

function namesOf(leaf: Leaf): string[] {
  const { value } = leaf;
  const other = typeof value === "object" && value !== null && "fact" in value ? [String(value.fact)] : [];
  return [...new Set([leaf.fact, ...other])];
}

/** A comparison as it was asked: "months below is 2, at least 3 (trigger months)", to be answered by yes or no. */
function askedWords(leaf: Leaf, wording: Wording): string {
  const said = statementOf(leaf, wording, true);
  if (said !== undefined) return said;
  const right = rightWords(leaf, wording);
  const asked = {
    equal: `is it ${right}?`,
    notEqual: `is it other than ${right}?`,
    in: `is it ${right}?`,
    notIn: `is it other than ${right}?`,
  }[leaf.operator as string];
  return `${leftWords(leaf, wording)}${asked === undefined ? `, ${comparison(leaf, wording)} ${right}` : `; ${asked}`}`;
}

/** A comparison as it was found: "months below is 2, not at least 3 (trigger months)". */
function foundWords(leaf: Leaf, wording: Wording, held: boolean): string {
  const said = statementOf(leaf, wording, held);
  if (said !== undefined) return said;
  const left = leftWords(leaf, wording);
  const right = rightWords(leaf, wording);
  const other = typeof leaf.value === "object";
  if (leaf.operator === "equal") return held && !other ? left : `${left}, ${held ? "as is" : "not"} ${right}`;
  if (leaf.operator === "notEqual")
    return held || other ? `${left}, ${held ? "not" : "as is"} ${right}` : left;
  if (leaf.operator === "in") return held ? left : `${left}, not ${right}`;
  if (leaf.operator === "notIn") return held ? `${left}, not ${right}` : left;
  return `${left}, ${held ? "" : "not "}${comparison(leaf, wording)} ${right}`;
}

/** A comparison that needs no value beside it (a yes or no, or whether the contract has ended), said as true or not. */
function statementOf(leaf: Leaf, wording: Wording, isTrue: boolean): string | undefined {
  const { operator, value } = leaf;
  const fact = wording.fact(leaf.fact);
  const none = (leaf.fact === "endMonth" && value === 0) || (leaf.fact === "endGround" && value === "none");
  if (none && (operator === "greaterThan" || operator === "equal" || operator === "notEqual"))
    return (operator === "equal") === isTrue ? "the contract has not ended" : "the contract has ended";
  if (fact === undefined || typeof value !== "boolean") return undefined;
  return factStatement(fact, ((operator === "equal") === isTrue) === value);
}

function subjectWords({ fact }: Leaf, wording: Wording): string {
  return wording.parameter(fact) === undefined ? factWords(fact) : nameWords(fact);
}

function leftWords(leaf: Leaf, wording: Wording): string {
  return `${subjectWords(leaf, wording)} is ${shown(leaf.fact, leaf.factResult, wording)}`;
}

function rightWords(leaf: Leaf, wording: Wording): string {
  const { value } = leaf;
  if (Array.isArray(value))
    return listWords(
      value.map((item) => shown(leaf.fact, item, wording)),
      "or",
    );
  if (typeof value === "object" && value !== null && "fact" in value)
    return measureWords(String(value.fact), wording);
  return shown(leaf.fact, value, wording);
}

function comparison(leaf: Leaf, wording: Wording): string {
  const words = operators[leaf.operator].words.replace(/^is /, "");
  if (wording.fact(leaf.fact)?.unit !== "month" || leaf.fact === "monthOfYear") return words;
  return words === "under" ? "before" : words === "over" ? "after" : words;
}

/** A value as rules read it: parameters in pounds are pence to them. */
function shown(name: string, value: unknown, wording: Wording): string {
  const fact = wording.fact(name) ?? { name, unit: "number" };
  const unit = fact.unit === "pounds" ? "pence" : fact.unit;
  return valueWords({ name, unit }, value as FactValue);
}
