import type { MarginLayout, TaskSpec } from "./tally-plan.ts";

/** Where in a block an event happens (1, else 0), and how often. */
export type BlockEvent = { hits: number; readonly on: Uint8Array };

/** Writes where an event happens in any of the columns, and gives how often. */
export function writeEvent(
  { places, event, limit }: Extract<TaskSpec, { kind: "chance" }>,
  columns: readonly Float64Array[],
  count: number,
  into: BlockEvent,
): number {
  const { on } = into;
  on.fill(0);
  for (const place of places) {
    const values = columns[place]!;
    // No decision at a path: chance would make a processor guess wrong.
    if (event === "belowZero") {
      for (let path = 0; path < count; path++) on[path] = on[path]! | Number(values[path]! < 0);
    } else {
      for (let path = 0; path < count; path++) on[path] = on[path]! | Number(values[path]! > limit);
    }
  }
  let hits = 0;
  for (let path = 0; path < count; path++) hits += on[path]!;
  into.hits = hits;
  return hits;
}

/** Adds the counts of paths on which only the one event and only the other happens. */
export function addEventPair(
  a: BlockEvent,
  b: BlockEvent,
  count: number,
  sums: Float64Array,
  slot: number,
): void {
  let both = 0;
  if (a.hits === count || b.hits === count) both = Math.min(a.hits, b.hits);
  else if (a.hits > 0 && b.hits > 0)
    for (let path = 0; path < count; path++) both += a.on[path]! * b.on[path]!;
  sums[slot]! += a.hits - both;
  sums[slot + 1]! += b.hits - both;
}

/** Adds the counts of paths on which the first is higher, and on which it is lower. */
export function addBetter(
  a: Float64Array,
  b: Float64Array,
  count: number,
  sums: Float64Array,
  slot: number,
): void {
  let higher = 0;
  let lower = 0;
  for (let path = 0; path < count; path++) {
    higher += Number(a[path]! > b[path]!);
    lower += Number(a[path]! < b[path]!);
  }
  sums[slot]! += higher;
  sums[slot + 1]! += lower;
}

/** Adds margins to their bins. */
export function addMargins(
  margin: Float64Array,
  count: number,
  { width, first, count: bins }: MarginLayout,
  counts: Uint16Array,
  slot: number,
): void {
  for (let path = 0; path < count; path++) {
    const bin = Math.floor(margin[path]! / 100 / width) - first;
    counts[slot + Math.min(bins - 1, Math.max(0, bin))]! += 1;
  }
}
