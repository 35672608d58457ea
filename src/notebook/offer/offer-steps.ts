import { blockWidth } from "../../sim/block-width.ts";

/** A first answer comes from as many futures as in the other notebooks. */
const firstPaths = 10 * blockWidth;
const mostBytes = 800_000_000;

/**
 * The numbers of futures of the answers to an offer, growing to `asked` or to what the memory holds; `columns` is how many
 * numbers are kept of a future.
 *
 * @example offerSteps(100_000, 100) // [5120, 20480, 100000]
 */
export function offerSteps(asked: number, columns: number): number[] {
  const last = Math.max(1, Math.min(asked, Math.max(firstPaths, Math.floor(mostBytes / (8 * columns)))));
  const steps = [Math.min(last, firstPaths)];
  while (steps.at(-1)! < last) {
    const next = 4 * steps.at(-1)!;
    steps.push(next * 1.5 > last ? last : next);
  }
  return steps;
}
