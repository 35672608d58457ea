import type { LedgerColumns } from "./ledger-columns.ts";
import { writeLosses } from "./mean-loss.ts";

/** A column that follows from others of the same ledger, path by path. */
export type DerivedColumn = {
  readonly from: readonly string[];
  /** One number a path, `into` a column of as many. */
  readonly write: (columns: LedgerColumns, into: Float64Array) => void;
};

/**
 * What is worked out of a ledger when a measure asks for it, by name; pence, at least 0.
 *
 * `shortfall` is the cost that payments by results (for starts and outcomes) do not cover: cost is what is paid less
 * the margin, so it is what is paid without a result less the margin. Other terms count as paid without a result where
 * they add to what is paid, and as taken off results where they lessen it, as a cap does.
 * `shortfallBorne` is the part of it that the provider is left with: its loss.
 */
export const derivedColumns: ReadonlyMap<string, DerivedColumn> = new Map([
  [
    "shortfall",
    { from: ["margin", "serviceFee", "cancellationFee", "otherPayment"], write: writeShortfalls },
  ],
  ["shortfallBorne", { from: ["margin"], write: ({ margin }, into) => writeLosses(margin, into) }],
]);

function writeShortfalls(
  { margin, serviceFee, cancellationFee, otherPayment }: LedgerColumns,
  into: Float64Array,
): void {
  for (let path = 0; path < into.length; path++) {
    const fees = serviceFee[path]! + cancellationFee[path]! + Math.max(0, otherPayment[path]!);
    // Fees that are paid back on balance leave the provider its own loss.
    into[path] = Math.max(0, Math.max(0, fees) - margin[path]!);
  }
}
