import type { BlockResult } from "../sim/block-result.ts";
import type { LedgerColumns } from "../sim/risk/ledger-columns.ts";
import type { SharedColumns } from "./shared-columns.ts";

/** The ledgers of all futures as packets bring them, in whatever order these come. */
export type PacketGathering = {
  readonly note: (packet: BlockPacket) => void;
  /** The ledgers, once all blocks are in. */
  readonly ledgers: () => readonly LedgerColumns[];
  /** Memory that workers are to write to, where there is any. */
  readonly shared?: SharedColumns;
};

/** A block's result as a worker sends it: one list of numbers, whose memory goes over without a copy. */
export type BlockPacket = {
  /** The number of the first block. */
  readonly block: number;
  readonly width: number;
  readonly places: Int32Array;
  /** By column, the number that all paths have, or NaN where paths differ. */
  readonly values: Float64Array;
  /** By column, 1 where paths differ. */
  readonly varies: Uint8Array;
  /** Of the columns in which paths differ, all numbers, one column after the other; none where they were written already. */
  readonly numbers: Float64Array;
};

/** Packs what the blocks from one on left; the packet stays as it is when the next are run. */
export function packBlock(block: number, { width, places, columns }: BlockResult): BlockPacket {
  const varying = columns.filter((column) => !column.uniform);
  const numbers = new Float64Array(varying.length * width);
  for (const [v, { data }] of varying.entries()) numbers.set(data, v * width);
  return {
    block,
    width,
    places,
    values: Float64Array.from(columns, (column) => (column.uniform ? column.value : Number.NaN)),
    varies: Uint8Array.from(columns, (column) => Number(!column.uniform)),
    numbers,
  };
}

/** Gives the result that was packed. */
export function unpackBlock({ width, places, values, varies, numbers }: BlockPacket): BlockResult {
  let from = 0;
  const columns = Array.from(varies, (each, c) => {
    const data = numbers.subarray(from, from + each * width);
    from += data.length;
    return { uniform: each === 0, value: values[c]!, data, count: false };
  });
  return { width, places, columns };
}
