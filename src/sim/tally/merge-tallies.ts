import type { Tally, WholeTally } from "./tally.ts";
import { type TallyPlan, windowsOf } from "./tally-plan.ts";
import { openValueCounts } from "./value-counts.ts";

/** Merges the tallies of groups that arrive in any order. */
export type TallyMerging = {
  readonly add: (group: number, tally: Tally | WholeTally) => void;
  /** What all groups together leave, once they are in. */
  readonly whole: () => WholeTally;
};

/**
 * Opens a merging of groups from `first` on. Sums are added in the order of the groups: one that comes early waits.
 */
export function openTallyMerging({ slots, tasks }: TallyPlan, first: number): TallyMerging {
  const sums = new Float64Array(slots);
  const kept = Array.from({ length: windowsOf(tasks) }, openValueCounts);
  const waiting = new Map<number, Float64Array>();
  let next = first;
  return {
    add: (group, tally) => {
      // Counts are whole, so their order does not matter.
      for (const [w, { values, counts }] of tally.kept.entries())
        for (let place = 0; place < values.length; place++)
          kept[w]!.add(values[place]!, counts?.[place] ?? 1);
      if ("counts" in tally) {
        const { counts } = tally;
        const from = slots - counts.length;
        for (let slot = 0; slot < counts.length; slot++)
          sums[from + slot] = sums[from + slot]! + counts[slot]!;
      }
      waiting.set(group, tally.sums);
      for (let own = waiting.get(next); own !== undefined; own = waiting.get(next)) {
        for (let slot = 0; slot < own.length; slot++) sums[slot] = sums[slot]! + own[slot]!;
        waiting.delete(next);
        next += 1;
      }
    },
    whole: () => ({ sums, kept: kept.map((counts) => counts.sorted()) }),
  };
}
