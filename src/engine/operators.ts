import type { FactType } from "./fact.ts";

/** json-rules-engine's operators that both roads accept, with the types of fact they may stand on. */
export const operators = {
  equal: { types: ["number", "boolean", "enum"], list: false, words: "is" },
  notEqual: { types: ["number", "boolean", "enum"], list: false, words: "is not" },
  lessThan: { types: ["number"], list: false, words: "is under" },
  lessThanInclusive: { types: ["number"], list: false, words: "is at most" },
  greaterThan: { types: ["number"], list: false, words: "is over" },
  greaterThanInclusive: { types: ["number"], list: false, words: "is at least" },
  in: { types: ["number", "enum"], list: true, words: "is one of" },
  notIn: { types: ["number", "enum"], list: true, words: "is none of" },
} as const satisfies Record<string, { types: readonly FactType[]; list: boolean; words: string }>;

export type Operator = keyof typeof operators;

export const operatorNames = Object.keys(operators) as [Operator, ...Operator[]];
