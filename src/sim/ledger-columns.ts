import type { CheckedScenario } from "./check-scenario.ts";

/** What is kept of every path under every policy, in this order. Money in pence. */
export const ledgerColumns = [
  "margin",
  "npv",
  "peakFunding",
  "peakFundingMonth",
  "payment",
  "bill",
  "serviceFee",
  "startFee",
  "outcomePayment",
  "otherPayment",
  "cancellationFee",
  "referrals",
  "starts",
  "jobOutcomes",
  "terminated",
  "handedBack",
  "endMonth",
  "ended",
  "endedInReferrals",
  "paidWithNoReferral",
  "postsLost",
  "overBudget",
] as const;

export type LedgerColumn = (typeof ledgerColumns)[number];

/** What is kept of each of several contracts, beside their sum; the margin before the cost of capital. */
export const contractColumns = ["margin", "payment", "referrals", "jobOutcomes"] as const;

export type ContractColumn = (typeof contractColumns)[number];

/** The name of a column of one of several contracts, counted from 0. */
export function contractColumn(place: number, name: ContractColumn): string {
  return `contracts[${place}].${name}`;
}

/** The column of what is owed in a financial year, named by the year in which it begins. */
export function yearColumn(year: number): string {
  return `owed[${year}]`;
}

/** The financial years of a scenario that states a budget: what is owed is kept for each of them. */
export function budgetYears({ scenario, timeline }: CheckedScenario): readonly number[] {
  if (scenario.commissioner.budgetPerFinancialYear === undefined) return [];
  return [...new Set(timeline.months.map((month) => month.financialYear))];
}

/** The names of all columns that a run of the scenario keeps. */
export function columnsOfRun(checked: CheckedScenario): readonly string[] {
  const each = checked.contracts.flatMap((_, k) => contractColumns.map((name) => contractColumn(k, name)));
  return [...ledgerColumns, ...budgetYears(checked).map(yearColumn), ...each];
}
