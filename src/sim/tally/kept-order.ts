import type { Ascending } from "../risk/order-statistic.ts";
import type { CountedValues } from "./tally.ts";
import type { ClassesSpec } from "./tally-plan.ts";

/** Thrown where an order statistic lies in no window: the futures are to be drawn again with wider ones. */
export const windowMissed = new Error("a quantile lies outside the values that were kept");

/** A column as its classes leave it: how many paths each holds, and the values of those in a window. */
export type FilledClasses = {
  readonly spec: ClassesSpec;
  readonly counts: Float64Array;
  /** Window by window, the values between two bounds. */
  readonly kept: readonly CountedValues[];
};

/** Opens the order of a column of which only some windows were kept; throws `windowMissed` where another is asked for. */
export function openKeptOrder({ spec, counts, kept }: FilledClasses): Ascending {
  const upTo = sumsUpTo(counts);
  const inWindow = kept.map((values) => sumsUpTo(values.counts));
  return {
    length: upTo.at(-1)!,
    at: (place) => {
      const found = firstAbove(upTo, place);
      if (found % 2 === 1) return spec.bounds[(found - 1) / 2]!;
      const w = spec.windows.findIndex(({ from, to }) => found >= from && found <= to);
      if (w < 0) throw windowMissed;
      // Of a window only what lies between two bounds is kept.
      let before = place - (upTo[found]! - counts[found]!);
      for (let each = spec.windows[w]!.from; each < found; each++)
        if (each % 2 === 0) before += counts[each]!;
      return kept[w]!.values[firstAbove(inWindow[w]!, before)]!;
    },
  };
}

function sumsUpTo(counts: Float64Array): Float64Array {
  let total = 0;
  return counts.map((count) => {
    total += count;
    return total;
  });
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
