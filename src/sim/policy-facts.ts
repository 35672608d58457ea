import { binary } from "../engine/arithmetic-nodes.ts";
import { type Column, setUniform } from "../engine/column.ts";
import { constant, type Graph, type MaskNode, type NumberNode, numberNode, read } from "../engine/graph.ts";
import { combine, compare, negate, select } from "../engine/mask-nodes.ts";
import { roundNode } from "../engine/round-node.ts";
import { sumNode } from "../engine/tracked-nodes.ts";
import type { CheckedScenario } from "./check-scenario.ts";
import { type ClosedMonths, type Delivered, deliveredStage } from "./delivered.ts";
import type { MonthSources } from "./month-sources.ts";
import type { Plan } from "./plan.ts";
import type { Running } from "./running.ts";
import type { Month } from "./timeline.ts";
import type { World } from "./world.ts";

/** What a policy's rules can read of the month, and what its costs are made of. */
export type PolicyFacts = {
  readonly node: (name: string) => NumberNode;
  readonly stage: (place: number, counted: "claimed" | "achieved") => Delivered;
  /** Cost of the month, in pence. */
  readonly cost: NumberNode;
  readonly referrals: NumberNode;
  readonly starts: NumberNode;
};

export type PolicyFactsInput = {
  readonly graph: Graph;
  readonly sources: MonthSources;
  readonly checked: CheckedScenario;
  readonly running: Running;
  readonly key: string;
  readonly gate: (ClosedMonths & { readonly open: MaskNode }) | undefined;
  readonly plan: Plan;
  readonly rounded: boolean;
  readonly priceScale: number;
};

const calendarFacts: readonly (keyof Month)[] = [
  "month",
  "monthOfYear",
  "contractYear",
  "financialYear",
  "lastMonthOfContractYear",
  "lastMonthOfFinancialYear",
  "plannedPhase",
];

/** Opens the facts of a month as one policy sees them: the world, less what its terms have cut off. */
export function openPolicyFacts(input: PolicyFactsInput): PolicyFacts {
  const { graph, sources, checked, running, key, gate, plan } = input;
  const { scenario, timeline } = checked;
  const zero = constant(graph, 0);
  const world = (name: string, read: (w: World, month: number) => Column) => sources.world(name, read);
  const whileLive = (node: NumberNode) => select(graph, running.live, node, zero);
  const open = gate === undefined ? running.live : combine(graph, "and", running.live, gate.open);
  const whileOpen = (node: NumberNode) => select(graph, open, node, zero);
  const made = world("referrals", (w, m) => w.referrals[m - 1]!);
  const referrals = whileOpen(made);
  const starts = whileOpen(world("starts", (w, m) => w.starts[m - 1]!));
  const byProvider = whileOpen(world("refused by provider", (w, m) => w.refusedByProvider[m - 1]!));
  const beyondPlaces = whileOpen(world("beyond places", (w, m) => w.beyondPlaces[m - 1]!));
  const stage = (place: number, counted: "claimed" | "achieved") =>
    deliveredStage(graph, sources, running, key, place, counted, gate);
  const cost = costOfMonth(input, { referrals, starts, stage });

  const node = (name: string): NumberNode => {
    if (calendarFacts.includes(name as keyof Month)) return sources.calendar(name as keyof Month);
    const place = checked.scenario.delivery.stages.findIndex(
      (s) => name === s.id || name === `${s.id}AfterEnd`,
    );
    if (place >= 0) {
      const delivered = stage(place, "claimed");
      return name.endsWith("AfterEnd") && name !== scenario.delivery.stages[place]!.id
        ? delivered.after
        : delivered.before;
    }
    if (Object.hasOwn(scenario.drawn, name))
      return world(`drawn ${name}`, (w, m) => w.drawn.get(name)![m - 1]!);
    switch (name) {
      case "leadInMonths":
        return constant(graph, scenario.contract.leadInMonths);
      case "firstReferralMonth":
        return constant(graph, timeline.firstReferralMonth);
      case "lastReferralMonth":
        return constant(graph, timeline.lastReferralMonth);
      case "lastMonth":
        return constant(graph, timeline.lastMonth);
      case "phase":
        return select(graph, running.live, sources.calendar("plannedPhase"), constant(graph, 2));
      case "claimantGroup":
        return zero;
      case "indicativeReferrals":
        return whileLive(sources.calendar("indicativeReferrals"));
      case "referrals":
        return referrals;
      case "referralsRefusedByProvider":
        return byProvider;
      case "referralsBeyondPlaces":
        return beyondPlaces;
      case "referralsRefused": {
        const beyondBudget =
          gate === undefined
            ? zero
            : select(graph, combine(graph, "and", running.live, negate(graph, gate.open)), made, zero);
        return binary(graph, "add", binary(graph, "add", byProvider, beyondPlaces), beyondBudget);
      }
      case "referralsSuspended":
        return gate === undefined
          ? world("suspended", (w, m) => w.suspended[m - 1]!)
          : select(
              graph,
              gate.open,
              world("suspended", (w, m) => w.suspended[m - 1]!),
              constant(graph, 1),
            );
      case "placesOpen":
        return world("places open", (w, m) => w.placesOpen[m - 1]!);
      case "readyToDeliver":
        return world("ready", (w, m) => w.ready[m - 1]!);
      case "starts":
        return starts;
      case "contractValuePence":
        return constant(graph, plan.contractValue);
      case "calledOffValuePence":
        return constant(graph, calledOffPence(checked, input.priceScale));
      case "plannedSetUpCostPence":
        return constant(graph, plannedSetUp(checked));
      case "setUpCostPence":
        return setUpCost(input);
      case "setUpCostToDatePence":
        return sumNode(graph, setUpCost(input));
      case "costToDatePence":
        return sumNode(graph, cost);
      case "unavoidableCostPence":
        return world("unavoidable", (w, m) => w.costs.unavoidable[m - 1]!);
      case "budgetPence":
        return constant(graph, pence(scenario.commissioner.budgetPerFinancialYear?.mean));
      case "goingOnMarginPence":
      case "goingOnPaymentsPence":
        return goingOn(input, referrals, name === "goingOnMarginPence");
      case "endMonth":
        return running.endMonth;
      case "endGround":
        return running.endGround;
      default:
        throw new Error(`no world gives the fact ${name}`);
    }
  };
  return { node, stage, cost, referrals, starts };
}

function pence(pounds: number | undefined): number {
  return Math.round((pounds ?? 0) * 100);
}

/** The value called off at a scale of unit prices, in pence: what is called off is worth what its prices make it. */
export function calledOffPence(checked: CheckedScenario, priceScale: number): number {
  return Math.round((checked.scenario.contract.calledOffValue?.mean ?? 0) * 100 * priceScale);
}

/** Set-up cost as the plan has it, in pence. */
export function plannedSetUp(checked: CheckedScenario): number {
  const { setUp } = checked.scenario.costs;
  if (setUp === undefined) return 0;
  return Array.isArray(setUp)
    ? setUp.reduce((sum, item) => sum + pence(item.pounds.believed), 0)
    : pence(setUp.believed);
}

function setUpCost({ graph, sources, running }: PolicyFactsInput): NumberNode {
  const all = sources.world("set-up cost", (w, m) => w.costs.setUp[m - 1]!);
  return select(graph, running.live, all, constant(graph, 0));
}

/** The cost of a month: set-up, fixed cost and people while the contract runs, and what an early end costs after it. */
function costOfMonth(
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
  return parts.reduce((a, b) => binary(graph, "add", a, b), zero);
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
  const { timeline } = checked;
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
    m > 1 ? w.costs.unavoidable[m - 2]! : nothing,
  );
  const noticeMonths = noticeOf(checked);
  const months = numberNode(graph, "notice months", (out) => () => {
    setUniform(out, noticeMonths[read(month).value - 2] ?? 0);
  });
  return select(graph, early, binary(graph, "add", oneOff, binary(graph, "mul", notice, months)), zero);
}

const nothing: Column = { uniform: true, value: 0, data: new Float64Array(0), count: true };

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

/**
 * What going on is worth to the provider, or costs the commissioner, after this month: what is still planned, with
 * what depends on people multiplied by referrals to date over indicative referrals to date (1 while that is 0).
 */
function goingOn(input: PolicyFactsInput, referrals: NumberNode, ofProvider: boolean): NumberNode {
  const { graph, sources, checked, running, plan, rounded } = input;
  const month = sources.calendar("month");
  const table = (name: string, values: readonly number[]) =>
    numberNode(
      graph,
      `table ${name} ${values.join()}`,
      (out) => () => setUniform(out, values[read(month).value] ?? 0),
    );
  const toDate = sumNode(graph, referrals);
  const indicative = sumNode(
    graph,
    select(graph, running.live, sources.calendar("indicativeReferrals"), constant(graph, 0)),
  );
  const none = compare(graph, "equal", indicative, constant(graph, 0));
  const q = select(graph, none, constant(graph, 1), binary(graph, "div", toDate, indicative));
  const payments = binary(graph, "mul", q, table("payments", plan.paymentsAfter));
  const fee = table("service fee", plan.serviceFeeAfter);
  const income = binary(graph, "add", fee, payments);
  const peopleCost = binary(graph, "mul", q, table("people cost", plan.peopleCostAfter));
  const value = ofProvider
    ? binary(graph, "sub", binary(graph, "sub", income, table("fixed cost", plan.fixedCostAfter)), peopleCost)
    : income;
  const over = compare(
    graph,
    "greaterThanInclusive",
    month,
    constant(graph, checked.timeline.lastReferralMonth),
  );
  return select(graph, over, constant(graph, 0), rounded ? roundNode(graph, value) : value);
}
