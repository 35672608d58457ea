import type { FilledWindow } from "./kept-order.ts";

/** Sums of how far values lie beyond a threshold, of the squares and of the cubes of that. */
export type TailSums = { readonly first: number; readonly second: number; readonly third: number };

/**
 * Gives the sums of max(0, value − threshold), with `sign` −1 of max(0, threshold − value), from a window that holds the
 * threshold: what lies beyond the window was summed from its edge, what lies in it was kept. Exact.
 * `tail`: the window's count beyond its edge and the three sums of the distance from it.
 */
export function tailExcess(
  { spec, kept }: FilledWindow,
  tail: Float64Array,
  sign: 1 | -1,
  threshold: number,
): TailSums {
  const [count, first, second, third] = tail as unknown as [number, number, number, number];
  const edge = sign > 0 ? spec.high : spec.low;
  // Nothing lies beyond an edge without end.
  const gap = count === 0 ? 0 : sign * (edge - threshold);
  const sums = {
    first: first + gap * count,
    second: second + 2 * gap * first + gap * gap * count,
    third: third + 3 * gap * second + 3 * gap * gap * first + gap * gap * gap * count,
  };
  for (let place = 0; place < kept.values.length; place++) {
    const excess = sign * (kept.values[place]! - threshold);
    if (excess <= 0) continue;
    const times = kept.counts[place]!;
    sums.first += times * excess;
    sums.second += times * excess * excess;
    sums.third += times * excess * excess * excess;
  }
  return sums;
}
