import { blockWidth } from "./block.ts";
import type { LedgerColumns } from "./risk/ledger-columns.ts";

/** The ledgers of all paths, policy by policy, filled block by block in whatever order blocks arrive. */
export type Gathering = {
  readonly add: (block: number, results: Float64Array) => void;
  /** The ledgers, once all blocks are in: columns that never vary share their memory. */
  readonly ledgers: () => readonly LedgerColumns[];
};

/** One column over all paths: one number until a path differs, so that what never varies takes no memory. */
type Gathered = { value: number | undefined; data: Float64Array | undefined };

function addPart(gathered: Gathered, part: Float64Array, from: number, paths: number): void {
  if (gathered.data === undefined) {
    const first = part[0]!;
    if ((gathered.value === undefined || Object.is(gathered.value, first)) && isAlike(part, first)) {
      gathered.value = first;
      return;
    }
    gathered.data = new Float64Array(paths);
    if (gathered.value !== undefined) gathered.data.fill(gathered.value);
  }
  gathered.data.set(part, from);
}

/** Is every number the same, bit for bit? */
function isAlike(part: Float64Array, first: number): boolean {
  const n = part.length;
  if (first !== 0) {
    for (let i = 0; i < n; i++) if (part[i] !== first && !Object.is(part[i], first)) return false;
    return true;
  }
  // Zeros are by far the most common: one over each tells 0 from −0.
  const sign = 1 / first;
  for (let i = 0; i < n; i++) if (1 / part[i]! !== sign) return false;
  return true;
}

/**
 * Opens a gathering of `paths` futures under `policies` policies, with the columns that a run keeps; of the last
 * block only the first paths count.
 */
export function openGathering(paths: number, policies: number, columnNames: readonly string[]): Gathering {
  const gathered = Array.from({ length: policies }, () =>
    columnNames.map((): Gathered => ({ value: undefined, data: undefined })),
  );
  const constants = new Map<number, Float64Array>();
  const whole = ({ value = 0, data }: Gathered): Float64Array => {
    if (data !== undefined) return data;
    const shared = constants.get(value) ?? new Float64Array(paths).fill(value);
    constants.set(value, shared);
    return shared;
  };
  return {
    ledgers: () =>
      gathered.map(
        (columns) =>
          Object.fromEntries(
            columnNames.map((name, c) => [name, whole(columns[c]!)]),
          ) as unknown as LedgerColumns,
      ),
    add: (block, results) => {
      const from = block * blockWidth;
      const count = Math.min(blockWidth, paths - from);
      for (const [p, columns] of gathered.entries()) {
        for (const [c, column] of columns.entries()) {
          const start = (p * columnNames.length + c) * blockWidth;
          addPart(column, results.subarray(start, start + count), from, paths);
        }
      }
    },
  };
}

/** The number of blocks that hold so many paths. */
export function blocksFor(paths: number): number {
  return Math.ceil(paths / blockWidth);
}
