import type { openContractMonths, RulesetMonth } from "../engine/evaluate-contract.ts";
import type { FactValue } from "../engine/fact.ts";
import { nameOfKind } from "../engine/kind.ts";
import { round } from "../engine/money.ts";
import { groundsOf } from "../engine/scope.ts";
import type { CheckedPolicy, CheckedScenario } from "./check-scenario.ts";
import { monthsOfTerm } from "./discount.ts";
import type { Plan } from "./plan.ts";
import { type PathMonth, type PathState, pathFacts, pathMonth } from "./replay-facts.ts";
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

/** One month of one contract on one path under one policy, as json-rules-engine settled it, before any cash. */
export type SettledMonth = {
  readonly month: number;
  readonly live: boolean;
  readonly facts: Readonly<Record<string, FactValue>>;
  readonly rulesets: readonly RulesetMonth[];
  readonly payments: readonly ReplayedPayment[];
  readonly settlement: number;
  /** The month in which a settlement is paid. */
  readonly settlementPaidIn: number;
  readonly end: string | undefined;
  readonly cost: number;
  /** The cost by what it is for. */
  readonly costs: PathMonth["costs"];
  readonly received: number;
  readonly owed: number;
};

export type ReplayContractInput = {
  readonly checked: CheckedScenario;
  readonly policy: CheckedPolicy;
  readonly plan: Plan;
  readonly priceScale: number;
  readonly world: World;
  readonly path: number;
  readonly runMonth: ReturnType<typeof openContractMonths>;
  /** The payment term of an output, in days, where its ruleset states one. */
  readonly term: (ruleset: RulesetMonth["ruleset"], output: string) => number | undefined;
};

/** One contract on one path, month by month; whether the provider goes on is told from outside. */
export type ReplayedContract = {
  readonly month: (month: number, isOpen: boolean) => Promise<SettledMonth>;
  /** Closes a month; `handedBack` where the provider's cash has run out. */
  readonly close: (settled: SettledMonth, handedBack: boolean) => Promise<void>;
  /** What falls due in a month after the last in which rules run. */
  readonly receivedIn: (month: number) => number;
  /** Months from the last month to the last payment that can fall due. */
  readonly longestTerm: () => number;
  /** The month of the last payment that is not nothing. */
  readonly lastDue: () => number;
  readonly totals: ReadonlyMap<string, number>;
  readonly state: PathState;
};

/** Opens one contract on the road of reasons. */
export function openReplayedContract(input: ReplayContractInput): ReplayedContract {
  const { checked, policy, plan, world, path } = input;
  const { scenario, timeline } = checked;
  const rounded = scenario.counts === "drawn";
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
  const kinds = ["serviceFee", "startFee", "outcomePayment", "otherPayment", "cancellationFee"];
  const totals = new Map<string, number>(kinds.map((kind) => [kind, 0]));
  const add = (name: string, amount: number) => totals.set(name, (totals.get(name) ?? 0) + amount);
  const termOf = (days: number | undefined) => monthsOfTerm(days ?? scenario.contract.paymentTermDays);
  // Without a rule that ends the contract there is no settlement to wait for.
  const mayEnd = policy.contract.rulesets.some((ruleset) => groundsOf(ruleset).length > 0);
  const cancellation = policy.contract.rulesets.find((r) => r.kind === "cancellation");
  const settlementTerm = termOf(cancellation && input.term(cancellation, "settlementPence"));
  const terms = new Set<number>(mayEnd ? [settlementTerm] : []);
  const due: Due[] = [];
  const jobOutcome = scenario.delivery.jobOutcome ?? scenario.delivery.stages[0]?.id;
  let closeMonth: (owed: number) => Promise<void>;

  return {
    state,
    totals,
    longestTerm: () => Math.max(0, ...terms),
    lastDue: () =>
      Math.max(0, ...due.map(({ month, term }) => (dueIn(due, month, term) === 0 ? 0 : month + term))),
    receivedIn: (month) => receivedIn(due, [...terms], month),
    month: async (month, isOpen) => {
      const calendar = timeline.months[month - 1]!;
      const { live } = state;
      state.open[month - 1] = isOpen;
      const people = pathMonth(checked, world, path, month, state);
      state.referralsToDate += people.referrals;
      state.startsToDate += people.starts;
      state.indicativeToDate += live ? calendar.indicativeReferrals : 0;
      state.setUpToDate += people.setUp;
      state.costToDate += people.cost;
      const settled = await input.runMonth({
        facts: pathFacts(checked, world, path, month, state, people, plan, input.priceScale),
        live,
        firstOfContractYear: calendar.firstOfContractYear,
        firstOfFinancialYear: calendar.firstOfFinancialYear,
      });
      closeMonth = settled.close;
      const payments = settled.rulesets.flatMap(({ ruleset, payments: owed }) =>
        [...owed].map(([output, pence]): ReplayedPayment => {
          const term = termOf(input.term(ruleset, output));
          terms.add(term);
          due.push({ month, term, pence });
          return {
            ruleset: ruleset.id,
            output,
            kind: nameOfKind(ruleset.kind),
            pence,
            paidIn: month + term,
          };
        }),
      );
      const end = live ? settled.end : undefined;
      const fee = end === undefined ? 0 : Math.max(settled.settlement, 0);
      const settlement = rounded ? round(fee) : fee;
      due.push({ month, term: settlementTerm, pence: settlement });
      // Each kind of a month is added up first, as the kernel does: unrounded sums depend on the order.
      for (const total of kinds) {
        const own = payments.filter((payment) => totalOf(payment.kind) === total);
        if (own.length > 0)
          add(
            total,
            own.reduce((sum, payment) => sum + payment.pence, 0),
          );
      }
      add("cancellationFee", settlement);
      add("referrals", people.referrals);
      add("starts", people.starts);
      const reached = people.stages.find((stage) => stage.id === jobOutcome);
      add("jobOutcomes", reached === undefined ? 0 : reached.achieved + reached.achievedAfter);
      add("claimedJobOutcomes", reached === undefined ? 0 : reached.before + reached.after);
      return {
        month,
        live,
        facts: settled.facts,
        rulesets: settled.rulesets,
        payments,
        settlement,
        settlementPaidIn: month + settlementTerm,
        end,
        cost: people.cost,
        costs: people.costs,
        received: receivedIn(due, [...terms], month),
        owed: [...payments.map((p) => p.pence), settlement].reduce((a, b) => a + b),
      };
    },
    close: async ({ month, live, end, owed }, handedBack) => {
      await closeMonth(owed);
      const ground = end ?? (handedBack ? "handedBack" : undefined);
      if (!live || ground === undefined) return;
      state.live = false;
      state.endMonth = month;
      state.endGround = ground;
    },
  };
}

type Due = { readonly month: number; readonly term: number; readonly pence: number };

function totalOf(kind: string): string {
  return ["serviceFee", "startFee", "outcomePayment"].includes(kind) ? kind : "otherPayment";
}

/** What falls due in a month, added term by term as the kernel does. */
function receivedIn(due: readonly Due[], terms: readonly number[], month: number): number {
  return [...terms]
    .sort((a, b) => a - b)
    .map((term) => dueIn(due, month - term, term))
    .reduce((a, b) => a + b, 0);
}

/** What was owed in a month under one payment term. */
function dueIn(due: readonly Due[], month: number, term: number): number {
  return due.filter((d) => d.term === term && d.month === month).reduce((sum, d) => sum + d.pence, 0);
}
