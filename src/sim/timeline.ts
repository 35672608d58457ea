import { type Distribution, distributionFunction } from "./random/distribution.ts";
import type { Scenario } from "./scenario-schema.ts";

export type Phase = "leadIn" | "delivery" | "tracking";

/** One month of a contract on the calendar; the same for every path. */
export type Month = {
  readonly month: number;
  readonly monthOfYear: number;
  readonly contractYear: number;
  readonly financialYear: number;
  readonly firstOfContractYear: boolean;
  readonly firstOfFinancialYear: boolean;
  readonly lastMonthOfContractYear: boolean;
  readonly lastMonthOfFinancialYear: boolean;
  readonly plannedPhase: Phase;
  readonly indicativeReferrals: number;
};

/** The months of a contract: place 0 is month 1. */
export type Timeline = {
  readonly months: readonly Month[];
  readonly firstReferralMonth: number;
  readonly lastReferralMonth: number;
  readonly lastMonth: number;
};

/** Lays out a contract's months from its start on the calendar; the financial year begins in April. */
export function timelineOf(scenario: Scenario): Timeline {
  const { contract, volume } = scenario;
  const firstReferralMonth = contract.firstReferralMonth ?? contract.leadInMonths + 1;
  const { lastReferralMonth } = contract;
  const lastMonth = contract.lastMonth ?? lastReferralMonth + longestWay(scenario);
  const indicative =
    Array.isArray(volume.indicative) || typeof volume.indicative === "number"
      ? volume.indicative
      : volume.indicative.value;
  const [startYear, startMonth] = scenario.contractStart.split("-").map(Number) as [number, number];
  const months = Array.from({ length: lastMonth }, (_, i): Month => {
    const monthOfYear = ((startMonth - 1 + i) % 12) + 1;
    const year = startYear + Math.floor((startMonth - 1 + i) / 12);
    const month = i + 1;
    const inReferrals = month >= firstReferralMonth && month <= lastReferralMonth;
    return {
      month,
      monthOfYear,
      contractYear: Math.floor(i / 12) + 1,
      financialYear: monthOfYear >= 4 ? year : year - 1,
      firstOfContractYear: i % 12 === 0,
      firstOfFinancialYear: monthOfYear === 4,
      lastMonthOfContractYear: i % 12 === 11,
      lastMonthOfFinancialYear: monthOfYear === 3,
      plannedPhase:
        month < firstReferralMonth ? "leadIn" : month <= lastReferralMonth ? "delivery" : "tracking",
      indicativeReferrals: inReferrals ? listed(indicative, month - firstReferralMonth) : 0,
    };
  });
  return { months, firstReferralMonth, lastReferralMonth, lastMonth };
}

/** The indicative volume of the whole contract. */
export function indicativeInAll({ months }: Timeline): number {
  return months.reduce((sum, m) => sum + m.indicativeReferrals, 0);
}

/** The average indicative volume of the referral months. */
export function indicativePerMonth(timeline: Timeline): number {
  return indicativeInAll(timeline) / (timeline.lastReferralMonth - timeline.firstReferralMonth + 1);
}

/** A list by month whose last value goes on. */
export function listed(list: number | readonly number[], place: number): number {
  if (typeof list === "number") return list;
  return list[Math.min(place, list.length - 1)]!;
}

/** The longest way from a start to the last stage, in months. */
function longestWay(scenario: Scenario): number {
  const ways = new Map<string, number>([["starts", 0]]);
  for (const stage of scenario.delivery.stages) {
    const delays = delayMonths(stage.delayMonths.distribution);
    ways.set(stage.id, (ways.get(stage.of) ?? 0) + delays[delays.length - 1]!.months);
  }
  return Math.max(...ways.values());
}

/** The chances of a delay of whole months: a delay that is not whole is rounded up. */
export function delayMonths(distribution: Distribution): { months: number; chance: number }[] {
  const cdf = distributionFunction(distribution);
  const delays: { months: number; chance: number }[] = [];
  let before = 0;
  for (let months = 0; months <= 240 && before < 1 - 1e-12; months++) {
    const upTo = cdf(months);
    if (upTo - before > 1e-15) delays.push({ months, chance: upTo - before });
    before = upTo;
  }
  return delays;
}
