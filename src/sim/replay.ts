import { at } from "../engine/column.ts";
import type { Contract } from "../engine/contract.ts";
import type { openContractMonths } from "../engine/evaluate-contract.ts";
import { round } from "../engine/money.ts";
import { callOffsOf } from "./call-offs.ts";
import type { CheckedScenario } from "./check-scenario.ts";
import { discountFactor } from "./discount.ts";
import type { Plan } from "./plan.ts";
import { openPostsLost } from "./posts-lost.ts";
import {
  openReplayedContract,
  type ReplayContractInput,
  type ReplayedContract,
  type SettledMonth,
} from "./replay-contract.ts";
import type { World } from "./world.ts";

/** One month of one contract on one path; interest and cash are the provider's, over all its contracts. */
export type ReplayedMonth = SettledMonth & { readonly interest: number; readonly cash: number };

/** One path under one policy: the months of each contract, and the totals that the kernel keeps. */
export type Replay = {
  readonly contracts: readonly {
    readonly months: readonly ReplayedMonth[];
    /** What the contract's own months add up to. */
    readonly totals: Readonly<Record<string, number>>;
  }[];
  /** Receipts and cash after the last month in which rules run. */
  readonly afterwards: readonly {
    readonly month: number;
    readonly received: number;
    readonly interest: number;
    readonly cash: number;
  }[];
  readonly totals: Readonly<Record<string, number>>;
};

export type ReplayInput = {
  readonly checked: CheckedScenario;
  /** The policy's place in the scenario. */
  readonly place: number;
  readonly priceScale: number;
  /** The plan and the world of each contract. */
  readonly plans: readonly Plan[];
  readonly worlds: readonly World[];
  readonly path: number;
  /** The road of reasons: opened by the caller, as json-rules-engine stays out of the simulation. */
  readonly open: (contract: Contract) => ReturnType<typeof openContractMonths>;
  /** The payment term of an output, in days, where its ruleset states one. */
  readonly term: (
    contract: Contract,
    ...output: Parameters<ReplayContractInput["term"]>
  ) => number | undefined;
};

/** Settles one path month by month on the road of reasons: the witness of the kernel. */
export async function replayPath(input: ReplayInput): Promise<Replay> {
  const { checked, place, worlds, path } = input;
  const { scenario, timeline } = checked;
  const { provider, commissioner } = scenario;
  const rounded = scenario.counts === "drawn";
  const contracts = callOffsOf(checked).map((callOff, k) => {
    const policy = callOff.checked.policies[place]!;
    return openReplayedContract({
      checked: callOff.checked,
      policy,
      plan: input.plans[k]!,
      priceScale: input.priceScale,
      world: worlds[k]!,
      path,
      runMonth: input.open(policy.contract),
      term: (...output) => input.term(policy.contract, ...output),
    });
  });
  const gate = commissioner.budgetPerFinancialYear !== undefined && commissioner.stopsWhenSpent;
  const budget = at(worlds[0]!.budget, path);
  const floor = -Math.round(((provider.reserves?.mean ?? 0) + (provider.overdraft?.mean ?? 0)) * 100);
  const flow = openFlow(provider.costOfCapital?.mean ?? 0, provider.discountRate?.mean ?? 0, rounded);
  const months: ReplayedMonth[][] = contracts.map(() => []);
  let isOpen = true;
  let dueOfYear = 0;
  let overBudget = false;
  for (const calendar of timeline.months) {
    if (calendar.firstOfFinancialYear) dueOfYear = 0;
    const settled: SettledMonth[] = [];
    for (const contract of contracts) settled.push(await contract.month(calendar.month, isOpen));
    const sum = (of: (month: SettledMonth) => number) => settled.map(of).reduce((a, b) => a + b);
    const { interest, cash } = flow.run(
      calendar.month,
      sum((m) => m.received),
      sum((m) => m.cost),
    );
    dueOfYear += sum((m) => m.owed);
    overBudget ||= dueOfYear > budget;
    for (const [k, contract] of contracts.entries()) {
      months[k]!.push({ ...settled[k]!, interest, cash });
      await contract.close(
        settled[k]!,
        provider.handsBack && cash < floor && calendar.month < timeline.lastMonth,
      );
    }
    if (gate) isOpen = calendar.lastMonthOfFinancialYear || dueOfYear < budget;
  }
  const afterwards: { month: number; received: number; interest: number; cash: number }[] = [];
  const lastFlow = timeline.lastMonth + Math.max(...contracts.map((contract) => contract.longestTerm()));
  const lastDue = Math.max(...contracts.map((contract) => contract.lastDue()));
  for (let month = timeline.lastMonth + 1; month <= lastFlow; month++) {
    const received = contracts.map((contract) => contract.receivedIn(month)).reduce((a, b) => a + b);
    const { interest, cash } = flow.run(month, received, 0, month <= lastDue);
    afterwards.push({ month, received, interest, cash });
  }
  const each = contracts.map((contract, k) => contractTotals(checked, contract, worlds[k]!, k, path));
  const totals = {
    ...summed(each),
    margin: flow.state.cash,
    npv: flow.state.npv,
    peakFunding: flow.state.peak,
    peakFundingMonth: flow.state.peakMonth,
    ...(commissioner.budgetPerFinancialYear !== undefined && { overBudget: overBudget ? 1 : 0 }),
  };
  return { contracts: each.map((own, k) => ({ months: months[k]!, totals: own })), afterwards, totals };
}

const kindsOfPayment = ["serviceFee", "startFee", "outcomePayment", "otherPayment", "cancellationFee"];

/** The totals of one contract. */
function contractTotals(
  checked: CheckedScenario,
  { totals, state }: ReplayedContract,
  world: World,
  k: number,
  path: number,
): Record<string, number> {
  const { scenario, timeline } = callOffsOf(checked)[k]!.checked;
  const { endMonth, endGround } = state;
  return {
    ...Object.fromEntries(totals),
    payment: kindsOfPayment.reduce((sum, name) => sum + totals.get(name)!, 0),
    endMonth,
    terminated: endGround !== "none" && endGround !== "handedBack" ? 1 : 0,
    handedBack: endGround === "handedBack" ? 1 : 0,
    postsLost: openPostsLost(scenario, timeline)(endMonth, at(world.costs.postsReleased, path)),
  };
}

/** Over several contracts money, people and posts add up, and an end is the first of any of them. */
function summed(each: readonly Readonly<Record<string, number>>[]): Record<string, number> {
  const totals: Record<string, number> = {};
  for (const own of each)
    for (const [name, amount] of Object.entries(own)) totals[name] = (totals[name] ?? 0) + amount;
  totals.payment = kindsOfPayment.reduce((sum, name) => sum + totals[name]!, 0);
  const ends = each.map((own) => own.endMonth!).filter((month) => month > 0);
  totals.endMonth = ends.length === 0 ? 0 : Math.min(...ends);
  totals.terminated = Math.min(1, totals.terminated!);
  totals.handedBack = Math.min(1, totals.handedBack!);
  return totals;
}

function openFlow(costOfCapital: number, discountRate: number, rounded: boolean) {
  const state = { cash: 0, peak: 0, peakMonth: 0, npv: 0 };
  return {
    state,
    run(month: number, received: number, cost: number, charged = true) {
      const operating = received - cost;
      const short = charged ? Math.max(0 - state.cash, 0) : 0;
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
