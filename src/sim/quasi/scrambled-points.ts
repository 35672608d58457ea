import { blockWidth } from "../block-width.ts";
import { openStream } from "../random/stream.ts";
import { replicateOf } from "./replicates.ts";
import { reversedBits, scrambledReversed } from "./scramble.ts";
import { reversedBlock, reversedStart, sobolDimensions } from "./sobol.ts";

/** Two keys a dimension, for each scrambling of the last seed. */
let kept: { readonly seed: string; readonly of: (Uint32Array | undefined)[] } = { seed: "", of: [] };

function keysOf(seed: string, replicate: number): Uint32Array {
  if (kept.seed !== seed) kept = { seed, of: [] };
  const known = kept.of[replicate];
  if (known !== undefined) return known;
  const keys = new Uint32Array(2 * sobolDimensions);
  openStream(seed, "scrambling", replicate).words(keys, keys.length);
  kept.of[replicate] = keys;
  return keys;
}

/**
 * Writes the words of one dimension at the points of a block: Sobol' points under the scrambling that the block belongs
 * to, whose keys are those of alea keyed `seed|scrambling|replicate`.
 */
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
