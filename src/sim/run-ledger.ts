import { binary } from "../engine/arithmetic-nodes.ts";
import { alias, at, setUniform } from "../engine/column.ts";
import { constant, type Graph, type MaskNode, type NumberNode, numberNode, read } from "../engine/graph.ts";
import { combine, compare, select } from "../engine/mask-nodes.ts";
import type { CheckedScenario } from "./check-scenario.ts";
import { budgetYears, contractColumn, yearColumn } from "./ledger-columns.ts";
import { openPostsLost } from "./posts-lost.ts";
import type { CallOff } from "./settle-contract.ts";

const payments = ["serviceFee", "startFee", "outcomePayment", "otherPayment", "cancellationFee"] as const;
const people = ["referrals", "starts", "jobOutcomes"] as const;

export type RunLedgerInput = {
  readonly flow: Graph;
  readonly checked: CheckedScenario;
  readonly callOffs: readonly CallOff[];
  /** The provider's cash over all its contracts, and the commissioner's budget. */
  readonly provider: ReadonlyMap<string, () => NumberNode>;
  /** Running totals of each contract. */
  readonly contracts: readonly ReadonlyMap<string, () => NumberNode>[];
  /** Pence. */
  readonly leverCost: number;
  readonly columnNames: readonly string[];
};

/**
 * What a run keeps of one policy, as nodes in the order of `columnNames`: they are asked once, after the last month, and
 * what no column needs is not worked out.
 *
 * Over several contracts money, people and posts add up; an end is the first of any of them. As nodes are known by what
 * they read, columns that cannot differ between policies are one.
 */
export function runLedger({
  flow,
  checked,
  callOffs,
  provider,
  contracts,
  leverCost,
  columnNames,
}: RunLedgerInput): NumberNode[] {
  const zero = constant(flow, 0);
  const one = constant(flow, 1);
  const add = (nodes: readonly NumberNode[]) =>
    nodes.length === 0 ? zero : nodes.reduce((a, b) => binary(flow, "add", a, b));
  const flag = (masks: readonly MaskNode[]) =>
    select(
      flow,
      masks.reduce((a, b) => combine(flow, "or", a, b)),
      one,
      zero,
    );
  const of = (k: number, name: string) => atTheEnd(flow, contracts[k]!.get(name)?.() ?? zero);
  const paidBy = (k: number) => add(payments.map((name) => of(k, name)));
  const endOf = (k: number) => of(k, "endMonth");
  const hasEnded = (k: number) => compare(flow, "notEqual", endOf(k), zero);
  const wasHandedBack = (k: number) =>
    combine(flow, "and", hasEnded(k), compare(flow, "equal", of(k, "endGround"), one));
  const overAll = <T>(each: (k: number) => T) => contracts.map((_, k) => each(k));
  const total = (name: string) => add(overAll((k) => of(k, name)));
  const paid = () => add(payments.map(total));
  const nodes = new Map<string, () => NumberNode>([
    ...provider,
    ...[...payments, ...people].map((name) => [name, () => total(name)] as const),
    ...budgetYears(checked).map((year) => [yearColumn(year), () => total(yearColumn(year))] as const),
    ["payment", paid],
    ["bill", () => add([...boughtAgain(), paid(), ...(leverCost === 0 ? [] : [constant(flow, leverCost)])])],
    [
      "paidWithNoReferral",
      () =>
        add(overAll((k) => select(flow, compare(flow, "equal", of(k, "referrals"), zero), paidBy(k), zero))),
    ],
    ["ended", () => flag(overAll(hasEnded))],
    ["handedBack", () => flag(overAll(wasHandedBack))],
    [
      "terminated",
      () =>
        flag(
          overAll((k) =>
            combine(flow, "and", hasEnded(k), compare(flow, "notEqual", of(k, "endGround"), one)),
          ),
        ),
    ],
    [
      "endedInReferrals",
      () =>
        flag(
          overAll((k) => {
            const last = constant(flow, callOffs[k]!.checked.timeline.lastReferralMonth);
            return combine(flow, "and", hasEnded(k), compare(flow, "lessThan", endOf(k), last));
          }),
        ),
    ],
    ["endMonth", () => overAll(endOf).reduce(firstEnd)],
    ["postsLost", () => add(overAll((k) => postsLost(k, endOf(k))))],
  ]);
  if (checked.contracts.length > 0)
    for (const k of contracts.keys()) {
      nodes.set(contractColumn(k, "payment"), () => paidBy(k));
      nodes.set(contractColumn(k, "margin"), () => binary(flow, "sub", paidBy(k), of(k, "cost")));
      nodes.set(contractColumn(k, "referrals"), () => of(k, "referrals"));
      nodes.set(contractColumn(k, "jobOutcomes"), () => of(k, "jobOutcomes"));
    }
  return columnNames.map((name) => nodes.get(name)?.() ?? zero);

  /** The earlier of two ends; 0 is none. */
  function firstEnd(a: NumberNode, b: NumberNode): NumberNode {
    const none = (end: NumberNode) => compare(flow, "equal", end, zero);
    return select(flow, none(a), b, select(flow, none(b), a, binary(flow, "min", a, b)));
  }

  /** After a hand-back people who had started and not yet found a job are served again elsewhere. */
  function boughtAgain(): NumberNode[] {
    return contracts.flatMap((_, k) => {
      const { rebuyCostPerParticipant } = callOffs[k]!.checked.scenario.commissioner;
      const pence = Math.round((rebuyCostPerParticipant?.mean ?? 0) * 100);
      if (pence <= 0) return [];
      const left = binary(flow, "max", binary(flow, "sub", of(k, "starts"), of(k, "jobOutcomes")), zero);
      return [select(flow, wasHandedBack(k), binary(flow, "mul", left, constant(flow, pence)), zero)];
    });
  }

  function postsLost(k: number, endMonth: NumberNode): NumberNode {
    const { checked: own, graph, sources } = callOffs[k]!;
    if (own.scenario.costs.posts === undefined) return zero;
    const lost = openPostsLost(own.scenario, own.timeline);
    const released = atTheEnd(
      flow,
      sources.world("posts released", (world) => world.costs.postsReleased),
    );
    return numberNode(flow, `posts lost ${graph.name} ${endMonth.id}`, (out, data) => () => {
      const ends = read(endMonth);
      const gone = read(released);
      if (ends.uniform && gone.uniform) return setUniform(out, lost(ends.value, gone.value));
      out.uniform = false;
      out.count = false;
      out.data = data;
      for (let i = 0; i < flow.width; i++) data[i] = lost(at(ends, i), at(gone, i));
    });
  }
}

/** A number of a contract's graph as its last month left it. */
function atTheEnd(flow: Graph, of: NumberNode): NumberNode {
  if (of.graph === flow) return of;
  if (of.always !== undefined) return constant(flow, of.always);
  return numberNode(flow, `at the end ${of.graph.name} ${of.id}`, (out) => () => alias(out, read(of)));
}
