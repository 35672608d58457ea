import type { Condition, Leaf } from "../condition.ts";
import { isOpenEnum } from "../contract-facts.ts";
import type { Fact, FactValue } from "../fact.ts";
import { didYouMean } from "../nearest-name.ts";
import type { Operator } from "../operators.ts";
import type { Problem } from "../problem.ts";
import { slipHint } from "./slip-hint.ts";
import { decimal, intervalOf, partsOf } from "./unary-text.ts";

/** A cell of a decision table as people write it; a list is what YAML makes of `[2, 3]` and of `[1..5]`. */
export type InputCell = FactValue | readonly FactValue[];

/** What is the matter with a cell. */
export type CellProblem = Omit<Problem, "where">;

/** What an input cell asks (nothing where it is `-`), or what is the matter with it. */
export type UnaryTests =
  | { readonly condition: Condition | undefined; readonly problem?: undefined }
  | { readonly condition?: undefined; readonly problem: CellProblem };

type Operand = FactValue | { readonly fact: string };
type Asked = { readonly fact: Fact; readonly facts: ReadonlyMap<string, Fact> };
/** One test with the text that it was read from. */
type Test = { readonly text: string; readonly read: Condition | CellProblem };

const comparators: readonly (readonly [string, Operator])[] = [
  ["<=", "lessThanInclusive"],
  [">=", "greaterThanInclusive"],
  ["<", "lessThan"],
  [">", "greaterThan"],
];
const name = /^[a-z][A-Za-z0-9]*$/;
// What a test is written with: none of it stands in a word without quotes.
const signs = /[<>=()[\]",]|\.\./;
// To people one number, to a list of tests several.
const thousands = /(?<![\d.])\d{1,3}(?:,\d{3})+(?!\d)/;

/**
 * Reads an input cell of a decision table: the unary tests of DMN's S-FEEL (OMG DMN 1.5, chapter 9) on one fact.
 *
 * A bare name is a word of the fact where it is one of its words, else another fact or a parameter.
 *
 * @example
 * unaryTests("[1..5)", starts, facts) // starts is at least 1, and starts is under 5
 */
export function unaryTests(cell: InputCell, fact: Fact, facts: ReadonlyMap<string, Fact>): UnaryTests {
  const asked = { fact, facts };
  if (Array.isArray(cell)) return listTests(cell, asked);
  if (typeof cell !== "string") return { condition: leaf(asked, "equal", cell as FactValue) };
  const text = cell.trim();
  if (text === "-") return { condition: undefined };
  if (fact.type === "number" && thousands.test(text)) return { problem: ambiguous(text) };
  const negated = /^not\s*\((.*)\)$/s.exec(text);
  const inside = negated === null ? text : negated[1]!;
  const read = anyOf(
    partsOf(inside).map((part): Test => ({ text: part, read: testOf(part, asked) })),
    text,
    asked,
  );
  if (isProblem(read)) return { problem: read };
  return { condition: negated === null ? read : negationOf(read) };
}

/** An unquoted `[1..5]` is to YAML a list of one text, and `[2, 3]` a list of two numbers. */
function listTests(items: readonly FactValue[], asked: Asked): UnaryTests {
  const [only] = items;
  if (items.length === 1 && typeof only === "string") {
    const isBare = only.includes("..") && !/^\s*[[(\]]/.test(only);
    return unaryTests(isBare ? `[${only}]` : only, asked.fact, asked.facts);
  }
  const tests = items.map((item): Test => {
    const text = String(item).trim();
    const read = typeof item === "string" ? testOf(text, asked) : leaf(asked, "equal", item);
    return { text, read };
  });
  const read = anyOf(tests, JSON.stringify(items), asked);
  return isProblem(read) ? { problem: read } : { condition: read };
}

/** One of several tests; where all are plain values, a list of them. */
function anyOf(tests: readonly Test[], whole: string, asked: Asked): Condition | CellProblem {
  const conditions: Condition[] = [];
  const before = new Set<string>();
  for (const { text, read } of tests) {
    if (isProblem(read)) return text === "" ? refused(whole, asked) : read;
    const same = JSON.stringify(read);
    if (before.has(same))
      return { adjective: "duplicate", noun: "value", found: text, expected: "each value once in a cell" };
    before.add(same);
    conditions.push(read);
  }
  if (conditions.length === 1) return conditions[0]!;
  const plain = (test: Condition) =>
    "operator" in test && test.operator === "equal" && /^(?:number|string)$/.test(typeof test.value);
  if (!conditions.every(plain)) return { any: conditions };
  const leaves = conditions as readonly Leaf[];
  return { fact: leaves[0]!.fact, operator: "in", value: leaves.map(({ value }) => value as FactValue) };
}

function negationOf(condition: Condition): Condition {
  const opposite = { equal: "notEqual", in: "notIn" } as const;
  if ("operator" in condition && (condition.operator === "equal" || condition.operator === "in"))
    return { ...condition, operator: opposite[condition.operator] };
  return { not: condition };
}

/** One test: a comparison, an interval or a value. */
function testOf(text: string, asked: Asked): Condition | CellProblem {
  const compared = comparators.find(([sign]) => text.startsWith(sign));
  if (compared !== undefined) return compare(asked, compared[1], text.slice(compared[0].length), text);
  const interval = intervalOf(text);
  if (interval === undefined) return compare(asked, "equal", text, text);
  const { least, most, withLeast, withMost } = interval;
  const from = compare(asked, withLeast ? "greaterThanInclusive" : "greaterThan", least, text);
  const to = compare(asked, withMost ? "lessThanInclusive" : "lessThan", most, text);
  if (isProblem(from)) return from;
  if (isProblem(to)) return to;
  const [a, b] = [Number(least), Number(most)];
  if (a > b || (a === b && !(withLeast && withMost)))
    return {
      adjective: "invalid",
      noun: "interval",
      found: text,
      expected: "an interval with a number in it",
      hint:
        a > b ? `did you mean "[${most.trim()}..${least.trim()}]"?` : "a bracket ] or ( leaves its end out",
    };
  return { all: [from, to] };
}

function compare(asked: Asked, operator: Operator, operand: string, text: string): Condition | CellProblem {
  const { fact, facts } = asked;
  const written = operand.trim();
  const value = operandOf(written, asked);
  if (operator !== "equal" && fact.type !== "number") return refused(text, asked);
  if (value === undefined) {
    const isName = fact.type !== "enum" && name.test(written);
    if (isName && slipHint(written, fact, facts) === undefined) return unknownName(written, asked);
    return refused(text, asked);
  }
  if (typeof value === "object" && value.fact === fact.name)
    return { ...refused(text, asked), hint: `${fact.name} is what the column asks: name another fact` };
  return leaf(asked, operator, value);
}

function operandOf(text: string, { fact, facts }: Asked): Operand | undefined {
  const quoted = /^"([^"]*)"$/.exec(text);
  if (quoted !== null) return quoted[1]!;
  if (fact.type !== "enum" && decimal.test(text)) return Number(text);
  if (text === "" || text === "-" || signs.test(text)) return undefined;
  if (fact.type === "boolean" && (text === "true" || text === "false")) return text === "true";
  const isWord = fact.type === "enum" && (isOpenEnum(fact) || fact.values?.includes(text));
  if (!isWord && name.test(text) && facts.has(text)) return { fact: text };
  // A word that the fact does not have is refused where conditions are checked, with the words that it has.
  return fact.type === "enum" && (isWord || slipHint(text, fact, facts) === undefined) ? text : undefined;
}

function leaf({ fact }: Asked, operator: Operator, value: Operand): Condition {
  return { fact: fact.name, operator, value };
}

function isProblem(read: Condition | CellProblem): read is CellProblem {
  return "adjective" in read;
}

function refused(found: string, { fact, facts }: Asked): CellProblem {
  const hint = slipHint(found, fact, facts);
  return { adjective: "invalid", noun: "cell", found, expected: expectedOf(fact), ...(hint && { hint }) };
}

function unknownName(found: string, { fact, facts }: Asked): CellProblem {
  const hint = didYouMean(found, facts.keys());
  const expected = `${fact.type === "number" ? "a number" : "true, false"}, or the name of a fact or parameter`;
  return { adjective: "unknown", noun: "fact", found, expected, ...(hint && { hint }) };
}

function ambiguous(found: string): CellProblem {
  const [written] = thousands.exec(found)!;
  const [one, several] = [written.replaceAll(",", ""), written.replaceAll(",", ", ")];
  const expected = `${one} for one number, or ${several} for several`;
  return { adjective: "ambiguous", noun: "cell", found, expected };
}

function expectedOf(fact: Fact): string {
  if (fact.type === "boolean") return "true, false or -";
  if (fact.type === "enum") return 'a word, words with commas, not(…), or "-"';
  return '-, 5, < 5, <= 5, > 5, >= 5, "[1..5]", "(1..5]", "[1..5)", "]1..5[", lists of these with commas, or not(…)';
}
