import type { FilledClasses } from "./kept-order.ts";

/** Sums of how far values lie beyond a threshold, of the squares and of the cubes of that. */
export type TailSums = { readonly first: number; readonly second: number; readonly third: number };

/**
 * Gives the sums of max(0, value − threshold), with `sign` −1 of max(0, threshold − value), for a threshold in a window:
 * what lies beyond the window was summed from its edge, what lies in it was kept. Exact.
 * `tailOf` gives the three sums of what lies beyond an edge.
 */
export function tailExcess(
  { spec, counts, kept }: FilledClasses,
  tailOf: (edge: number) => Float64Array,
  sign: 1 | -1,
  threshold: number,
): TailSums {
  const { bounds, windows } = spec;
  const boundOf = (found: number) => bounds[(found - 1) / 2];
  const w = windows.findIndex(
    ({ from, to }) =>
      threshold >= (boundOf(from) ?? Number.NEGATIVE_INFINITY) &&
      threshold <= (boundOf(to) ?? Number.POSITIVE_INFINITY),
  );
  const window = windows[w]!;
  const edgeClass = sign < 0 ? window.from : window.to;
  const sums = { first: 0, second: 0, third: 0 };
  const edge = edgeClass % 2 === 1 ? boundOf(edgeClass) : undefined;
  // Beyond an edge without end there is nothing.
  if (edge !== undefined) {
    const outside = sign < 0 ? counts.subarray(0, edgeClass) : counts.subarray(edgeClass + 1);
    const count = outside.reduce((a, b) => a + b, 0);
    const [first, second, third] = tailOf(edge) as unknown as [number, number, number];
    const gap = sign * (edge - threshold);
    sums.first = first + gap * count;
    sums.second = second + 2 * gap * first + gap * gap * count;
    sums.third = third + 3 * gap * second + 3 * gap * gap * first + gap * gap * gap * count;
  }
  const add = (value: number, times: number) => {
    const excess = Math.max(0, sign * (value - threshold));
    sums.first += times * excess;
    sums.second += times * excess * excess;
    sums.third += times * excess * excess * excess;
  };
  const inside = kept[w]!;
  for (let place = 0; place < inside.values.length; place++)
    add(inside.values[place]!, inside.counts[place]!);
  for (let each = window.from; each <= window.to; each++)
    if (each % 2 === 1) add(boundOf(each)!, counts[each]!);
  return sums;
}
