import type { AscendingColumns } from "./sample.ts";

/**
 * What the measures of one policy need beyond its ledger.
 * `reservesPence` in pence; `deadweightRate` is the share of starts who would find a job anyway, 0 to 1;
 * `breakEvenReferralsPerMonth` is exact and computed elsewhere, null where no volume breaks even.
 */
export type RiskContext = {
  readonly paths: number;
  readonly reservesPence?: number;
  readonly deadweightRate?: number;
  readonly breakEvenReferralsPerMonth: number | null;
  /** Give the same empty map to every call about this policy and each column is sorted only once. */
  readonly ascending?: AscendingColumns;
};
