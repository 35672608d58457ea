import { compileAmount } from "./compile-amount.ts";
import { compileCondition, type FactNodes } from "./compile-condition.ts";
import { type AmountScope, amountOf } from "./compile-ruleset.ts";
import { constant, type Graph, type NumberNode } from "./graph.ts";
import { select } from "./mask-nodes.ts";
import { tidyNode } from "./round-node.ts";
import type { TrackedSpec, Window } from "./ruleset.ts";
import { consecutiveNode, firstMonthNode, latchNode, sumNode, windowSumNode } from "./tracked-nodes.ts";

/** The facts of time that tracked facts need: this month, and whether a year begins with it (1 or 0, uniform). */
export type CalendarNodes = {
  readonly month: NumberNode;
  readonly firstOfContractYear: NumberNode;
  readonly firstOfFinancialYear: NumberNode;
};

/** Turns a tracked fact into a node that remembers from month to month. */
export function compileTracked(
  graph: Graph,
  spec: TrackedSpec,
  facts: FactNodes,
  scope: AmountScope,
  calendar: CalendarNodes,
): NumberNode {
  const condition = (c: Parameters<typeof compileCondition>[1]) => compileCondition(graph, c, facts);
  if ("value" in spec) return tidyNode(graph, compileAmount(graph, amountOf(spec.value, scope), facts.node));
  if ("sum" in spec) {
    const of = compileAmount(graph, amountOf(spec.sum, scope), facts.node);
    return totalOver(graph, of, spec.over, calendar);
  }
  if ("count" in spec) {
    const of = select(graph, condition(spec.count), constant(graph, 1), constant(graph, 0));
    return totalOver(graph, of, spec.over, calendar);
  }
  if ("consecutive" in spec) return consecutiveNode(graph, condition(spec.consecutive));
  if ("latch" in spec) return latchNode(graph, condition(spec.latch));
  return firstMonthNode(graph, condition(spec.firstMonth), calendar.month);
}

function totalOver(
  graph: Graph,
  of: NumberNode,
  over: Window | undefined,
  calendar: CalendarNodes,
): NumberNode {
  if (typeof over === "object") return windowSumNode(graph, of, over.months);
  if (over === "contractYear") return sumNode(graph, of, calendar.firstOfContractYear);
  if (over === "financialYear") return sumNode(graph, of, calendar.firstOfFinancialYear);
  return sumNode(graph, of);
}
