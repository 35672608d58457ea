import { createHash } from "node:crypto";
import type { LedgerColumns } from "../../src/sim/risk/ledger-columns.ts";

/** A fingerprint of every bit of some ledgers: 0 and −0 differ in it, and one NaN from another. */
export function fingerprint(ledgers: readonly LedgerColumns[]): string {
  const hash = createHash("sha256");
  for (const ledger of ledgers) {
    for (const [name, column] of Object.entries(ledger)) {
      hash.update(`${name} ${column!.length} `);
      hash.update(new Uint8Array(column!.buffer, column!.byteOffset, column!.byteLength));
    }
  }
  return hash.digest("hex");
}

/** Names of the columns on which two ledgers differ in any bit of the first paths. */
export function differingColumns(
  a: LedgerColumns,
  b: LedgerColumns,
  paths = Number.POSITIVE_INFINITY,
): string[] {
  return Object.entries(a).flatMap(([name, column]) => {
    const other = b[name as keyof LedgerColumns]!;
    const length = Math.min(paths, column!.length);
    for (let i = 0; i < length; i++) if (!Object.is(column![i], other[i])) return [name];
    return [];
  });
}
