import { blockWidth, ledgerColumns } from "./block.ts";
import type { LedgerColumns } from "./risk/ledger-columns.ts";

/** The ledgers of all paths, policy by policy, filled block by block in whatever order blocks arrive. */
export type Gathering = {
  readonly add: (block: number, results: Float64Array) => void;
  readonly ledgers: readonly LedgerColumns[];
};

/** Opens a gathering of `paths` futures under `policies` policies; of the last block only the first paths count. */
export function openGathering(paths: number, policies: number): Gathering {
  const ledgers = Array.from({ length: policies }, () =>
    Object.fromEntries(ledgerColumns.map((name) => [name, new Float64Array(paths)])),
  );
  return {
    ledgers: ledgers as unknown as LedgerColumns[],
    add: (block, results) => {
      const from = block * blockWidth;
      const count = Math.min(blockWidth, paths - from);
      for (const [p, ledger] of ledgers.entries()) {
        for (const [c, name] of ledgerColumns.entries()) {
          const start = (p * ledgerColumns.length + c) * blockWidth;
          ledger[name]!.set(results.subarray(start, start + count), from);
        }
      }
    },
  };
}

/** The number of blocks that hold so many paths. */
export function blocksFor(paths: number): number {
  return Math.ceil(paths / blockWidth);
}
