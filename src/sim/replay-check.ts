import type { Replay } from "./replay.ts";

/** A total on which the two roads differ. */
export type Disagreement = { readonly total: string; readonly replayed: number; readonly kernel: number };

/**
 * The totals of a replayed path that are not what the kernel left: none, or law 1 is broken.
 *
 * Pence and counts must be equal. Discounted sums are fractional, but both roads add them in the same order.
 */
export function disagreements(
  totals: Replay["totals"],
  ledger: Readonly<Record<string, number>>,
): Disagreement[] {
  return Object.entries(totals).flatMap(([total, replayed]) => {
    const kernel = Object.hasOwn(ledger, total) ? ledger[total]! : undefined;
    return kernel === undefined || kernel === replayed ? [] : [{ total, replayed, kernel }];
  });
}
