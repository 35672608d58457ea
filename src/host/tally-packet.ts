import type { Tally } from "../sim/tally/tally.ts";

/** A group's tally as a worker sends it: few lists, as each costs a message as much as many numbers do. */
export type TallyPacket = {
  readonly sums: Float64Array;
  readonly counts: Uint16Array;
  /** By window, how many values were kept; and all of them, one window after the other. */
  readonly lengths: Uint32Array;
  readonly values: Float64Array;
};

/** Packs what a group left. */
export function packTally({ sums, counts, kept }: Tally): TallyPacket {
  const lengths = Uint32Array.from(kept, ({ values }) => values.length);
  const values = new Float64Array(lengths.reduce((sum, length) => sum + length, 0));
  let from = 0;
  for (const list of kept) {
    values.set(list.values, from);
    from += list.values.length;
  }
  return { sums, counts, lengths, values };
}

/** Gives the tally that was packed. */
export function unpackTally({ sums, counts, lengths, values }: TallyPacket): Tally {
  let from = 0;
  const kept = Array.from(lengths, (length) => {
    from += length;
    return { values: values.subarray(from - length, from) };
  });
  return { sums, counts, kept };
}
