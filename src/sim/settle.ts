import { binary } from "../engine/arithmetic-nodes.ts";
import { alias, type Column } from "../engine/column.ts";
import {
  beginMonth,
  constant,
  type Graph,
  maskNode,
  type NumberNode,
  numberNode,
  openGraph,
  read,
  resetGraph,
} from "../engine/graph.ts";
import type { Loops } from "../engine/loops.ts";
import { combine, compare, setUniformMask } from "../engine/mask-nodes.ts";
import { plainLoops } from "../engine/plain-loops.ts";
import { latchNode, sumNode } from "../engine/tracked-nodes.ts";
import { callOffsOf } from "./call-offs.ts";
import { cashNodes, type FlowClock, flowing, lag, lastDueNode } from "./cash-flow.ts";
import type { CheckedScenario } from "./check-scenario.ts";
import { contractLedger } from "./ledger.ts";
import { columnsOfRun } from "./ledger-columns.ts";
import { openMonthSources } from "./month-sources.ts";
import type { Plan } from "./plan.ts";
import { runLedger } from "./run-ledger.ts";
import { type CallOff, type ConflictReport, type Owed, settleCallOff } from "./settle-contract.ts";
import type { World } from "./world.ts";

/** One policy to be settled: its place in the scenario, its plan for each contract, and the scale of its unit prices. */
export type SettledPolicy = {
  readonly place: number;
  readonly plans: readonly Plan[];
  readonly priceScale: number;
  /** What its levers cost the commissioner, in pence. */
  readonly leverCost: number;
};

/** Is shown each policy's cash in pence as each month leaves it; the column holds until the next month. */
export type WatchCash = (policy: number, month: number, cash: Column) => void;

/** What a contract owes in one month under an output, in pence; an end's settlement is `settlementPence` of no ruleset. */
export type OwedColumn = { readonly ruleset: string; readonly output: string; readonly column: Column };

/** Is shown what each contract owes of each policy in a month, output by output; the columns hold until the next month. */
export type WatchOwed = (
  policy: number,
  contract: number,
  month: number,
  owed: readonly OwedColumn[],
) => void;

/** Settles blocks of the worlds of all contracts under several policies at once. */
export type Settlement = {
  /** Of each policy the columns that are kept, in their order; what cannot differ is one column. */
  readonly columns: readonly (readonly Column[])[];
  /** Fills the columns with what a block leaves; they hold until the next is settled. */
  readonly settle: (worlds: readonly World[], watch?: WatchCash, watchOwed?: WatchOwed) => void;
  /** Memory that the columns of a block take, in bytes. */
  readonly bytes: number;
};

/**
 * Compiles policies that share their worlds into one list of steps a month; what they have in common runs once.
 *
 * The order of a month: facts, tracked facts, rulesets by kind, payments scheduled, cash, then the end of the
 * contract where a rule said so or the cash ran out. After the last month only payments still due flow. Several
 * contracts of a provider run side by side, and their cash is one.
 */
export function openSettlement(
  checked: CheckedScenario,
  policies: readonly SettledPolicy[],
  width: number,
  conflict: ConflictReport,
  loops: Loops = plainLoops,
  columnNames: readonly string[] = columnsOfRun(checked),
): Settlement {
  const flow = openGraph(width, "", loops);
  const clock: FlowClock = { month: 0, flushing: false };
  const callOffs = callOffsOf(checked).map((callOff): CallOff => {
    const graph = openGraph(width, callOff.id, loops);
    return { checked: callOff.checked, graph, sources: openMonthSources(graph, callOff.checked.timeline) };
  });
  const settled = policies.map((policy) =>
    settlePolicy(callOffs, flow, clock, checked, policy, conflict, columnNames),
  );
  const longest = Math.max(0, ...settled.map((s) => s.longestTerm));
  const { lastMonth } = checked.timeline;
  // A node's column is the same object for as long as the graph is there.
  const columns = settled.map(({ ledger }) => ledger.map((node) => node.out));
  const kept = [...new Set(settled.flatMap(({ ledger }) => ledger))];
  return {
    columns,
    get bytes() {
      return callOffs.reduce((sum, { graph }) => sum + graph.bytes, flow.bytes);
    },
    settle: (worlds, watch, watchOwed) => {
      for (const { graph } of callOffs) resetGraph(graph);
      resetGraph(flow);
      for (let month = 1; month <= lastMonth + longest; month++) {
        clock.month = month;
        clock.flushing = month > lastMonth;
        beginMonth(flow);
        if (!clock.flushing) {
          // All contracts begin the month before any is asked, as the provider's cash joins them.
          for (let k = 0; k < callOffs.length; k++) {
            beginMonth(callOffs[k]!.graph);
            callOffs[k]!.sources.load(worlds[k]!, month);
          }
          for (const { graph } of callOffs) for (const ask of graph.always) ask();
        }
        for (const ask of flow.always) ask();
        if (watch !== undefined) for (const [p, { cash }] of settled.entries()) watch(p, month, read(cash));
        if (clock.flushing) continue;
        if (watchOwed !== undefined)
          for (const [p, { owed }] of settled.entries())
            for (const [k, nodes] of owed.entries()) watchOwed(p, k, month, nodes.map(columnOf));
        for (const { graph } of callOffs) for (const update of graph.carries) update();
      }
      for (const node of kept) read(node);
    },
  };
}

type OwedNode = { readonly ruleset: string; readonly output: string; readonly node: NumberNode };

type PolicyLedger = {
  readonly ledger: readonly NumberNode[];
  readonly longestTerm: number;
  readonly cash: NumberNode;
  /** What each contract owes, output by output. */
  readonly owed: readonly (readonly OwedNode[])[];
};

function columnOf({ ruleset, output, node }: OwedNode): OwedColumn {
  return { ruleset, output, column: read(node) };
}

function settlePolicy(
  callOffs: readonly CallOff[],
  flow: Graph,
  clock: FlowClock,
  checked: CheckedScenario,
  settled: SettledPolicy,
  conflict: ConflictReport,
  columnNames: readonly string[],
): PolicyLedger {
  const { scenario, timeline } = checked;
  const { provider, commissioner } = scenario;
  const rounded = scenario.counts === "drawn";
  const hasBudget = commissioner.budgetPerFinancialYear !== undefined;
  const parts = callOffs.map((callOff, k) =>
    settleCallOff(callOff, settled, settled.plans[k]!, hasBudget && commissioner.stopsWhenSpent, conflict),
  );
  const longestTerm = Math.max(0, ...parts.map((part) => part.longestTerm));
  const sum = (nodes: readonly NumberNode[]) => nodes.reduce((a, b) => binary(flow, "add", a, b));
  const received = sum(parts.map(({ streams }, k) => receivedNode(callOffs[k]!.graph, flow, clock, streams)));
  const cost = sum(parts.map((part) => flowing(flow, clock, part.facts.cost)));
  const rates = {
    costOfCapital: provider.costOfCapital?.mean ?? 0,
    discountRate: provider.discountRate?.mean ?? 0,
  };
  const lastDue =
    rates.costOfCapital > 0
      ? lastDueNode(
          flow,
          clock,
          parts.flatMap(({ streams }, k) => together(callOffs[k]!.graph, streams)),
          timeline.lastMonth,
        )
      : constant(flow, 0);
  const cash = cashNodes(flow, clock, received, cost, rates, rounded, lastDue);

  for (const { running, nodes } of parts) {
    if (nodes.end !== undefined) running.endsWhere(nodes.end.mask, nodes.end.ground);
  }
  if (provider.handsBack) {
    const floor = -Math.round(((provider.reserves?.mean ?? 0) + (provider.overdraft?.mean ?? 0)) * 100);
    // In the last month there is nothing left to hand back.
    const goesOn = maskNode(
      flow,
      "goes on",
      (out) => () => setUniformMask(out, clock.month < timeline.lastMonth),
    );
    const broke = combine(flow, "and", goesOn, compare(flow, "lessThan", cash.cash, constant(flow, floor)));
    // The flow's mask of this month is worked out when the month's end asks for it.
    for (const [k, { running }] of parts.entries()) running.endsWhere(broke, constant(callOffs[k]!.graph, 1));
  }
  const ofProvider = new Map<string, () => NumberNode>([
    ["margin", () => cash.cash],
    ["npv", cash.npv],
    ["peakFunding", () => cash.peakFunding],
    ["peakFundingMonth", () => cash.peakFundingMonth],
  ]);
  if (hasBudget) {
    const { sources } = callOffs[0]!;
    const restarts = flowing(flow, clock, sources.calendar("firstOfFinancialYear"));
    const dueOfYear = sumNode(flow, sum(parts.map((part) => flowing(flow, clock, part.owed))), restarts);
    const stated = sources.world("budget", (world) => world.budget);
    // It holds on while the last payments flow.
    const budget = numberNode(flow, "budget", (out) => () => alias(out, read(stated)));
    for (const { gate } of parts) gate?.closesWhen(dueOfYear);
    ofProvider.set("overBudget", () => latchNode(flow, compare(flow, "greaterThan", dueOfYear, budget)));
  }
  for (const { nodes, owed } of parts) nodes.close(owed);
  const contracts = parts.map((part, k) => contractLedger(callOffs[k]!, checked.contracts.length > 0, part));
  const { leverCost } = settled;
  return {
    ledger: runLedger({ flow, checked, callOffs, provider: ofProvider, contracts, leverCost, columnNames }),
    longestTerm,
    cash: cash.cash,
    owed: parts.map(({ nodes, settlement }) => [
      ...nodes.payments.map(({ ruleset, output, node }) => ({ ruleset: ruleset.id, output, node })),
      { ruleset: "", output: "settlementPence", node: settlement },
    ]),
  };
}

function receivedNode(graph: Graph, flow: Graph, clock: FlowClock, streams: readonly Owed[]): NumberNode {
  return together(graph, streams)
    .map(({ node, term }) => lag(flow, flowing(flow, clock, node), term))
    .reduce((a, b) => binary(flow, "add", a, b));
}

/** Payments with one term added up: one memory of past months for all of them. */
function together(graph: Graph, streams: readonly Owed[]): Owed[] {
  const terms = [...new Set(streams.map((s) => s.term))].sort((a, b) => a - b);
  return terms.map((term) => ({
    term,
    node: streams
      .filter((s) => s.term === term)
      .map((s) => s.node)
      .reduce((a, b) => binary(graph, "add", a, b)),
  }));
}
