import alea from "seedrandom/lib/alea.js";
import { blockWidth } from "../block-width.ts";
import { nativeDrawsOfThread } from "../native/native-draws.ts";

/**
 * Uniform numbers, read in order: as fractions of 1, or as words of 32 bits, 2^32 times as large. Each call gives one
 * number for each future of some blocks that follow each other, block by block; the last may be cut short.
 */
export type Stream = {
  fill(out: Float64Array, length: number): void;
  words(out: Uint32Array, length: number): void;
  /** Counts that were drawn before in the same place, where they are kept. */
  readonly recalled?: RecalledCounts;
};

/** Counts of a drawing, in the order in which they are asked for. */
export type RecalledCounts = {
  /** Writes the next ones; false where they have to be drawn. */
  readonly take: (out: Float64Array) => boolean;
  /** Notes some that were drawn. */
  readonly note: (out: Float64Array, length: number) => void;
};

const TWO_TO_32 = 4294967296;
const TWO_TO_MINUS_32 = 2.3283064365386963e-10;

/**
 * Opens the streams of uniform numbers that belong to a seed, a purpose and the blocks of paths from one on.
 *
 * block is an integer of 0 or more. Values are multiples of 2^-32 in [0, 1): 0 can occur, 1 cannot. Those of a block are
 * the numbers of seedrandom's alea keyed `seed|purpose|block`, bit for bit, whatever other blocks are read with it.
 * Source: J. Baagøe's Alea (2010), as published in seedrandom 3.0.5.
 */
export function openStream(seed: string, purpose: string, block: number): Stream {
  // Worked out when the first number is asked for: many purposes of a block never are.
  const states: Float64Array[] = [];
  const native = nativeDrawsOfThread();
  const run = (out: Float64Array | Uint32Array, length: number, unit: number) => {
    for (let part = 0; part * blockWidth < length; part++) {
      states[part] ??= stateOf(`${seed}|${purpose}|${block + part}`);
      const from = part * blockWidth;
      const to = Math.min(from + blockWidth, length);
      if (native !== undefined) native.fill(out, from, to, states[part]!);
      else fillPlain(out, from, to, states[part]!, unit);
    }
  };
  return {
    fill: (out, length) => run(out, length, TWO_TO_MINUS_32),
    words: (out, length) => run(out, length, 1),
  };
}

/** Carry and the last three numbers, each times 2^32 as a whole number. */
function stateOf(key: string): Float64Array {
  const { c, s0, s1, s2 } = alea(key, { state: true }).state();
  return Float64Array.of(c, s0 * TWO_TO_32, s1 * TWO_TO_32, s2 * TWO_TO_32);
}

/** The recurrence is written out because a call into the package for every number costs more than the number. */
function fillPlain(
  out: Float64Array | Uint32Array,
  from: number,
  to: number,
  state: Float64Array,
  unit: number,
): void {
  let [carry, a, b, last] = state as unknown as [number, number, number, number];
  for (let i = from; i < to; i++) {
    const t = 2091639 * a + carry;
    a = b;
    b = last;
    carry = Math.floor(t * TWO_TO_MINUS_32);
    last = t - carry * TWO_TO_32;
    out[i] = last * unit;
  }
  state.set([carry, a, b, last]);
}
