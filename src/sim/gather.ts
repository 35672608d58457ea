import type { Column } from "../engine/column.ts";
import { blockWidth } from "./block.ts";
import type { BlockResult } from "./block-result.ts";
import type { LedgerColumns } from "./risk/ledger-columns.ts";

/** The ledgers of all paths, policy by policy, filled block by block in whatever order blocks arrive. */
export type Gathering = {
  /** Takes what the blocks from one on left. */
  readonly add: (block: number, result: BlockResult) => void;
  /** The ledgers, once all blocks are in: columns that are one in every block, or never vary, share their memory. */
  readonly ledgers: () => readonly LedgerColumns[];
};

/** One column over all paths: one number until a path differs, so that what never varies takes no memory. */
type Gathered = { value: number | undefined; data: Float64Array | undefined };

/**
 * Opens a gathering of `paths` futures under `policies` policies, with the columns that a run keeps; of the last
 * block only the first paths count. All blocks come from runners of the same policies.
 */
export function openGathering(paths: number, policies: number, columnNames: readonly string[]): Gathering {
  let places: Int32Array = new Int32Array(0);
  let gathered: Gathered[] = [];
  return {
    ledgers: () => {
      const columns = gathered.map(({ value = 0, data }) => data ?? value);
      return ledgersOf({ paths, policies, columnNames, places, columns });
    },
    add: (block, result) => {
      const from = block * blockWidth;
      const count = Math.min(result.width, paths - from);
      if (count <= 0) return;
      if (gathered.length === 0) {
        places = result.places;
        gathered = result.columns.map(() => ({ value: undefined, data: undefined }));
      }
      for (let c = 0; c < gathered.length; c++) addPart(gathered[c]!, result.columns[c]!, from, count, paths);
    },
  };
}

/** What was gathered: columns by place, or the one number that they never leave. */
type GatheredColumns = {
  readonly paths: number;
  readonly policies: number;
  readonly columnNames: readonly string[];
  /** For each policy and column, `[policy][column]`, its place in `columns`. */
  readonly places: Int32Array;
  readonly columns: readonly (Float64Array | number)[];
};

/** The ledgers of all policies: columns that never vary share their memory where their number is the same. */
export function ledgersOf({
  paths,
  policies,
  columnNames,
  places,
  columns,
}: GatheredColumns): readonly LedgerColumns[] {
  const constants = new Map<number, Float64Array>();
  const whole = (column: Float64Array | number): Float64Array => {
    if (typeof column !== "number") return column;
    const shared = constants.get(column) ?? new Float64Array(paths).fill(column);
    constants.set(column, shared);
    return shared;
  };
  const all = columns.map(whole);
  const none = all.length === 0 ? whole(0) : undefined;
  return Array.from(
    { length: policies },
    (_, p) =>
      Object.fromEntries(
        columnNames.map((name, c) => [name, none ?? all[places[p * columnNames.length + c]!]!]),
      ) as unknown as LedgerColumns,
  );
}

function addPart(gathered: Gathered, part: Column, from: number, count: number, paths: number): void {
  if (gathered.data === undefined) {
    const first = part.uniform ? part.value : part.data[0]!;
    if ((gathered.value === undefined || Object.is(gathered.value, first)) && isAlike(part, first, count)) {
      gathered.value = first;
      return;
    }
    gathered.data = new Float64Array(paths);
    if (gathered.value !== undefined) gathered.data.fill(gathered.value);
  }
  if (part.uniform) gathered.data.fill(part.value, from, from + count);
  else gathered.data.set(count === part.data.length ? part.data : part.data.subarray(0, count), from);
}

/** Is every number of the first `count` the same, bit for bit? */
function isAlike({ uniform, data }: Column, first: number, count: number): boolean {
  if (uniform) return true;
  for (let i = 0; i < count; i++) if (!Object.is(data[i], first)) return false;
  return true;
}

/** The number of blocks that hold so many paths. */
export function blocksFor(paths: number): number {
  return Math.ceil(paths / blockWidth);
}
