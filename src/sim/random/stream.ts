import alea from "seedrandom/lib/alea.js";

/** An endless sequence of uniform numbers, read in order. */
export type Stream = { fill(out: Float64Array, length: number): void };

const TWO_TO_MINUS_32 = 2.3283064365386963e-10;

/**
 * Opens the stream of uniform numbers that belongs to a seed, a purpose and a block of paths.
 *
 * block is an integer of 0 or more. Values are multiples of 2^-32 in [0, 1): 0 can occur, 1 cannot. They are
 * those of seedrandom's alea keyed `seed|purpose|block`, bit for bit.
 * Source: J. Baagøe's Alea (2010), as published in seedrandom 3.0.5.
 */
export function openStream(seed: string, purpose: string, block: number): Stream {
  let { c, s0, s1, s2 } = alea(`${seed}|${purpose}|${block}`, { state: true }).state();
  // The recurrence is written out here because a call into the package for every number costs more than the number.
  function fill(out: Float64Array, length: number): void {
    let carry = c;
    let a = s0;
    let b = s1;
    let last = s2;
    for (let i = 0; i < length; i++) {
      const t = 2091639 * a + carry * TWO_TO_MINUS_32;
      a = b;
      b = last;
      carry = t | 0;
      last = t - carry;
      out[i] = last;
    }
    c = carry;
    s0 = a;
    s1 = b;
    s2 = last;
  }
  return { fill };
}
