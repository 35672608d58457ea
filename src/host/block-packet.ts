import type { BlockResult } from "../sim/block-result.ts";

/** A block's result as a worker sends it: one list of numbers, whose memory goes over without a copy. */
export type BlockPacket = {
  readonly places: Int32Array;
  /** By column, the number that all paths have, or NaN where paths differ. */
  readonly values: Float64Array;
  /** By column, 1 where paths differ. */
  readonly varies: Uint8Array;
  /** Of the columns in which paths differ, all numbers, one column after the other. */
  readonly numbers: Float64Array;
};

/** Packs what a block left; the packet stays as it is when the next block is run. */
export function packBlock({ places, columns }: BlockResult): BlockPacket {
  const varying = columns.filter((column) => !column.uniform);
  const numbers = new Float64Array(varying.reduce((sum, { data }) => sum + data.length, 0));
  let from = 0;
  for (const { data } of varying) {
    numbers.set(data, from);
    from += data.length;
  }
  return {
    places,
    values: Float64Array.from(columns, (column) => (column.uniform ? column.value : Number.NaN)),
    varies: Uint8Array.from(columns, (column) => Number(!column.uniform)),
    numbers,
  };
}

/** Gives the result that was packed. */
export function unpackBlock({ places, values, varies, numbers }: BlockPacket): BlockResult {
  const differing = varies.reduce((sum, each) => sum + each, 0);
  const width = differing === 0 ? 0 : numbers.length / differing;
  let from = 0;
  const columns = Array.from(varies, (each, c) => {
    const data = each === 1 ? numbers.subarray(from, from + width) : numbers.subarray(0, 0);
    from += data.length;
    return { uniform: each === 0, value: values[c]!, data, count: false };
  });
  return { places, columns };
}
