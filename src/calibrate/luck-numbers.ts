import { openStream } from "../sim/random/stream.ts";

const room = 512;

/** Uniform numbers in [0, 1), one at a time, keyed `seed|purpose`: the same for every run. */
export function openNumbers(seed: string, purpose: string): () => number {
  const stream = openStream(seed, purpose, 0);
  const numbers = new Float64Array(room);
  let next = room;
  return () => {
    if (next === room) {
      stream.fill(numbers, room);
      next = 0;
    }
    return numbers[next++]!;
  };
}
