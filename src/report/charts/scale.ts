import { niceTicks } from "./nice-ticks.ts";

/** A straight scale from a range of values to a range of places in a picture, with its ticks. */
export type Scale = {
  readonly at: (value: number) => number;
  readonly low: number;
  readonly high: number;
  readonly ticks: readonly number[];
};

/** Lays a range of values, widened a little, over a range of places; a range of no width is opened around its value. */
export function scaleOver(
  values: readonly number[],
  places: readonly [number, number],
  options: { readonly include?: readonly number[]; readonly ticks?: number; readonly margin?: number } = {},
): Scale {
  const { include = [], ticks = 5, margin = 0.04 } = options;
  const all = [...values, ...include].filter(Number.isFinite);
  let low = all.length === 0 ? 0 : Math.min(...all);
  let high = all.length === 0 ? 1 : Math.max(...all);
  if (low === high) {
    const reach = low === 0 ? 1 : Math.abs(low) * 0.5;
    low -= reach;
    high += reach;
  }
  const room = (high - low) * margin;
  // An end that stands for a bound (0, 100 %) stays where it is.
  const from = include.includes(low) ? low : low - room;
  const to = include.includes(high) ? high : high + room;
  const [start, end] = places;
  const at = (value: number) => start + ((value - from) / (to - from)) * (end - start);
  return { at, low: from, high: to, ticks: niceTicks(from, to, ticks) };
}
