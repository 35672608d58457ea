import { type Condition, isFactReference } from "./condition.ts";
import { codeOf, type Fact, type FactValue } from "./fact.ts";
import { constant, type Graph, type MaskNode, type NumberNode } from "./graph.ts";
import type { Comparison } from "./loops.ts";
import { combine, compare, constantMask, negate } from "./mask-nodes.ts";

/** What a condition needs to know of the facts it names. */
export type FactNodes = {
  readonly node: (name: string) => NumberNode;
  readonly fact: (name: string) => Fact;
};

/** Turns a condition into a mask; path by path it holds where json-rules-engine says so. */
export function compileCondition(graph: Graph, condition: Condition, facts: FactNodes): MaskNode {
  const compile = (part: Condition) => compileCondition(graph, part, facts);
  if ("all" in condition) {
    return condition.all
      .map(compile)
      .reduce((a, b) => combine(graph, "and", a, b), constantMask(graph, true));
  }
  if ("any" in condition) {
    return condition.any
      .map(compile)
      .reduce((a, b) => combine(graph, "or", a, b), constantMask(graph, false));
  }
  if ("not" in condition) return negate(graph, compile(condition.not));
  const left = facts.node(condition.fact);
  const fact = facts.fact(condition.fact);
  const { operator, value } = condition;
  if (operator === "in" || operator === "notIn") {
    const one = (value as readonly FactValue[])
      .map((item) => compare(graph, "equal", left, constant(graph, codeOf(fact, item))))
      .reduce((a, b) => combine(graph, "or", a, b), constantMask(graph, false));
    return operator === "in" ? one : negate(graph, one);
  }
  const right = isFactReference(value)
    ? facts.node(value.fact)
    : constant(graph, codeOf(fact, value as FactValue));
  return compare(graph, operator as Comparison, left, right);
}
