import { binary } from "../engine/arithmetic-nodes.ts";
import type { Column } from "../engine/column.ts";
import { type ContractNodes, compileContract } from "../engine/compile-contract.ts";
import type { Conflict } from "../engine/compile-stage.ts";
import { isGivenByRules, readParameter } from "../engine/contract.ts";
import {
  beginMonth,
  constant,
  type Graph,
  type NumberNode,
  openGraph,
  read,
  resetGraph,
} from "../engine/graph.ts";
import { compare, select } from "../engine/mask-nodes.ts";
import { roundNode } from "../engine/round-node.ts";
import type { Ruleset } from "../engine/ruleset.ts";
import { groundsOf, namesInTracked, readsOf } from "../engine/scope.ts";
import { sumNode } from "../engine/tracked-nodes.ts";
import { cashNodes, type FlowClock, flowing, lag } from "./cash-flow.ts";
import type { CheckedPolicy, CheckedScenario } from "./check-scenario.ts";
import { openBudgetGate } from "./closed-months.ts";
import { monthsOfTerm } from "./discount.ts";
import { ledgerOf } from "./ledger.ts";
import { type MonthSources, openMonthSources } from "./month-sources.ts";
import type { Plan } from "./plan.ts";
import { openPolicyFacts } from "./policy-facts.ts";
import { openRunning } from "./running.ts";
import type { World } from "./world.ts";

/** One policy to be settled: its terms, its plan, and the scale of its unit prices. */
export type SettledPolicy = {
  readonly policy: CheckedPolicy;
  readonly plan: Plan;
  readonly priceScale: number;
  /** Cost of its levers, in pence. */
  readonly leverCost: number;
};

/** What a policy left on each path of a block, by measure; valid until the next block is settled. */
export type BlockLedger = ReadonlyMap<string, Column>;

export type ConflictReport = (
  policy: string,
  ruleset: Ruleset,
  stage: number,
  output: string,
  found: Conflict,
) => void;

/** Settles blocks of a world under several policies at once. */
export type Settlement = {
  readonly settle: (world: World) => readonly BlockLedger[];
  /** Memory that the columns of a block take, in bytes. */
  readonly bytes: number;
};

/**
 * Compiles policies that share a world into one list of steps a month; what they have in common runs once.
 *
 * The order of a month: facts, tracked facts, rulesets by kind, payments scheduled, cash, then the end of the
 * contract where a rule said so or the cash ran out. After the last month only payments still due flow.
 */
export function openSettlement(
  checked: CheckedScenario,
  policies: readonly SettledPolicy[],
  width: number,
  conflict: ConflictReport,
): Settlement {
  const graph = openGraph(width);
  const flow = openGraph(width);
  const clock: FlowClock = { month: 0, flushing: false };
  const sources = openMonthSources(graph, checked.timeline);
  const settled = policies.map((policy) =>
    settlePolicy(graph, flow, clock, sources, checked, policy, conflict),
  );
  const longest = Math.max(0, ...settled.map((s) => s.longestTerm));
  const { lastMonth } = checked.timeline;
  return {
    get bytes() {
      return graph.bytes + flow.bytes;
    },
    settle: (world) => {
      resetGraph(graph);
      resetGraph(flow);
      for (let month = 1; month <= lastMonth + longest; month++) {
        clock.month = month;
        clock.flushing = month > lastMonth;
        beginMonth(flow);
        if (!clock.flushing) {
          beginMonth(graph);
          sources.load(world, month);
          for (const ask of graph.always) ask();
        }
        for (const ask of flow.always) ask();
        if (!clock.flushing) for (const update of graph.carries) update();
      }
      return settled.map((s) => new Map([...s.ledger].map(([name, node]) => [name, read(node)])));
    },
  };
}

function settlePolicy(
  graph: Graph,
  flow: Graph,
  clock: FlowClock,
  sources: MonthSources,
  checked: CheckedScenario,
  settled: SettledPolicy,
  conflict: ConflictReport,
): { ledger: Map<string, NumberNode>; longestTerm: number } {
  const { policy, plan, priceScale } = settled;
  const { scenario } = checked;
  const { contract } = policy;
  const rounded = scenario.counts === "drawn";
  const key = endKey(checked, settled);
  const month = sources.calendar("month");
  const running = openRunning(graph, key, month);
  const zero = constant(graph, 0);
  const hasBudget = scenario.commissioner.budgetPerFinancialYear !== undefined;
  const budget = sources.world("budget", (world) => world.budget);
  const lastOfYear = sources.calendar("lastMonthOfFinancialYear");
  const gate =
    hasBudget && scenario.commissioner.stopsWhenSpent
      ? openBudgetGate(graph, key, budget, lastOfYear, month)
      : undefined;
  const facts = openPolicyFacts({ graph, sources, checked, running, key, gate, plan, rounded, priceScale });
  const calendar = {
    month,
    firstOfContractYear: sources.calendar("firstOfContractYear"),
    firstOfFinancialYear: sources.calendar("firstOfFinancialYear"),
  };
  const nodes = compileContract(
    graph,
    contract,
    { node: facts.node, calendar, live: running.live },
    { priceScale, rounded, conflict: (...found) => conflict(contract.id, ...found) },
  );
  const settlement = settlementDue(graph, nodes, rounded);
  const owed = [...nodes.payments.map((p) => p.node), settlement].reduce((a, b) =>
    binary(graph, "add", a, b),
  );

  const termOf = (days: number | undefined) => monthsOfTerm(days ?? scenario.contract.paymentTermDays);
  const streams = [
    ...nodes.payments.map((p) => ({ node: p.node, term: termOf(p.termDays) })),
    { node: settlement, term: termOf(nodes.settlement.termDays) },
  ];
  const received = receivedNode(graph, flow, clock, streams);
  // Without an end there is no settlement to wait for.
  const longestTerm = Math.max(
    0,
    ...streams.filter((s) => nodes.end !== undefined || s.node !== settlement).map((s) => s.term),
  );
  const lastFlow = checked.timeline.lastMonth + longestTerm;
  const rates = {
    costOfCapital: scenario.provider.costOfCapital?.mean ?? 0,
    discountRate: scenario.provider.discountRate?.mean ?? 0,
  };
  const cash = cashNodes(flow, clock, received, flowing(flow, clock, facts.cost), rates, rounded, lastFlow);

  const ends = nodes.end;
  if (ends !== undefined) running.endsWhere(ends.mask, ends.ground);
  if (scenario.provider.handsBack) {
    const floor = -Math.round(
      ((scenario.provider.reserves?.mean ?? 0) + (scenario.provider.overdraft?.mean ?? 0)) * 100,
    );
    const broke = compare(flow, "lessThan", cash.cash, constant(flow, floor));
    // The flow runs after the month's steps and before what is carried over, so its mask is of this month.
    running.endsWhere(broke, constant(graph, 1));
  }
  const dueOfYear = hasBudget ? sumNode(graph, owed, calendar.firstOfFinancialYear) : undefined;
  if (dueOfYear !== undefined) gate?.closesWhen(dueOfYear);
  nodes.close(owed);
  const ledger = ledgerOf(
    graph,
    { facts, nodes, settlement, cash, running, dueOfYear, budget },
    checked,
    zero,
  );
  return { ledger, longestTerm };
}

/**
 * Policies whose contracts end on the same paths in the same months share the memory of it: those whose
 * termination rules read nothing that payments, prices or cash could change.
 */
function endKey(checked: CheckedScenario, { policy, priceScale }: SettledPolicy): string {
  const { contract } = policy;
  const own = `of ${contract.id} ${priceScale}`;
  if (checked.scenario.provider.handsBack || checked.scenario.commissioner.stopsWhenSpent) return own;
  const termination = contract.rulesets.find((r) => r.kind === "termination");
  if (termination === undefined || groundsOf(termination).length === 0) return "never";
  const tracked = new Map(contract.tracked.map(({ name, spec }) => [name, spec]));
  const seen = new Set<string>();
  const queue = readsOf(termination);
  const walkParams = (part: unknown): void => {
    if (typeof part !== "object" || part === null) return;
    for (const [k, v] of Object.entries(part)) {
      if (k === "param" && typeof v === "string") queue.push(v);
      else walkParams(v);
    }
  };
  for (const stage of termination.stages) walkParams(stage);
  for (let name = queue.pop(); name !== undefined; name = queue.pop()) {
    if (seen.has(name)) continue;
    seen.add(name);
    const spec = tracked.get(name);
    if (spec !== undefined) queue.push(...namesInTracked(spec));
    else if (isOfPolicy(contract.facts.get(name)!)) return own;
  }
  const parameters = [...seen].filter((name) => contract.parameters.has(name)).sort();
  return JSON.stringify([
    termination.id,
    parameters.map((name) => readParameter(contract, name, priceScale)),
    [...tracked].filter(([n]) => seen.has(n)),
  ]);
}

function isOfPolicy(fact: Parameters<typeof isGivenByRules>[0]): boolean {
  return isGivenByRules(fact) || /^(goingOn|contractValue|calledOffValue|costToDate)/.test(fact.name);
}

/** The settlement falls due once, in the month in which a rule ends the contract. */
function settlementDue(graph: Graph, nodes: ContractNodes, rounded: boolean): NumberNode {
  const zero = constant(graph, 0);
  if (nodes.end === undefined) return zero;
  // A settlement is owed to the provider or nobody: what it owes back is a clawback of the month after.
  const node = binary(graph, "max", nodes.settlement.node, zero);
  return select(graph, nodes.end.mask, rounded ? roundNode(graph, node) : node, zero);
}

function receivedNode(
  graph: Graph,
  flow: Graph,
  clock: FlowClock,
  streams: readonly { node: NumberNode; term: number }[],
): NumberNode {
  // Payments with one term are added first: one memory of past months for all of them.
  const terms = [...new Set(streams.map((s) => s.term))].sort((a, b) => a - b);
  return terms
    .map((term) => {
      const together = streams
        .filter((s) => s.term === term)
        .map((s) => s.node)
        .reduce((a, b) => binary(graph, "add", a, b));
      return lag(flow, flowing(flow, clock, together), term);
    })
    .reduce((a, b) => binary(flow, "add", a, b));
}
