import { at } from "../engine/column.ts";
import type { ContractMonth, openContractMonths, RulesetMonth } from "../engine/evaluate-contract.ts";
import type { FactValue } from "../engine/fact.ts";
import { nameOfKind } from "../engine/kind.ts";
import { round } from "../engine/money.ts";
import { groundsOf } from "../engine/scope.ts";
import type { CheckedPolicy, CheckedScenario } from "./check-scenario.ts";
import { discountFactor, monthsOfTerm } from "./discount.ts";
import type { Plan } from "./plan.ts";
import { openPostsLost } from "./posts-lost.ts";
import { type PathState, pathFacts, pathMonth } from "./replay-facts.ts";
import type { World } from "./world.ts";

/** One payment of a replayed month. */
export type ReplayedPayment = {
  readonly ruleset: string;
  readonly output: string;
  readonly kind: string;
  readonly pence: number;
  /** The month in which it is paid. */
  readonly paidIn: number;
};

/** One month of one path under one policy, as json-rules-engine settled it. */
export type ReplayedMonth = {
  readonly month: number;
  readonly live: boolean;
  readonly facts: Readonly<Record<string, FactValue>>;
  readonly rulesets: readonly RulesetMonth[];
  readonly payments: readonly ReplayedPayment[];
  readonly settlement: number;
  readonly end: string | undefined;
  readonly cost: number;
  readonly received: number;
  readonly interest: number;
  readonly cash: number;
};

/** One path under one policy: its months, and the totals that the kernel keeps. */
export type Replay = {
  readonly months: readonly ReplayedMonth[];
  /** Receipts and cash after the last month in which rules run. */
  readonly afterwards: readonly {
    readonly month: number;
    readonly received: number;
    readonly cash: number;
  }[];
  readonly totals: Readonly<Record<string, number>>;
};

export type ReplayInput = {
  readonly checked: CheckedScenario;
  readonly policy: CheckedPolicy;
  readonly plan: Plan;
  readonly priceScale: number;
  readonly world: World;
  readonly path: number;
  /** The road of reasons: opened by the caller, as json-rules-engine stays out of the simulation. */
  readonly open: (contract: CheckedPolicy["contract"]) => ReturnType<typeof openContractMonths>;
  /** The payment term of an output, in days, where its ruleset states one. */
  readonly term: (ruleset: RulesetMonth["ruleset"], output: string) => number | undefined;
};

/** Settles one path month by month on the road of reasons: the witness of the kernel. */
export async function replayPath(input: ReplayInput): Promise<Replay> {
  const { checked, policy, plan, world, path } = input;
  const { scenario, timeline } = checked;
  const rounded = scenario.counts === "drawn";
  const { provider, commissioner, contract } = scenario;
  const runMonth = input.open(policy.contract);
  const state: PathState = {
    live: true,
    endMonth: 0,
    endGround: "none",
    open: [],
    referralsToDate: 0,
    startsToDate: 0,
    indicativeToDate: 0,
    setUpToDate: 0,
    costToDate: 0,
  };
  const totals = new Map<string, number>();
  const add = (name: string, amount: number) => totals.set(name, (totals.get(name) ?? 0) + amount);
  const gate = commissioner.budgetPerFinancialYear !== undefined && commissioner.stopsWhenSpent;
  const budget = at(world.budget, path);
  const floor = -Math.round(((provider.reserves?.mean ?? 0) + (provider.overdraft?.mean ?? 0)) * 100);
  const flow = openFlow(
    scenario.provider.costOfCapital?.mean ?? 0,
    provider.discountRate?.mean ?? 0,
    rounded,
  );
  const termOf = (days: number | undefined) => monthsOfTerm(days ?? contract.paymentTermDays);
  // Without a rule that ends the contract there is no settlement to wait for.
  const mayEnd = policy.contract.rulesets.some((ruleset) => groundsOf(ruleset).length > 0);
  const terms = new Set<number>();
  const due: { month: number; term: number; pence: number }[] = [];
  const jobOutcome = scenario.delivery.jobOutcome ?? scenario.delivery.stages[0]?.id;
  let isOpen = true;
  let dueOfYear = 0;
  let overBudget = false;
  const months: ReplayedMonth[] = [];

  for (const calendar of timeline.months) {
    const { month } = calendar;
    const live = state.live;
    state.open[month - 1] = isOpen;
    if (calendar.firstOfFinancialYear) dueOfYear = 0;
    const people = pathMonth(checked, world, path, month, state);
    state.referralsToDate += people.referrals;
    state.startsToDate += people.starts;
    state.indicativeToDate += live ? calendar.indicativeReferrals : 0;
    state.setUpToDate += people.setUp;
    state.costToDate += people.cost;
    const facts = pathFacts(checked, world, path, month, state, people, plan, input.priceScale);
    const settled: ContractMonth = await runMonth({
      facts,
      live,
      firstOfContractYear: calendar.firstOfContractYear,
      firstOfFinancialYear: calendar.firstOfFinancialYear,
    });
    const payments = settled.rulesets.flatMap(({ ruleset, payments: owed }) =>
      [...owed].map(([output, pence]): ReplayedPayment => {
        const term = termOf(input.term(ruleset, output));
        terms.add(term);
        due.push({ month, term, pence });
        return { ruleset: ruleset.id, output, kind: nameOfKind(ruleset.kind), pence, paidIn: month + term };
      }),
    );
    const cancellation = policy.contract.rulesets.find((r) => r.kind === "cancellation");
    const settlementTerm = termOf(cancellation && input.term(cancellation, "settlementPence"));
    if (mayEnd) terms.add(settlementTerm);
    const settlement =
      live && settled.end !== undefined
        ? rounded
          ? round(Math.max(settled.settlement, 0))
          : Math.max(settled.settlement, 0)
        : 0;
    due.push({ month, term: settlementTerm, pence: settlement });
    const owed = [...payments.map((p) => p.pence), settlement].reduce((a, b) => a + b);
    const received = receivedIn(due, [...terms], month);
    const { interest, cash } = flow.run(month, received, people.cost);
    dueOfYear += owed;
    overBudget ||= dueOfYear > budget;
    for (const payment of payments) add(otherThan(payment.kind), payment.pence);
    add("cancellationFee", settlement);
    add("referrals", people.referrals);
    add("starts", people.starts);
    const reached = people.stages.find((stage) => stage.id === jobOutcome);
    add("jobOutcomes", reached === undefined ? 0 : reached.achieved + reached.achievedAfter);
    await settled.close(owed);
    months.push({
      month,
      live,
      facts: settled.facts,
      rulesets: settled.rulesets,
      payments,
      settlement,
      end: live ? settled.end : undefined,
      cost: people.cost,
      received,
      interest,
      cash,
    });
    const ground = settled.end ?? (provider.handsBack && cash < floor ? "handedBack" : undefined);
    if (live && ground !== undefined) {
      state.live = false;
      state.endMonth = month;
      state.endGround = ground;
    }
    if (gate) isOpen = calendar.lastMonthOfFinancialYear || dueOfYear < budget;
  }
  const afterwards: { month: number; received: number; cash: number }[] = [];
  for (let month = timeline.lastMonth + 1; month <= timeline.lastMonth + Math.max(...terms); month++) {
    const received = receivedIn(due, [...terms], month);
    afterwards.push({ month, received, cash: flow.run(month, received, 0).cash });
  }
  for (const name of ["serviceFee", "startFee", "outcomePayment", "otherPayment"]) add(name, 0);
  totals.set(
    "payment",
    ["serviceFee", "startFee", "outcomePayment", "otherPayment", "cancellationFee"].reduce(
      (sum, name) => sum + (totals.get(name) ?? 0),
      0,
    ),
  );
  totals.set("margin", flow.state.cash);
  totals.set("npv", flow.state.npv);
  totals.set("peakFunding", flow.state.peak);
  totals.set("peakFundingMonth", flow.state.peakMonth);
  totals.set("endMonth", state.endMonth);
  totals.set(
    "postsLost",
    openPostsLost(scenario, timeline)(state.endMonth, at(world.costs.postsReleased, path)),
  );
  totals.set("terminated", state.endGround !== "none" && state.endGround !== "handedBack" ? 1 : 0);
  totals.set("handedBack", state.endGround === "handedBack" ? 1 : 0);
  if (commissioner.budgetPerFinancialYear !== undefined) totals.set("overBudget", overBudget ? 1 : 0);
  return { months, afterwards, totals: Object.fromEntries(totals) };
}

function otherThan(kind: string): string {
  return ["serviceFee", "startFee", "outcomePayment"].includes(kind) ? kind : "otherPayment";
}

/** What falls due in a month, added term by term as the kernel does. */
function receivedIn(
  due: readonly { month: number; term: number; pence: number }[],
  terms: readonly number[],
  month: number,
): number {
  return [...terms]
    .sort((a, b) => a - b)
    .map((term) =>
      due.filter((d) => d.term === term && d.month + term === month).reduce((sum, d) => sum + d.pence, 0),
    )
    .reduce((a, b) => a + b);
}

function openFlow(costOfCapital: number, discountRate: number, rounded: boolean) {
  const state = { cash: 0, peak: 0, peakMonth: 0, npv: 0 };
  return {
    state,
    run(month: number, received: number, cost: number) {
      const operating = received - cost;
      const short = Math.max(0 - state.cash, 0);
      const charge = short * (costOfCapital / 12);
      const interest = costOfCapital > 0 ? (rounded ? round(charge) : charge) : 0;
      const net = costOfCapital > 0 ? operating - interest : operating;
      state.cash += net;
      if (0 - state.cash > state.peak) {
        state.peak = 0 - state.cash;
        state.peakMonth = month;
      }
      state.npv += net * discountFactor(discountRate, month);
      return { interest, cash: state.cash };
    },
  };
}
