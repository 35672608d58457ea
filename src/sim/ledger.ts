import { binary } from "../engine/arithmetic-nodes.ts";
import type { ContractNodes } from "../engine/compile-contract.ts";
import type { Graph, NumberNode } from "../engine/graph.ts";
import { nameOfKind } from "../engine/kind.ts";
import { compare } from "../engine/mask-nodes.ts";
import { latchNode, sumNode } from "../engine/tracked-nodes.ts";
import type { CashNodes } from "./cash-flow.ts";
import type { CheckedScenario } from "./check-scenario.ts";
import type { PolicyFacts } from "./policy-facts.ts";
import type { Running } from "./running.ts";

export type LedgerInput = {
  facts: PolicyFacts;
  nodes: ContractNodes;
  settlement: NumberNode;
  cash: CashNodes;
  running: Running;
  dueOfYear: NumberNode | undefined;
  budget: NumberNode;
};

/** The running totals that measures are made of, by name. */
export function ledgerOf(
  graph: Graph,
  { facts, nodes, settlement, cash, running, dueOfYear, budget }: LedgerInput,
  checked: CheckedScenario,
  zero: NumberNode,
): Map<string, NumberNode> {
  const total = (list: readonly NumberNode[]) =>
    sumNode(
      graph,
      list.reduce((a, b) => binary(graph, "add", a, b), zero),
    );
  const ofKind = (kind: string) =>
    total(nodes.payments.filter((p) => nameOfKind(p.kind) === kind).map((p) => p.node));
  const jobOutcome = checked.scenario.delivery.jobOutcome ?? checked.scenario.delivery.stages[0]?.id;
  const place = checked.scenario.delivery.stages.findIndex((s) => s.id === jobOutcome);
  const outcomes = place < 0 ? undefined : facts.stage(place, "achieved");
  const others = nodes.payments.filter(
    (p) => !["serviceFee", "startFee", "outcomePayment"].includes(nameOfKind(p.kind)),
  );
  const ledger = new Map<string, NumberNode>([
    ["margin", cash.cash],
    ["npv", cash.npv],
    ["peakFunding", cash.peakFunding],
    ["peakFundingMonth", cash.peakFundingMonth],
    ["serviceFee", ofKind("serviceFee")],
    ["startFee", ofKind("startFee")],
    ["outcomePayment", ofKind("outcomePayment")],
    ["otherPayment", total(others.map((p) => p.node))],
    ["cancellationFee", total([settlement])],
    ["referrals", total([facts.referrals])],
    ["starts", total([facts.starts])],
    ["jobOutcomes", outcomes === undefined ? zero : total([outcomes.before, outcomes.after])],
    ["endMonth", running.endMonth],
    ["endGround", running.endGround],
  ]);
  if (dueOfYear !== undefined) {
    const over = compare(graph, "greaterThan", dueOfYear, budget);
    ledger.set("overBudget", latchNode(graph, over));
  }
  return ledger;
}
