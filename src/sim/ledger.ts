import { binary } from "../engine/arithmetic-nodes.ts";
import type { ContractNodes } from "../engine/compile-contract.ts";
import { constant, type NumberNode } from "../engine/graph.ts";
import { nameOfKind } from "../engine/kind.ts";
import { compare, select } from "../engine/mask-nodes.ts";
import { sumNode } from "../engine/tracked-nodes.ts";
import { budgetYears, yearColumn } from "./ledger-columns.ts";
import type { PolicyFacts } from "./policy-facts.ts";
import type { Running } from "./running.ts";
import type { CallOff } from "./settle-contract.ts";

export type ContractLedgerInput = {
  readonly facts: PolicyFacts;
  readonly nodes: ContractNodes;
  readonly settlement: NumberNode;
  readonly running: Running;
  readonly owed: NumberNode;
};

/** The running totals of one contract that measures are made of, by name: each is kept from when it is asked for. */
export function contractLedger(
  { graph, checked, sources }: CallOff,
  several: boolean,
  { facts, nodes, settlement, running, owed }: ContractLedgerInput,
): Map<string, () => NumberNode> {
  const zero = constant(graph, 0);
  const total = (list: readonly NumberNode[]) =>
    list.length === 0
      ? zero
      : sumNode(
          graph,
          list.reduce((a, b) => binary(graph, "add", a, b)),
        );
  const ofKind = (kind: string) =>
    total(nodes.payments.filter((p) => nameOfKind(p.kind) === kind).map((p) => p.node));
  const jobOutcome = checked.scenario.delivery.jobOutcome ?? checked.scenario.delivery.stages[0]?.id;
  const place = checked.scenario.delivery.stages.findIndex((s) => s.id === jobOutcome);
  const outcomes = place < 0 ? undefined : facts.stage(place, "achieved");
  const others = nodes.payments.filter(
    (p) => !["serviceFee", "startFee", "outcomePayment"].includes(nameOfKind(p.kind)),
  );
  return new Map<string, () => NumberNode>([
    ...budgetYears(checked).map((year) => [yearColumn(year), () => owedIn(year)] as const),
    ...(several ? [["cost", () => total([facts.cost])] as const] : []),
    ["serviceFee", () => ofKind("serviceFee")],
    ["startFee", () => ofKind("startFee")],
    ["outcomePayment", () => ofKind("outcomePayment")],
    ["otherPayment", () => total(others.map((p) => p.node))],
    ["cancellationFee", () => total([settlement])],
    ["referrals", () => total([facts.referrals])],
    ["starts", () => total([facts.starts])],
    ["jobOutcomes", () => (outcomes === undefined ? zero : total([outcomes.before, outcomes.after]))],
    ["endMonth", () => running.endMonth],
    ["endGround", () => running.endGround],
  ]);

  function owedIn(year: number): NumberNode {
    const inYear = compare(graph, "equal", sources.calendar("financialYear"), constant(graph, year));
    return total([select(graph, inYear, owed, zero)]);
  }
}
