import { openStream } from "../../../src/sim/random/stream.ts";

/** Uniform numbers of a fixed seed. */
export function uniforms(purpose: string, length: number): Float64Array {
  const out = new Float64Array(length);
  openStream("test", purpose, 0).fill(out, length);
  return out;
}

/** The uniform numbers where inversion is most likely to go wrong: both ends and the middle. */
export const ADVERSARIAL = [
  0,
  2 ** -53,
  2 ** -40,
  2 ** -32,
  2 ** -31,
  1e-9,
  1e-6,
  0.25,
  0.5 - 2 ** -54,
  0.5,
].flatMap((u) => (u === 0 ? [0] : [u, 1 - u]));
