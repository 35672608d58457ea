import { blockWidth } from "../block-width.ts";
import type { Stream } from "../random/stream.ts";

const TWO_TO_32 = 4294967296;
/** Bits of a word behind the number of its stratum: 512 strata take nine. */
const BITS_WITHIN = 23;

const order = new Uint16Array(blockWidth);
const luck = new Uint32Array(2 * blockWidth);

/**
 * Writes words of a random stream spread evenly over a block: one in each of 512 strata, in an order drawn by luck.
 *
 * For what has no dimension of its own: what such words add up to differs little between blocks, and nothing that
 * several of them do together is more uncertain than at random.
 * Source: Latin hypercube sampling, M. D. McKay, R. J. Beckman and W. J. Conover 1979, doi:10.2307/1268522; Fisher and
 * Yates's order, R. Durstenfeld 1964, doi:10.1145/364520.364540.
 */
export function writeStrata(stream: Stream, out: Uint32Array | Float64Array): void {
  stream.words(luck, 2 * blockWidth);
  for (let i = 0; i < blockWidth; i++) {
    const j = Math.floor((luck[i]! * (i + 1)) / TWO_TO_32);
    order[i] = order[j]!;
    order[j] = i;
  }
  for (let i = 0; i < blockWidth; i++)
    out[i] = ((order[i]! << BITS_WITHIN) | (luck[blockWidth + i]! >>> (32 - BITS_WITHIN))) >>> 0;
}
