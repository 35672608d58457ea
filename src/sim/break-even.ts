import { binary } from "../engine/arithmetic-nodes.ts";
import { at } from "../engine/column.ts";
import { compileContract } from "../engine/compile-contract.ts";
import { constant, openGraph, resetGraph } from "../engine/graph.ts";
import { sumNode } from "../engine/tracked-nodes.ts";
import type { CheckedPolicy, CheckedScenario } from "./check-scenario.ts";
import { openMonthSources } from "./month-sources.ts";
import type { Plan } from "./plan.ts";
import { planWorld } from "./plan-world.ts";
import { openPolicyFacts } from "./policy-facts.ts";
import { openRunning } from "./running.ts";

const steps = 400;
const most = 4;

/**
 * The referrals a month, over the referral months, from which the provider no longer loses: at true mean rates and
 * costs, spread as the indicative volume is, with the policy's terms and no early end. Undefined where no volume up
 * to four times the indicative breaks even.
 *
 * Found on a grid of 0.01 × indicative and then along the straight line between neighbours, which is exact where
 * the terms are straight between them.
 */
export function breakEvenReferrals(
  checked: CheckedScenario,
  policy: CheckedPolicy,
  plan: Plan,
  priceScale: number,
): number | undefined {
  const { timeline, scenario } = checked;
  const width = steps + 1;
  const ratio = (path: number) => (path * most) / steps;
  const graph = openGraph(width);
  const sources = openMonthSources(graph, timeline);
  const month = sources.calendar("month");
  const running = openRunning(graph, "break even", month);
  const facts = openPolicyFacts({
    graph,
    sources,
    checked,
    running,
    key: "break even",
    gate: undefined,
    plan,
    rounded: false,
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
      const taken = Math.min(indicative * ratio(path), placesLeft[path]!);
      placesLeft[path] = placesLeft[path]! - taken;
      return taken;
    },
    pick: (figure) => figure.mean,
  });
  resetGraph(graph);
  for (const { month: m } of timeline.months) {
    sources.load(world, m);
    for (const step of graph.steps) step();
    for (const carry of graph.carries) carry();
  }
  const total = timeline.months.reduce((sum, m) => sum + m.indicativeReferrals, 0);
  const perMonth = total / (timeline.lastReferralMonth - timeline.firstReferralMonth + 1);
  const marginAt = (path: number) => at(margin.out, path);
  if (marginAt(0) >= 0) return 0;
  for (let path = 1; path < width; path++) {
    const above = marginAt(path);
    if (above < 0) continue;
    const below = marginAt(path - 1);
    return perMonth * (ratio(path - 1) + ((0 - below) / (above - below)) * (most / steps));
  }
  return undefined;
}
