import type { OnePath, OwedInMonth } from "./one-path.ts";
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

/** What a replayed path owes of each contract, month by month, as the kernel tells it; what is nothing is left out. */
export function replayedOwed({ contracts }: Pick<Replay, "contracts">): OwedInMonth[][] {
  return contracts.map(({ months }) =>
    months.flatMap(({ month, payments, settlement }) =>
      [
        ...payments.map(({ ruleset, output, pence }) => ({ month, ruleset, output, pence })),
        { month, ruleset: "", output: "settlementPence", pence: settlement },
      ].filter(({ pence }) => pence !== 0),
    ),
  );
}

/** The amounts of single months on which the two roads differ: none, or law 1 is broken. */
export function owedDisagreements(replay: Pick<Replay, "contracts">, owed: OnePath["owed"]): Disagreement[] {
  return replayedOwed(replay).flatMap((own, k) => {
    const replayed = byName(own);
    const kernel = byName(owed[k]!);
    return [...new Set([...replayed.keys(), ...kernel.keys()])].flatMap((total) => {
      const [a, b] = [replayed.get(total) ?? 0, kernel.get(total) ?? 0];
      return a === b ? [] : [{ total, replayed: a, kernel: b }];
    });
  });
}

function byName(owed: readonly OwedInMonth[]): Map<string, number> {
  return new Map(
    owed.map(({ month, ruleset, output, pence }) => [
      [output, ...(ruleset === "" ? [] : ["of", ruleset]), "in month", month].join(" "),
      pence,
    ]),
  );
}
