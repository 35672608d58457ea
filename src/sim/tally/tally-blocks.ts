import type { Column } from "../../engine/column.ts";
import { openBlockClaims } from "./block-claims.ts";
import { openBlockColumns } from "./block-columns.ts";
import { openClassCounts } from "./class-counts.ts";
import type { Tally } from "./tally.ts";
import { isCounted, slotsOf, type TallyPlan, windowsOf } from "./tally-plan.ts";
import { newParts, openTaskWork, still, type Workplace } from "./task-work.ts";
import { openValueList } from "./value-list.ts";

/** Tallies blocks, one after the other, until the tally is taken. */
export type BlockTally = {
  /**
   * Adds `count` paths of a block, which begins at the path `from` of some columns: in the order that the places given
   * at the opening mean.
   */
  readonly add: (found: readonly Column[], from: number, count: number) => void;
  /** Gives what was added since the last time. */
  readonly take: () => Tally;
};

/** Opens an empty tally of blocks; `places` are those of the runner whose blocks it is to take. */
export function openBlockTally(plan: TallyPlan, places: Int32Array): BlockTally {
  const { columns, take } = openBlockColumns(plan, places);
  const { tasks } = plan;
  const claims = openBlockClaims(plan);
  // What is counted stands behind what is summed.
  const summed = tasks.find(({ kind }) => isCounted(kind))?.slot ?? plan.slots;
  const sums = new Float64Array(summed);
  const group = new Float64Array(summed);
  const counts = new Uint16Array(plan.slots - summed);
  const kept = Array.from({ length: windowsOf(tasks) }, openValueList);
  const at: Workplace = {
    tasks,
    columns,
    claims,
    sums,
    counts,
    summed,
    parts: tasks.map(() => still),
    events: tasks.map(() => ({ hits: 0, on: new Uint8Array(0) })),
    classes: tasks.map((task) => (task.kind === "classes" ? openClassCounts(task, kept) : undefined)),
    partsOfPolicy: Array.from({ length: plan.policies }, newParts),
  };
  const steps = tasks.map(({ twin, slot, places }, t) => ({
    ...openTaskWork(t, at),
    twin: twin ?? -1,
    slot,
    end: slot + slotsOf(tasks[t]!),
    places: Int32Array.from(places),
    twinSlot: twin === undefined ? 0 : tasks[twin]!.slot,
    twinPlaces: Int32Array.from(twin === undefined ? [] : tasks[twin]!.places),
  }));

  /** Takes over what a twin has summed, where this block holds the same columns for both. */
  const takeOver = (t: number): boolean => {
    const { twin, twinSlot, twinPlaces, places, slot, end } = steps[t]!;
    if (twin < 0) return false;
    for (let i = 0; i < places.length; i++)
      if (claims.original(places[i]!) !== claims.original(twinPlaces[i]!)) return false;
    at.parts[t] = at.parts[twin]!;
    at.events[t] = at.events[twin]!;
    for (let k = slot; k < end; k++) sums[k] = sums[twinSlot + k - slot]!;
    return true;
  };
  return {
    add: (found, from, count) => {
      take(found, from);
      claims.ask(columns, count);
      sums.fill(0);
      for (let t = 0; t < steps.length; t++) if (!takeOver(t)) steps[t]!.add(count);
      for (let slot = 0; slot < summed; slot++) group[slot] = group[slot]! + sums[slot]!;
    },
    take: () => {
      for (const { take } of steps) take?.();
      const tally = {
        sums: group.slice(),
        counts: counts.slice(),
        kept: kept.map((list) => ({ values: list.take() })),
      };
      group.fill(0);
      counts.fill(0);
      return tally;
    },
  };
}
