import type { FactValue } from "./fact.ts";
import type { Operator } from "./operators.ts";

/** A comparison of a fact with a value, a list of values, or another fact. */
export type Leaf = {
  readonly fact: string;
  readonly operator: Operator;
  readonly value: FactValue | readonly FactValue[] | { readonly fact: string };
};

/** json-rules-engine's conditions, without what leaves the accepted subset. */
export type Condition =
  | { readonly all: readonly Condition[] }
  | { readonly any: readonly Condition[] }
  | { readonly not: Condition }
  | Leaf;

/** Is the right-hand side another fact? */
export function isFactReference(value: Leaf["value"]): value is { readonly fact: string } {
  return typeof value === "object" && !Array.isArray(value);
}

/** The names of all facts that a condition reads. */
export function factsOfCondition(condition: Condition): string[] {
  if ("all" in condition) return condition.all.flatMap(factsOfCondition);
  if ("any" in condition) return condition.any.flatMap(factsOfCondition);
  if ("not" in condition) return factsOfCondition(condition.not);
  return isFactReference(condition.value) ? [condition.fact, condition.value.fact] : [condition.fact];
}
