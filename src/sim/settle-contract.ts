import { binary } from "../engine/arithmetic-nodes.ts";
import { type ContractNodes, compileContract } from "../engine/compile-contract.ts";
import type { Conflict } from "../engine/compile-stage.ts";
import { isGivenByRules, readParameter } from "../engine/contract.ts";
import { constant, type Graph, type NumberNode, read } from "../engine/graph.ts";
import { select } from "../engine/mask-nodes.ts";
import { roundNode } from "../engine/round-node.ts";
import type { Ruleset } from "../engine/ruleset.ts";
import { groundsOf } from "../engine/scope.ts";
import type { CheckedPolicy, CheckedScenario } from "./check-scenario.ts";
import { type BudgetGate, openBudgetGate } from "./closed-months.ts";
import { monthsOfTerm } from "./discount.ts";
import type { MonthSources } from "./month-sources.ts";
import { namesRead } from "./names-read.ts";
import type { Plan } from "./plan.ts";
import { openPolicyFacts, type PolicyFacts } from "./policy-facts.ts";
import { openRunning, type Running } from "./running.ts";

export type ConflictReport = (
  policy: string,
  ruleset: Ruleset,
  stage: number,
  output: string,
  found: Conflict & { readonly month: number },
) => void;

/** What the settling of one contract stands on: its scenario, and the graph of its months. */
export type CallOff = {
  readonly checked: CheckedScenario;
  readonly graph: Graph;
  readonly sources: MonthSources;
};

/** What is owed under one payment term, month by month; the term in months. */
export type Owed = { readonly node: NumberNode; readonly term: number };

/** One contract under one policy, before the provider's cash. */
export type SettledCallOff = {
  readonly facts: PolicyFacts;
  readonly nodes: ContractNodes;
  readonly settlement: NumberNode;
  /** All that is owed in a month. */
  readonly owed: NumberNode;
  /** The same by payment term. */
  readonly streams: readonly Owed[];
  readonly longestTerm: number;
  readonly running: Running;
  readonly gate: BudgetGate | undefined;
};

/** Compiles one contract under one policy: `place` is the policy's in the scenario. */
export function settleCallOff(
  { checked, graph, sources }: CallOff,
  { place, priceScale }: { readonly place: number; readonly priceScale: number },
  plan: Plan,
  stopsWhenSpent: boolean,
  conflict: ConflictReport,
): SettledCallOff {
  const { scenario } = checked;
  const policy = checked.policies[place]!;
  const { contract } = policy;
  const rounded = scenario.counts === "drawn";
  const key = endKey(checked, policy, priceScale);
  const month = sources.calendar("month");
  const running = openRunning(graph, key, month);
  const gate = stopsWhenSpent
    ? openBudgetGate(
        graph,
        key,
        sources.world("budget", (world) => world.budget),
        sources.calendar("lastMonthOfFinancialYear"),
        month,
      )
    : undefined;
  const facts = openPolicyFacts({ graph, sources, checked, running, key, gate, plan, rounded, priceScale });
  const calendar = {
    month,
    firstOfContractYear: sources.calendar("firstOfContractYear"),
    firstOfFinancialYear: sources.calendar("firstOfFinancialYear"),
  };
  const inMonth = (ruleset: Ruleset, stage: number, output: string, found: Conflict) =>
    conflict(contract.id, ruleset, stage, output, { ...found, month: read(month).value });
  const nodes = compileContract(
    graph,
    contract,
    { node: facts.node, calendar, live: running.live },
    { priceScale, rounded, conflict: inMonth },
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
  // Without an end there is no settlement to wait for.
  const longestTerm = Math.max(
    0,
    ...streams.filter((s) => nodes.end !== undefined || s.node !== settlement).map((s) => s.term),
  );
  return { facts, nodes, settlement, owed, streams, longestTerm, running, gate };
}

/**
 * Policies whose contracts end on the same paths in the same months share the memory of it: those whose
 * termination rules read nothing that payments, prices or cash could change.
 */
function endKey(checked: CheckedScenario, policy: CheckedPolicy, priceScale: number): string {
  const { contract } = policy;
  const own = `of ${contract.id} ${priceScale}`;
  if (checked.scenario.provider.handsBack || checked.scenario.commissioner.stopsWhenSpent) return own;
  const termination = contract.rulesets.find((r) => r.kind === "termination");
  if (termination === undefined || groundsOf(termination).length === 0) return "never";
  const tracked = new Map(contract.tracked.map(({ name, spec }) => [name, spec]));
  const seen = namesRead(contract, [termination]);
  if ([...seen].some((name) => !tracked.has(name) && isOfPolicy(contract.facts.get(name)!))) return own;
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
