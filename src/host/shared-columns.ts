import type { BlockResult } from "../sim/block-result.ts";
import { blockWidth } from "../sim/block-width.ts";
import { ledgersOf } from "../sim/gather.ts";
import type { BlockPacket, PacketGathering } from "./block-packet.ts";

/** Columns of all futures that several threads write at once, each its own blocks: by the place of a block's result. */
export type SharedColumns = { readonly paths: number; readonly memory: readonly SharedArrayBuffer[] };

/** Writes what blocks left into shared columns; the packet says what is one number on all paths of the block. */
export type SharedWriting = (block: number, result: BlockResult) => BlockPacket;

const nothing = new Float64Array(0);

/** Opens the writing into shared columns, on the side of a worker. */
export function openSharedWriting({ paths, memory }: SharedColumns): SharedWriting {
  const columns = memory.map((each) => new Float64Array(each));
  return (block, { width, places, columns: left }) => {
    const from = block * blockWidth;
    const count = Math.max(0, Math.min(width, paths - from));
    const values = new Float64Array(left.length);
    const varies = new Uint8Array(left.length);
    for (const [c, { uniform, value, data }] of left.entries()) {
      const first = uniform ? value : data[0]!;
      values[c] = first;
      if (uniform || isAlike(data, first, count)) continue;
      varies[c] = 1;
      columns[c]!.set(count === data.length ? data : data.subarray(0, count), from);
    }
    return { block, width, places, values, varies, numbers: nothing };
  };
}

/** Is every number of the first `count` the same, bit for bit? */
function isAlike(data: Float64Array, first: number, count: number): boolean {
  for (let i = 0; i < count; i++) if (!Object.is(data[i], first)) return false;
  return true;
}

/**
 * Opens memory that workers write to, for `paths` futures under `policies` policies. A column takes memory only where a
 * worker has written, as systems give out pages when they are touched.
 */
export function openSharedGathering(
  paths: number,
  policies: number,
  columnNames: readonly string[],
): PacketGathering {
  // What cannot differ between policies stands once, so that these are at most as many as there are.
  const memory = Array.from(
    { length: policies * columnNames.length },
    () => new SharedArrayBuffer(paths * Float64Array.BYTES_PER_ELEMENT),
  );
  const packets: BlockPacket[] = [];
  return {
    shared: { paths, memory },
    note: (packet) => packets.push(packet),
    ledgers: () => {
      const { places, values } = packets[0]!;
      const columns = Array.from(values, (value, c) => {
        const steady = packets.every((p) => p.varies[c] === 0 && Object.is(p.values[c], value));
        if (steady) return value;
        const column = new Float64Array(memory[c]!);
        for (const { block, width, values: own, varies } of packets) {
          const from = block * blockWidth;
          if (varies[c] === 0) column.fill(own[c]!, from, from + width);
        }
        return column;
      });
      return ledgersOf({ paths, policies, columnNames, places, columns });
    },
  };
}
