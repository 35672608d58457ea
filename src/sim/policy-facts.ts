import { binary } from "../engine/arithmetic-nodes.ts";
import type { Column } from "../engine/column.ts";
import { constant, type Graph, type MaskNode, type NumberNode } from "../engine/graph.ts";
import { combine, negate, select } from "../engine/mask-nodes.ts";
import { sumNode } from "../engine/tracked-nodes.ts";
import type { CheckedScenario } from "./check-scenario.ts";
import { type ClosedMonths, type Delivered, deliveredStage } from "./delivered.ts";
import { goingOn } from "./going-on.ts";
import { costOfMonth, setUpCost } from "./month-cost.ts";
import type { MonthSources } from "./month-sources.ts";
import type { Plan } from "./plan.ts";
import type { Running } from "./running.ts";
import { indicativeInAll, type Month } from "./timeline.ts";
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
    // Where all that happens is claimed the two are one, and are worked out once.
    deliveredStage(
      graph,
      sources,
      running,
      key,
      place,
      scenario.delivery.stages[place]!.claimedShare === undefined ? "achieved" : counted,
      gate,
    );
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
      case "indicativeReferralsInAll":
        return constant(graph, indicativeInAll(timeline));
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
        return world("budget", (w) => w.budget);
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

/**
 * The value called off at a scale of unit prices, in pence: what is called off is worth what its prices make it. Whole
 * pence, unless payments are not rounded.
 */
export function calledOffPence({ scenario }: CheckedScenario, priceScale: number): number {
  const value = (scenario.contract.calledOffValue?.mean ?? 0) * 100 * priceScale;
  return scenario.counts === "drawn" ? Math.round(value) : value;
}

/** Set-up cost as the plan has it, in pence. */
export function plannedSetUp(checked: CheckedScenario): number {
  const { setUp } = checked.scenario.costs;
  if (setUp === undefined) return 0;
  return Array.isArray(setUp)
    ? setUp.reduce((sum, item) => sum + pence(item.pounds.believed), 0)
    : pence(setUp.believed);
}
