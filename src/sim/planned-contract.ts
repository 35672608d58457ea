import { type ContractNodes, compileContract } from "../engine/compile-contract.ts";
import { beginMonth, type Graph, openGraph, resetGraph } from "../engine/graph.ts";
import type { Kind } from "../engine/kind.ts";
import type { CheckedPolicy, CheckedScenario } from "./check-scenario.ts";
import { type MonthSources, openMonthSources } from "./month-sources.ts";
import type { Plan } from "./plan.ts";
import { openPolicyFacts, type PolicyFacts } from "./policy-facts.ts";
import { openRunning } from "./running.ts";
import type { World } from "./world.ts";

export type PlannedContractInput = {
  readonly checked: CheckedScenario;
  readonly policy: CheckedPolicy;
  readonly plan: Plan;
  readonly priceScale: number;
  /** How many worlds are planned side by side. */
  readonly width: number;
  /** The kinds of rulesets that run. */
  readonly kinds: readonly Kind[];
  /** Parameters that differ from the policy's, as rules read them. */
  readonly override?: Readonly<Record<string, number>> | undefined;
};

/** A policy's terms made ready to run on planned worlds: people as means, nothing rounded, no early end. */
export type PlannedContract = {
  readonly graph: Graph;
  readonly sources: MonthSources;
  readonly facts: PolicyFacts;
  readonly nodes: ContractNodes;
  /** Runs all months of a planned world, calling `eachMonth` before what is carried over. */
  readonly run: (world: World, eachMonth?: () => void) => void;
};

/** Prepares a policy's terms for planned worlds; what is to be worked out each month is kept in the graph before it runs. */
export function openPlannedContract(input: PlannedContractInput): PlannedContract {
  const { checked, policy, plan, priceScale, width, kinds, override } = input;
  const { timeline } = checked;
  const graph = openGraph(width);
  const sources = openMonthSources(graph, timeline);
  const month = sources.calendar("month");
  const running = openRunning(graph, "plan", month);
  const facts = openPolicyFacts({
    graph,
    sources,
    checked,
    running,
    key: "plan",
    gate: undefined,
    plan,
    rounded: false,
    priceScale,
  });
  const calendar = {
    month,
    firstOfContractYear: sources.calendar("firstOfContractYear"),
    firstOfFinancialYear: sources.calendar("firstOfFinancialYear"),
  };
  const nodes = compileContract(
    graph,
    policy.contract,
    { node: facts.node, calendar, live: running.live },
    { priceScale, rounded: false, kinds, conflict: () => undefined, ...(override && { override }) },
  );
  return {
    graph,
    sources,
    facts,
    nodes,
    run: (world, eachMonth) => {
      resetGraph(graph);
      for (const { month: m } of timeline.months) {
        beginMonth(graph);
        sources.load(world, m);
        for (const ask of graph.always) ask();
        eachMonth?.();
        for (const carry of graph.carries) carry();
      }
    },
  };
}
