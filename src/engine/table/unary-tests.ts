import type { Condition, Leaf } from "../condition.ts";
import type { Fact, FactValue } from "../fact.ts";
import type { Operator } from "../operators.ts";

/** A cell of a decision table as people write it; a list is what YAML makes of `[2, 3]` and of `[1..5]`. */
export type InputCell = FactValue | readonly FactValue[];

/** What an input cell asks (nothing where it is `-`), or what was expected in its place. */
export type UnaryTests =
  | { readonly condition: Condition | undefined; readonly expected?: undefined }
  | { readonly condition?: undefined; readonly expected: string };

type Operand = FactValue | { readonly fact: string };
type Asked = { readonly fact: Fact; readonly isFact: (name: string) => boolean };

const comparators: readonly (readonly [string, Operator])[] = [
  ["<=", "lessThanInclusive"],
  [">=", "greaterThanInclusive"],
  ["<", "lessThan"],
  [">", "greaterThan"],
];
const number = /^-?(?:\d+(?:\.\d+)?|\.\d+)$/;
const interval = /^([[(\]])(.+?)\.\.(.+)([\])[])$/;
const name = /^[a-z][A-Za-z0-9]*$/;
// What a test is written with: none of it stands in a word without quotes.
const signs = /[<>=()[\]",]|\.\./;

/**
 * Reads an input cell of a decision table: the unary tests of DMN's S-FEEL (OMG DMN 1.5, chapter 9) on one fact.
 *
 * A bare name is a word of the fact where it has words, else another fact or a parameter that `isFact` knows.
 *
 * @example
 * unaryTests("[1..5)", starts, () => false) // starts is at least 1, and starts is under 5
 */
export function unaryTests(cell: InputCell, fact: Fact, isFact: (name: string) => boolean): UnaryTests {
  const asked = { fact, isFact };
  if (Array.isArray(cell)) return listTests(cell, asked);
  if (typeof cell !== "string") return { condition: leaf(asked, "equal", cell as FactValue) };
  const text = cell.trim();
  if (text === "-") return { condition: undefined };
  const negated = /^not\s*\((.*)\)$/s.exec(text);
  const condition = negated === null ? anyOf(text, asked) : anyOf(negated[1]!, asked);
  if (condition === undefined) return { expected: expectedOf(fact) };
  return { condition: negated === null ? condition : negationOf(condition) };
}

/** An unquoted `[1..5]` is to YAML a list of one text, and `[2, 3]` a list of two numbers. */
function listTests(items: readonly FactValue[], asked: Asked): UnaryTests {
  const [only] = items;
  const isInterval = items.length === 1 && typeof only === "string" && only.includes("..");
  if (isInterval) return unaryTests(`[${only}]`, asked.fact, asked.isFact);
  const tests = items.map((item) =>
    typeof item === "string" ? testOf(item.trim(), asked) : leaf(asked, "equal", item),
  );
  const condition = tests.includes(undefined) ? undefined : joined(tests as Condition[]);
  return condition === undefined ? { expected: expectedOf(asked.fact) } : { condition };
}

function anyOf(text: string, asked: Asked): Condition | undefined {
  const tests = partsOf(text).map((part) => testOf(part, asked));
  return tests.includes(undefined) ? undefined : joined(tests as Condition[]);
}

/** One of several tests; where all are plain values, a list of them. */
function joined(tests: readonly Condition[]): Condition | undefined {
  if (tests.length <= 1) return tests[0];
  const plain = (test: Condition) =>
    "operator" in test && test.operator === "equal" && /^(?:number|string)$/.test(typeof test.value);
  if (!tests.every(plain)) return { any: tests };
  const leaves = tests as readonly Leaf[];
  return { fact: leaves[0]!.fact, operator: "in", value: leaves.map(({ value }) => value as FactValue) };
}

function negationOf(condition: Condition): Condition {
  const opposite = { equal: "notEqual", in: "notIn" } as const;
  if ("operator" in condition && (condition.operator === "equal" || condition.operator === "in"))
    return { ...condition, operator: opposite[condition.operator] };
  return { not: condition };
}

/** One test: a comparison, an interval or a value; undefined where it is none. */
function testOf(text: string, asked: Asked): Condition | undefined {
  const compared = comparators.find(([sign]) => text.startsWith(sign));
  if (compared !== undefined) return compare(asked, compared[1], text.slice(compared[0].length));
  const ends = interval.exec(text);
  if (ends === null) return compare(asked, "equal", text);
  const [, open, least, most, close] = ends as unknown as [string, string, string, string, string];
  const parts = [
    compare(asked, open === "[" ? "greaterThanInclusive" : "greaterThan", least),
    compare(asked, close === "]" ? "lessThanInclusive" : "lessThan", most),
  ];
  if (parts.includes(undefined) || asked.fact.type !== "number") return undefined;
  // An interval that runs backwards is a slip of the pen: nothing would ever lie in it.
  if (Number(least) > Number(most)) return undefined;
  return { all: parts as Condition[] };
}

function compare(asked: Asked, operator: Operator, text: string): Condition | undefined {
  const value = operandOf(text.trim(), asked);
  const isOrder = operator !== "equal";
  if (value === undefined || (isOrder && asked.fact.type !== "number")) return undefined;
  return leaf(asked, operator, value);
}

function operandOf(text: string, { fact, isFact }: Asked): Operand | undefined {
  if (number.test(text)) return Number(text);
  const quoted = /^"([^"]*)"$/.exec(text);
  if (quoted !== null) return quoted[1]!;
  if (text === "" || text === "-" || signs.test(text)) return undefined;
  if (fact.type === "enum") return text;
  if (fact.type === "boolean" && (text === "true" || text === "false")) return text === "true";
  return name.test(text) && isFact(text) ? { fact: text } : undefined;
}

function leaf({ fact }: Asked, operator: Operator, value: Operand): Condition {
  return { fact: fact.name, operator, value };
}

/** The parts between commas that stand in no quotes; brackets of an interval hold no comma. */
function partsOf(text: string): string[] {
  const parts: string[] = [""];
  let quoted = false;
  for (const character of text) {
    if (character === '"') quoted = !quoted;
    if (character === "," && !quoted) parts.push("");
    else parts[parts.length - 1] += character;
  }
  return parts.map((part) => part.trim());
}

function expectedOf(fact: Fact): string {
  if (fact.type === "boolean") return "true, false or -";
  if (fact.type === "enum") return 'a word, words with commas, not(…), or "-"';
  return '-, 5, < 5, <= 5, > 5, >= 5, "[1..5]", "(1..5]", "[1..5)", "]1..5[", lists of these with commas, or not(…)';
}
