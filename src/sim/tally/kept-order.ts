import type { Ascending } from "../risk/order-statistic.ts";
import type { KeptValues } from "./tally.ts";
import type { WindowSpec } from "./tally-plan.ts";

/** Thrown where an order statistic lies in no window: the futures are to be drawn again with wider ones. */
export const windowMissed = new Error("a quantile lies outside the values that were kept");

/** A window with what fell into it, and how many values lie below it. */
export type FilledWindow = { readonly spec: WindowSpec; readonly below: number; readonly kept: KeptValues };

/** A column of which only some windows were kept, in ascending order. */
export type KeptOrder = Ascending & {
  /** How many values lie below one that is in a window, and how many equal it. */
  readonly placeOf: (value: number) => { readonly below: number; readonly equal: number };
};

/** Opens the order of a column of `length` values; throws `windowMissed` where it is asked for what was not kept. */
export function openKeptOrder(windows: readonly FilledWindow[], length: number): KeptOrder {
  const filled = windows.map(({ spec, below, kept }) => {
    const upTo = new Float64Array(kept.values.length);
    let total = below;
    for (let place = 0; place < upTo.length; place++) {
      total += kept.counts[place]!;
      upTo[place] = total;
    }
    return { spec, below, kept, upTo, end: total };
  });
  return {
    length,
    at: (place) => {
      for (const { below, end, upTo, kept } of filled)
        if (place >= below && place < end) return kept.values[firstAbove(upTo, place)]!;
      throw windowMissed;
    },
    placeOf: (value) => {
      for (const { spec, below, kept, upTo } of filled) {
        if (value < spec.low || value > spec.high) continue;
        const at = firstAtLeast(kept.values, value);
        const before = at === 0 ? below : upTo[at - 1]!;
        return { below: before, equal: kept.values[at] === value ? kept.counts[at]! : 0 };
      }
      throw windowMissed;
    },
  };
}

/** The first place whose number is above the given one; the numbers ascend. */
function firstAbove(numbers: Float64Array, limit: number): number {
  let [from, to] = [0, numbers.length];
  while (from < to) {
    const middle = (from + to) >> 1;
    if (numbers[middle]! > limit) to = middle;
    else from = middle + 1;
  }
  return from;
}

/** The first place whose number is not below the given one; the numbers ascend. */
function firstAtLeast(numbers: Float64Array, limit: number): number {
  let [from, to] = [0, numbers.length];
  while (from < to) {
    const middle = (from + to) >> 1;
    if (numbers[middle]! >= limit) to = middle;
    else from = middle + 1;
  }
  return from;
}
