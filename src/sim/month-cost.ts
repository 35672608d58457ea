import { binary } from "../engine/arithmetic-nodes.ts";
import { type Column, setUniform, zeroColumn } from "../engine/column.ts";
import { constant, type NumberNode, numberNode, read } from "../engine/graph.ts";
import { combine, compare, negate, select } from "../engine/mask-nodes.ts";
import { sumNode } from "../engine/tracked-nodes.ts";
import type { CheckedScenario } from "./check-scenario.ts";
import type { PolicyFacts, PolicyFactsInput } from "./policy-facts.ts";
import type { World } from "./world.ts";

/** Evidenced set-up cost of the month, while the contract runs. */
export function setUpCost({ graph, sources, running }: PolicyFactsInput): NumberNode {
  const all = sources.world("set-up cost", (w, m) => w.costs.setUp[m - 1]!);
  return select(graph, running.live, all, constant(graph, 0));
}

/** The cost of a month: set-up, fixed cost and people while the contract runs, and what an early end costs after it. */
export function costOfMonth(
  input: PolicyFactsInput,
  people: Pick<PolicyFacts, "referrals" | "starts" | "stage">,
): NumberNode {
  const { graph, sources, checked, running } = input;
  const { costs, delivery } = checked.scenario;
  const zero = constant(graph, 0);
  const parts: NumberNode[] = [];
  const live = (name: string, read: (w: World, m: number) => Column) =>
    select(graph, running.live, sources.world(name, read), zero);
  if (costs.setUp !== undefined) parts.push(setUpCost(input));
  if (costs.perMonth !== undefined || costs.posts !== undefined)
    parts.push(live("fixed cost", (w, m) => w.costs.fixed[m - 1]!));
  const each = (of: NumberNode, name: string, read: (w: World, m: number) => Column) =>
    parts.push(binary(graph, "mul", sources.world(name, read), of));
  if (costs.perReferral !== undefined)
    each(people.referrals, "cost per referral", (w) => w.costs.perReferral);
  if (costs.perStart !== undefined) each(people.starts, "cost per start", (w) => w.costs.perStart);
  for (const [place, { id }] of delivery.stages.entries()) {
    if (!Object.hasOwn(costs.perOutcome, id)) continue;
    const { before, after } = people.stage(place, "achieved");
    each(binary(graph, "add", before, after), `cost per ${id}`, (w) => w.costs.perOutcome.get(id)!);
  }
  if (costs.trackingPerMonth !== undefined) parts.push(trackingCost(input, people.starts));
  if (costs.onEarlyEnd !== undefined || costs.posts !== undefined) parts.push(earlyEndCost(input));
  return parts.length === 0 ? zero : parts.reduce((a, b) => binary(graph, "add", a, b));
}

/**
 * Outcome tracking costs money after the last referral month, and as long after an early end (not after a hand-back),
 * on paths on which anyone has started.
 */
function trackingCost(
  { graph, sources, checked, running }: PolicyFactsInput,
  starts: NumberNode,
): NumberNode {
  const { timeline } = checked;
  const month = sources.calendar("month");
  const cost = sources.world("tracking cost", (w) => w.costs.tracking);
  const zero = constant(graph, 0);
  const planned = compare(graph, "greaterThan", month, constant(graph, timeline.lastReferralMonth));
  const until = binary(
    graph,
    "add",
    running.endMonth,
    constant(graph, timeline.lastMonth - timeline.lastReferralMonth),
  );
  const handedBack = compare(graph, "equal", running.endGround, constant(graph, 1));
  const after = combine(
    graph,
    "and",
    compare(graph, "lessThanInclusive", month, until),
    negate(graph, handedBack),
  );
  const anyone = compare(graph, "greaterThan", sumNode(graph, starts), zero);
  const runs = select(
    graph,
    running.live,
    select(graph, planned, cost, zero),
    select(graph, after, cost, zero),
  );
  return select(graph, anyone, runs, zero);
}

/** Redundancy and the posts' months of notice, in the month after an end that comes while staff are still planned. */
function earlyEndCost({ graph, sources, checked, running }: PolicyFactsInput): NumberNode {
  const zero = constant(graph, 0);
  const month = sources.calendar("month");
  const justEnded = compare(
    graph,
    "equal",
    running.endMonth,
    binary(graph, "sub", month, constant(graph, 1)),
  );
  const early = combine(
    graph,
    "and",
    combine(
      graph,
      "and",
      justEnded,
      compare(graph, "lessThan", running.endMonth, constant(graph, lastMonthOfStaff(checked))),
    ),
    compare(graph, "greaterThan", month, constant(graph, 1)),
  );
  const oneOff = sources.world("cost on early end", (w) => w.costs.onEarlyEnd);
  const notice = sources.world("unavoidable last month", (w, m) =>
    m > 1 ? w.costs.unavoidable[m - 2]! : zeroColumn,
  );
  const noticeMonths = noticeOf(checked);
  const months = numberNode(graph, "notice months", (out) => () => {
    setUniform(out, noticeMonths[read(month).value - 2] ?? 0);
  });
  return select(graph, early, binary(graph, "add", oneOff, binary(graph, "mul", notice, months)), zero);
}

/** The month after which an end costs nothing: the last of the posts, or of referrals. */
export function lastMonthOfStaff({ scenario, timeline }: CheckedScenario): number {
  return Math.max(timeline.lastReferralMonth, scenario.costs.posts?.lastMonth ?? 0);
}

function noticeOf(checked: CheckedScenario): number[] {
  const { posts } = checked.scenario.costs;
  const last = posts?.lastMonth ?? checked.timeline.lastReferralMonth;
  return checked.timeline.months.map(({ month }) =>
    posts === undefined ? 0 : Math.max(0, Math.min(posts.noticeMonths, last - month)),
  );
}
