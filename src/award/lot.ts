import { openStream } from "../sim/random/stream.ts";

/**
 * The number that an offer draws where nothing published before it decides: the lower goes first.
 *
 * It belongs to the seed and the offer's id alone, so that neither the order of the files nor another offer moves it.
 */
export function lotOf(seed: string, offer: string): number {
  const drawn = new Float64Array(1);
  openStream(seed, `lot|${offer}`, 0).fill(drawn, 1);
  return drawn[0]!;
}
