import type { Ruleset } from "../../engine/ruleset.ts";
import type { ExplainedPath } from "../explained-path.ts";
import type { Period } from "./period.ts";
import type { Reconciliation } from "./reconcile.ts";
import type { UnitPrice } from "./unit-price.ts";

/** One amount that fell due under a clause in a month. */
export type StatementLine = {
  /** Counted from 1 over the whole contract, so that a line has one number in every period. */
  readonly number: number;
  /** The month in which it fell due. */
  readonly month: number;
  readonly paidIn: number;
  /** The id of the ruleset; empty where no clause set a settlement. */
  readonly ruleset: string;
  readonly clause: string;
  readonly kind: string;
  readonly output: string;
  /** What is paid, in words. */
  readonly item: string;
  /** Negative where the provider owes it back. */
  readonly pence: number;
  readonly price: UnitPrice | undefined;
  /** Why it fell due, in sentences. */
  readonly why: string;
  /** Places in the statement's list of sources. */
  readonly sources: readonly number[];
};

/** Owed before, due, paid and owed after a number of months, in pence. */
export type Balance = {
  readonly broughtForwardPence: number;
  readonly duePence: number;
  readonly paidPence: number;
  readonly carriedForwardPence: number;
};

/** The provider's own side of a month, in pence. */
export type OwnMonth = {
  readonly costs: readonly { readonly kind: string; readonly pence: number }[];
  readonly costPence: number;
  /** Cost of capital, over all contracts of the provider. */
  readonly interestPence: number;
  /** Cash at the month's end, over all contracts of the provider. */
  readonly cashPence: number;
  /** Due less cost and, of a single contract, cost of capital, from month 1 on. */
  readonly marginToDatePence: number;
};

export type StatementMonth = Balance & {
  readonly month: number;
  /** Numbers of the lines that fell due, and of those that were paid. */
  readonly due: readonly number[];
  readonly paid: readonly number[];
  /** The ground on which the contract ended after this month. */
  readonly end: string | null;
  readonly own: OwnMonth | undefined;
};

export type StatementYear = Balance & { readonly period: Period };

/** What fell due under one clause in each contract year of the period, and in all, in pence. */
export type StatementClause = {
  readonly clause: string;
  readonly item: string;
  readonly yearsPence: readonly number[];
  readonly pence: number;
};

/** One future of one contract as an account between commissioner and provider. */
export type Statement = {
  readonly about: Omit<
    ExplainedPath,
    "schema" | "months" | "afterwards" | "totals" | "decisions" | "summary"
  >;
  readonly contractStart: string;
  readonly paymentTermDays: number;
  /** False where people are fractional, so that amounts are not whole pence. */
  readonly wholePence: boolean;
  readonly period: Period;
  /** The lines that fell due or were paid in the period. */
  readonly lines: readonly StatementLine[];
  readonly months: readonly StatementMonth[];
  readonly clauses: readonly StatementClause[];
  readonly contractYears: readonly StatementYear[];
  readonly financialYears: readonly StatementYear[];
  readonly sources: readonly Ruleset["source"][number][];
  readonly reconciliation: Reconciliation;
};
