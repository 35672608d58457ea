import type { Contract } from "../engine/contract.ts";
import { explainMonth } from "../engine/explain.ts";
import type { Explanation } from "../engine/explanation.ts";
import type { FactValue } from "../engine/fact.ts";
import { asSentence } from "../engine/words/name-words.ts";
import { poundsWords } from "../engine/words/value-words.ts";
import type { Asked } from "../sim/asked.ts";
import type { Basis } from "../sim/basis.ts";
import { callOffsOf } from "../sim/call-offs.ts";
import type { CheckedScenario } from "../sim/check-scenario.ts";
import { contentHash } from "../sim/content-hash.ts";
import type { OnePath } from "../sim/one-path.ts";
import type { Replay, ReplayedMonth } from "../sim/replay.ts";
import { requirementOn, type StatedRequirement } from "./comparison.ts";
import { pathSummary } from "./path-summary.ts";
import { pathDecisions } from "./reasons/path-decisions.ts";

/** What was owed in a month under one output, in pounds. */
export type ExplainedPayment = {
  readonly ruleset: string;
  readonly output: string;
  readonly kind: string;
  readonly pounds: number;
  /** The month in which it is paid. */
  readonly paidIn: number;
};

/** One month of an explained future; money in pounds, but for facts, which are as rules read them. */
export type ExplainedMonth = {
  readonly month: number;
  readonly phase: string;
  readonly live: boolean;
  readonly referrals: number;
  readonly indicativeReferrals: number;
  readonly starts: number;
  readonly payments: readonly ExplainedPayment[];
  readonly settlement: number;
  /** The ground on which the contract ended after this month. */
  readonly end: string | null;
  readonly cost: number;
  readonly received: number;
  readonly interest: number;
  readonly cash: number;
  readonly facts: Readonly<Record<string, FactValue>>;
  readonly explanation: Explanation;
};

/** What was decided in a month, and why. */
export type Decisions = { readonly month: number; readonly reasons: readonly Reason[] };
export type Reason = {
  readonly text: string;
  /** How much a reader needs it: 3 an end, 2 a payment that begins or ends, 1 a condition on the way. */
  readonly weight: 1 | 2 | 3;
  readonly source?: Explanation["source"];
};

/** What `riskshare explain --json` prints: one future under one policy, month by month, with the reasons. */
export type ExplainedPath = {
  readonly schema: "riskshare.explanation/1";
  readonly scenario: string;
  readonly title: string;
  readonly contentHash: string;
  readonly version: string;
  readonly seed: string;
  readonly paths: number;
  /** Only of quasi-random futures. */
  readonly sampling?: "quasi";
  readonly basis: Basis;
  /** What prices were solved for on the basis same-requirement; null on the others. */
  readonly requirement: StatedRequirement | null;
  readonly variant: Asked["variant"];
  readonly settings: Asked["settings"];
  readonly policy: { readonly id: string; readonly title: string; readonly priceScale: number };
  /** The contract that is told, where the scenario has several. */
  readonly contract?: { readonly id: string; readonly title: string; readonly of: number };
  /** The number of the future, from 1. */
  readonly path: number;
  /** The quantile of the margin at which it was chosen; null where it was named by its number. */
  readonly at: number | null;
  readonly months: readonly ExplainedMonth[];
  /** Payments that fell due after the last month in which rules run. */
  readonly afterwards: readonly {
    readonly month: number;
    readonly received: number;
    readonly interest: number;
    readonly cash: number;
  }[];
  readonly totals: Readonly<Record<string, number>>;
  readonly decisions: readonly Decisions[];
  readonly summary: readonly string[];
};

/** Which future is explained, and where it comes from. */
export type Choice = Pick<ExplainedPath, "version" | "seed" | "paths" | "basis" | "path" | "at"> & {
  /** The place of the contract that is told, from 0. */
  readonly contract: number;
};

/** Puts a replayed future into one object, with the reasons for every month. */
export function explainedPath(
  checked: CheckedScenario,
  one: OnePath,
  replay: Replay,
  choice: Choice,
): ExplainedPath {
  const { scenario } = checked;
  const { spec } = one.policy;
  const { version, seed, paths, basis, path, at, contract } = choice;
  const callOff = callOffsOf(checked)[contract]!;
  const bound = callOff.checked.policies[one.policyPlace]!.contract;
  const { months: replayed, totals: own } = replay.contracts[contract]!;
  const months = replayed.map((month) => explainedMonth(callOff.checked, bound, one.priceScale, own, month));
  const totals = inPounds(replay.totals);
  const several = checked.contracts.length > 0;
  return {
    schema: "riskshare.explanation/1",
    scenario: scenario.id,
    title: scenario.title,
    contentHash: contentHash(checked),
    version,
    seed,
    paths,
    ...(checked.sampling === "quasi" && { sampling: checked.sampling }),
    basis,
    requirement: requirementOn(checked, basis),
    variant: checked.asked.variant,
    settings: checked.asked.settings,
    policy: { id: spec.id, title: spec.title, priceScale: one.priceScale },
    ...(several && { contract: { id: callOff.id, title: callOff.title, of: checked.contracts.length } }),
    path,
    at,
    months,
    afterwards: replay.afterwards
      .filter(({ received, interest }) => received !== 0 || interest !== 0)
      .map(({ month, received, interest, cash }) => ({
        month,
        received: received / 100,
        interest: interest / 100,
        cash: cash / 100,
      })),
    totals,
    decisions: pathDecisions(callOff.checked, bound, months),
    summary: several
      ? [
          ...pathSummary(callOff.checked, bound, months, ownTotals(months, inPounds(own))),
          severalWords(checked.contracts.length, totals),
        ]
      : pathSummary(callOff.checked, bound, months, totals),
  };
}

/** One contract's own totals: its margin is before the cost of capital, which is the provider's. */
function ownTotals(
  months: readonly ExplainedMonth[],
  totals: Readonly<Record<string, number>>,
): Record<string, number> {
  const cost = months.reduce((sum, month) => sum + month.cost, 0);
  return { ...totals, margin: Math.round((totals.payment! - cost) * 100) / 100, peakFunding: 0 };
}

function severalWords(contracts: number, totals: Readonly<Record<string, number>>): string {
  const { margin = 0, peakFunding = 0, peakFundingMonth = 0 } = totals;
  const most =
    peakFunding > 0
      ? `; at the most it was ${poundsWords(peakFunding)} out of pocket, in month ${peakFundingMonth}`
      : "";
  const left = margin < 0 ? `lost ${poundsWords(-margin)}` : `kept ${poundsWords(margin)}`;
  return asSentence(`over all ${contracts} contracts the provider ${left}${most}`);
}

function inPounds(totals: Readonly<Record<string, number>>): Record<string, number> {
  return Object.fromEntries(
    Object.entries(totals).map(([name, value]) => [name, moneyTotals.has(name) ? value / 100 : value]),
  );
}

const moneyTotals = new Set([
  "margin",
  "npv",
  "peakFunding",
  "payment",
  "serviceFee",
  "startFee",
  "outcomePayment",
  "otherPayment",
  "cancellationFee",
]);

function explainedMonth(
  { scenario }: CheckedScenario,
  contract: Contract,
  priceScale: number,
  totals: Readonly<Record<string, number>>,
  month: ReplayedMonth,
): ExplainedMonth {
  const { facts } = month;
  const handedBack = totals.handedBack === 1 && totals.endMonth === month.month;
  const options = { priceScale, rounded: scenario.counts === "drawn" };
  return {
    month: month.month,
    phase: String(facts.phase),
    live: month.live,
    referrals: Number(facts.referrals),
    indicativeReferrals: Number(facts.indicativeReferrals),
    starts: Number(facts.starts),
    payments: month.payments.map(({ pence, ...payment }) => ({ ...payment, pounds: pence / 100 })),
    settlement: month.settlement / 100,
    end: month.end ?? (handedBack ? "handedBack" : null),
    cost: month.cost / 100,
    received: month.received / 100,
    interest: month.interest / 100,
    cash: month.cash / 100,
    facts,
    explanation: explainMonth(contract, month, options),
  };
}
