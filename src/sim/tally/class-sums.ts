import type { TailSpec } from "./tally-plan.ts";
import type { ValueList } from "./value-list.ts";

/**
 * Counts how many paths are in each class, even and odd paths apart, so that no count waits for the one before; and
 * keeps the values between two bounds of a window. `counts` has two numbers a class.
 */
export function countClasses(
  values: Float64Array,
  classes: Uint16Array,
  count: number,
  windowOf: Uint8Array,
  kept: readonly ValueList[],
  counts: Uint16Array,
): void {
  for (let path = 0; path < count; path++) {
    const found = classes[path]!;
    const place = 2 * found + (path & 1);
    counts[place] = counts[place]! + 1;
    const window = windowOf[found]!;
    if (window !== 0) kept[window - 1]!.add(values[path]!);
  }
}

/** Counts pairs of classes: `rows` and `places` say by class where the pair stands; even and odd paths apart. */
export function countPairs(
  a: Uint16Array,
  b: Uint16Array,
  count: number,
  rows: Uint16Array,
  places: Uint16Array,
  counts: Uint16Array,
): void {
  for (let path = 0; path < count; path++) {
    const place = 2 * (rows[a[path]!]! + places[b[path]!]!) + (path & 1);
    counts[place] = counts[place]! + 1;
  }
}

/** Writes the counts of even and odd paths together `into` a list from `slot` on, and empties them. */
export function takeCounts(counts: Uint16Array, into: Uint16Array, slot: number): void {
  for (let place = 0; place < counts.length; place += 2)
    into[slot + (place >> 1)] = counts[place]! + counts[place + 1]!;
  counts.fill(0);
}

/** Adds the distances of values beyond a bound, their squares and cubes: below it, or with `sign` 1 above it. */
export function addTail(
  values: Float64Array,
  count: number,
  { sign, edge }: TailSpec,
  sums: Float64Array,
  slot: number,
): void {
  let [first, second, third] = [0, 0, 0];
  for (let path = 0; path < count; path++) {
    const beyond = sign * (values[path]! - edge);
    if (beyond <= 0) continue;
    const square = beyond * beyond;
    first += beyond;
    second += square;
    third += square * beyond;
  }
  sums[slot]! += first;
  sums[slot + 1]! += second;
  sums[slot + 2]! += third;
}
