import { blockWidth } from "../block-width.ts";
import { openStream } from "../random/stream.ts";
import { replicateOf, replicates } from "./replicates.ts";
import { reversedBits, scrambledReversed } from "./scramble.ts";
import { reversedBlock, reversedStart, sobolDimensions } from "./sobol.ts";

const TWO_TO_32 = 4294967296;
const STRATUM_BITS = 23;

/** Two keys a dimension for each scrambling of one seed. */
type Keys = { readonly seed: string; readonly of: (Uint32Array | undefined)[] };
let kept: Keys = { seed: "", of: [] };

function keysOf(seed: string, replicate: number): Uint32Array {
  if (kept.seed !== seed) kept = { seed, of: [] };
  const known = kept.of[replicate];
  if (known !== undefined) return known;
  const keys = new Uint32Array(2 * sobolDimensions);
  openStream(seed, "scrambling", replicate).words(keys, keys.length);
  kept.of[replicate] = keys;
  return keys;
}

/** Writes the words of one dimension at the points of a block: Sobol' points under the scrambling that the block belongs to. */
export function writeSobol(
  seed: string,
  block: number,
  dimension: number,
  out: Uint32Array | Float64Array,
): void {
  const { replicate, chunk } = replicateOf(block);
  const keys = keysOf(seed, replicate);
  const key = keys[2 * dimension]! | 0;
  const oddKey = keys[2 * dimension + 1]! | 1;
  const start = reversedStart(dimension, chunk);
  const steps = reversedBlock(dimension);
  for (let i = 0; i < blockWidth; i++)
    out[i] = reversedBits(scrambledReversed(start ^ steps[i]!, key, oddKey)) >>> 0;
}

const order = new Uint16Array(blockWidth);
const luck = new Uint32Array(2 * blockWidth);

/**
 * Writes words of keyed alea spread evenly over a block: one in each of 512 strata, in an order drawn by luck.
 * Source: Latin hypercube sampling, M. D. McKay, R. J. Beckman and W. J. Conover 1979, doi:10.1080/00401706.1979.10489755.
 */
export function writeStrata(
  stream: { words(out: Uint32Array, length: number): void },
  out: Uint32Array | Float64Array,
): void {
  stream.words(luck, 2 * blockWidth);
  for (let i = 0; i < blockWidth; i++) {
    const j = Math.floor((luck[i]! * (i + 1)) / TWO_TO_32);
    order[i] = order[j]!;
    order[j] = i;
  }
  for (let i = 0; i < blockWidth; i++)
    out[i] = ((order[i]! << STRATUM_BITS) | (luck[blockWidth + i]! >>> 9)) >>> 0;
}
void replicates;
