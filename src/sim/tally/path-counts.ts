import type { JointSpec, MarginLayout, TaskSpec } from "./tally-plan.ts";

/** Where in a block an event happens (1, else 0), and how often. */
export type BlockEvent = { hits: number; readonly on: Float64Array };

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
    if (event === "belowZero") {
      for (let path = 0; path < count; path++) if (values[path]! < 0) on[path] = 1;
    } else {
      for (let path = 0; path < count; path++) if (values[path]! > limit) on[path] = 1;
    }
  }
  into.hits = 0;
  for (let path = 0; path < count; path++) into.hits += on[path]!;
  return into.hits;
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

/** Adds the counts of a joint task: which paths lie beyond or on the thresholds, and on which the columns differ. */
export function addJoint(
  a: Float64Array,
  b: Float64Array,
  count: number,
  { thresholds, sign }: JointSpec,
  sums: Float64Array,
  slot: number,
): void {
  const limitA = sign * thresholds[0];
  const limitB = sign * thresholds[1];
  let [bothBeyond, firstBeyond, secondBeyond, bothOn, differ] = [0, 0, 0, 0, 0];
  for (let path = 0; path < count; path++) {
    const one = sign * a[path]!;
    const other = sign * b[path]!;
    if (one !== other) differ += 1;
    if (one > limitA || other > limitB) continue;
    if (one < limitA) {
      if (other < limitB) bothBeyond += 1;
      else firstBeyond += 1;
    } else if (other < limitB) secondBeyond += 1;
    else bothOn += 1;
  }
  sums[slot]! += bothBeyond;
  sums[slot + 1]! += firstBeyond;
  sums[slot + 2]! += secondBeyond;
  sums[slot + 3]! += bothOn;
  sums[slot + 4]! += differ;
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
    if (a[path]! > b[path]!) higher += 1;
    else if (a[path]! < b[path]!) lower += 1;
  }
  sums[slot]! += higher;
  sums[slot + 1]! += lower;
}

/** Adds margins to their bins. */
export function addMargins(
  margin: Float64Array,
  count: number,
  { width, first, count: bins }: MarginLayout,
  sums: Float64Array,
  slot: number,
): void {
  for (let path = 0; path < count; path++) {
    const bin = Math.floor(margin[path]! / 100 / width) - first;
    sums[slot + Math.min(bins - 1, Math.max(0, bin))]! += 1;
  }
}
