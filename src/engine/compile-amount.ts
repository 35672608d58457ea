import type { Amount } from "./amount.ts";
import { binary } from "./arithmetic-nodes.ts";
import { constant, type Graph, type NumberNode } from "./graph.ts";
import { compare, select } from "./mask-nodes.ts";
import { roundNode } from "./round-node.ts";

/** Turns a resolved amount into nodes of a graph; path by path they give what `workOut` gives. */
export function compileAmount(graph: Graph, amount: Amount, fact: (name: string) => NumberNode): NumberNode {
  const compile = (part: Amount) => compileAmount(graph, part, fact);
  switch (amount.op) {
    case "literal":
      return constant(graph, amount.value);
    case "fact":
      return fact(amount.name);
    case "round":
      return roundNode(graph, compile(amount.of), amount.mode);
    case "choose": {
      const left = compile(amount.left);
      const right = compile(amount.right);
      const test = compare(graph, amount.test === "equal" ? "equal" : "lessThanInclusive", left, right);
      return select(graph, test, compile(amount.then), compile(amount.otherwise));
    }
    case "div": {
      const left = compile(amount.left);
      const right = compile(amount.right);
      const isZero = compare(graph, "equal", right, constant(graph, 0));
      return select(graph, isZero, compile(amount.otherwise), binary(graph, "div", left, right));
    }
    default:
      return binary(graph, amount.op, compile(amount.left), compile(amount.right));
  }
}
