import { binary } from "../engine/arithmetic-nodes.ts";
import { at } from "../engine/column.ts";
import { compileContract } from "../engine/compile-contract.ts";
import { constant, openGraph, resetGraph } from "../engine/graph.ts";
import { sumNode } from "../engine/tracked-nodes.ts";
import type { CheckedPolicy, CheckedScenario } from "./check-scenario.ts";
import type { Figure } from "./figure.ts";
import { openMonthSources } from "./month-sources.ts";
import type { Plan } from "./plan.ts";
import { planWorld } from "./plan-world.ts";
import { openPolicyFacts } from "./policy-facts.ts";
import { openRunning } from "./running.ts";

export type PlannedInput = {
  readonly checked: CheckedScenario;
  readonly policy: CheckedPolicy;
  readonly plan: Plan;
  readonly priceScale: number;
  /** Referrals over indicative referrals, one a margin that is asked for. */
  readonly ratios: readonly number[];
  /** The rate or cost that applies: what was believed, or the true mean. */
  readonly pick: (figure: Figure) => number;
  /** Parameters that differ from the policy's, as rules read them. */
  readonly override?: Readonly<Record<string, number>>;
};

/**
 * The provider's margin in pence at several volumes, without luck: people by their means, spread over the months as the
 * indicative volume is and never beyond the places, with the policy's terms and no early end.
 */
export function plannedMargins(input: PlannedInput): number[] {
  const { checked, policy, plan, priceScale, ratios, pick, override } = input;
  const { timeline, scenario } = checked;
  const width = ratios.length;
  const graph = openGraph(width);
  const sources = openMonthSources(graph, timeline);
  const month = sources.calendar("month");
  const running = openRunning(graph, "planned", month);
  const facts = openPolicyFacts({
    graph,
    sources,
    checked,
    running,
    key: "planned",
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
    {
      priceScale,
      rounded: false,
      conflict: () => undefined,
      kinds: ["service-fee", "start-fee", "outcome-payment", "volume", "adjustment", "limit"],
      ...(override && { override }),
    },
  );
  const owed = nodes.payments
    .map((p) => p.node)
    .reduce((a, b) => binary(graph, "add", a, b), constant(graph, 0));
  const margin = sumNode(graph, binary(graph, "sub", owed, facts.cost));
  nodes.close(owed);
  const placesLeft = new Float64Array(width).fill(scenario.volume.places ?? Number.POSITIVE_INFINITY);
  const world = planWorld(checked, {
    width,
    referrals: (_, indicative, path) => {
      const taken = Math.min(indicative * ratios[path]!, placesLeft[path]!);
      placesLeft[path] = placesLeft[path]! - taken;
      return taken;
    },
    pick,
  });
  resetGraph(graph);
  for (const { month: m } of timeline.months) {
    sources.load(world, m);
    for (const step of graph.steps) step();
    for (const update of graph.carries) update();
  }
  return ratios.map((_, path) => at(margin.out, path));
}
