import { blockWidth } from "../block.ts";
import { countClasses, countPairs, takeCounts } from "./class-sums.ts";
import type { ClassesSpec, JointSpec } from "./tally-plan.ts";
import { openValueClasses } from "./value-classes.ts";
import type { ValueList } from "./value-list.ts";

/** Counts the classes of one column, block by block. */
export type ClassCounts = {
  /** The class of each path of the last block. */
  readonly found: Uint16Array;
  /** How many classes there are. */
  readonly number: number;
  readonly add: (values: Float64Array, count: number) => void;
  /** Adds a block that holds one value throughout: a bound. */
  readonly addSteady: (bound: number, count: number) => void;
  /** Writes what was counted into a list from `slot` on, and begins anew. */
  readonly take: (into: Uint16Array, slot: number) => void;
};

/** Opens the counts of a task; `kept` are the windows of the whole tally. */
export function openClassCounts({ bounds, windows }: ClassesSpec, kept: readonly ValueList[]): ClassCounts {
  const number = 2 * bounds.length + 1;
  const classes = openValueClasses(bounds);
  const found = new Uint16Array(blockWidth);
  const counts = new Uint16Array(2 * number);
  const own = windows.map((window) => kept[window.kept]!);
  const windowOf = new Uint8Array(number);
  // What equals a bound is known from its count.
  for (const [w, { from, to }] of windows.entries())
    for (let each = from; each <= to; each++) windowOf[each] = each % 2 === 0 ? w + 1 : 0;
  return {
    found,
    number,
    addSteady: (bound, count) => {
      const own = 2 * bounds.indexOf(bound) + 1;
      found.fill(own, 0, count);
      counts[2 * own] = counts[2 * own]! + count;
    },
    add: (values, count) => {
      classes.write(values, count, found);
      countClasses(values, found, count, windowOf, own, counts);
    },
    take: (into, slot) => takeCounts(counts, into, slot),
  };
}

/** Counts the pairs of classes round two quantiles, block by block. */
export type PairCounts = {
  readonly add: (count: number) => void;
  /** Adds a block in which each column holds one value throughout. */
  readonly addSteady: (count: number) => void;
  readonly take: (into: Uint16Array, slot: number) => void;
};

/** Opens the counts of a joint task from those of its two columns. */
export function openPairCounts({ first, last }: JointSpec, a: ClassCounts, b: ClassCounts): PairCounts {
  const width = last[1] - first[1] + 1;
  const counts = new Uint16Array(2 * (last[0] - first[0] + 1) * width);
  const within = (found: number, k: 0 | 1) => Math.min(last[k], Math.max(first[k], found)) - first[k];
  const rows = new Uint16Array(a.number).map((_, found) => within(found, 0) * width);
  const places = new Uint16Array(b.number).map((_, found) => within(found, 1));
  return {
    addSteady: (count) => {
      const place = 2 * (rows[a.found[0]!]! + places[b.found[0]!]!);
      counts[place] = counts[place]! + count;
    },
    add: (count) => countPairs(a.found, b.found, count, rows, places, counts),
    take: (into, slot) => takeCounts(counts, into, slot),
  };
}
