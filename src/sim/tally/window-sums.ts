import type { WindowSpec } from "./tally-plan.ts";
import type { ValueCounts } from "./value-counts.ts";

/** Adds to a window what the first `count` values of its column leave: values inside, counts and sums outside. */
export function addToWindow(
  values: Float64Array,
  count: number,
  { low, high, tail }: WindowSpec,
  kept: ValueCounts,
  sums: Float64Array,
  slot: number,
): void {
  let below = 0;
  let [inTail, first, second, third] = [0, 0, 0, 0];
  for (let path = 0; path < count; path++) {
    const value = values[path]!;
    let beyond = 0;
    if (value < low) {
      below += 1;
      if (tail >= 0) continue;
      beyond = low - value;
    } else if (value <= high) {
      kept.add(value, 1);
      continue;
    } else {
      if (tail <= 0) continue;
      beyond = value - high;
    }
    const square = beyond * beyond;
    inTail += 1;
    first += beyond;
    second += square;
    third += square * beyond;
  }
  sums[slot]! += below;
  sums[slot + 1]! += inTail;
  sums[slot + 2]! += first;
  sums[slot + 3]! += second;
  sums[slot + 4]! += third;
}
