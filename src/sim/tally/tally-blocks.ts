import { blockWidth } from "../block.ts";
import { openBlockClaims } from "./block-claims.ts";
import { openBlockColumns } from "./block-columns.ts";
import { type Parts, writeParts } from "./influence-parts.ts";
import { addPairSums, addSingleSums } from "./influence-sums.ts";
import { addBetter, addEventPair, addJoint, addMargins, type BlockEvent, writeEvent } from "./path-counts.ts";
import { addDifferencePowers, addPowers } from "./power-sums.ts";
import type { Tally } from "./tally.ts";
import { slotsOf, type TallyPlan, type TallyTask } from "./tally-plan.ts";
import { openValueCounts } from "./value-counts.ts";
import { addToWindow } from "./window-sums.ts";

/** Tallies blocks, one after the other, until the tally is taken. */
export type BlockTally = {
  /** Where the next block is to be put: `[policy][column][path]`. */
  readonly block: Float64Array;
  /** Adds the first `count` paths of what was put there. */
  readonly add: (count: number) => void;
  /** Gives what was added since the last time. */
  readonly take: () => Tally;
};

/** Opens an empty tally of blocks. */
export function openBlockTally(plan: TallyPlan): BlockTally {
  const { block, columns, derive } = openBlockColumns(plan);
  const { tasks } = plan;
  const claims = openBlockClaims(plan);
  const lengths = tasks.map(slotsOf);
  const group = new Float64Array(plan.slots);
  const sums = new Float64Array(plan.slots);
  const kept = tasks.filter(({ kind }) => kind === "window").map(openValueCounts);
  const ownParts = tasks.map(({ kind }) => (kind === "influence" ? newParts() : none));
  const ownEvents = tasks.map(({ kind }) => (kind === "chance" ? newEvent() : never));
  // What a task of this block reads of another: its own, or its twin's where the columns are the same.
  const parts = ownParts.slice();
  const events = ownEvents.slice();

  const addTask = (task: TallyTask, t: number, count: number) => {
    const { places, slot } = task;
    const first = columns[places[0]!]!;
    const second = columns[places[1]!]!;
    switch (task.kind) {
      case "powers":
        if (claims.isSteady(places[0]!)) sums[slot + 3] = task.centre < 0 ? count : 0;
        else addPowers(first, count, task.centre, sums, slot);
        return;
      case "difference":
        if (differs(task)) addDifferencePowers(first, second, count, task.centres, sums, slot);
        return;
      case "better":
        if (claims.original(places[0]!) !== claims.original(places[1]!))
          addBetter(first, second, count, sums, slot);
        return;
      case "chance":
        events[t] = ownEvents[t]!;
        sums[slot] = writeEvent(task, columns, count, events[t]!);
        return;
      case "chancePair":
        addEventPair(events[task.a]!, events[task.b]!, count, sums, slot);
        return;
      case "influence":
        parts[t] = isStill(places) ? none : ownParts[t]!;
        if (parts[t] === none) return;
        writeParts(task.parts, first, second, parts[t]!);
        addSingleSums(parts[t]!, count, sums, slot);
        return;
      case "influencePair":
        if (parts[task.a] !== none || parts[task.b] !== none)
          addPairSums(parts[task.a]!, parts[task.b]!, count, sums, slot);
        return;
      case "window":
        addToWindow(first, count, task, kept[task.kept]!, sums, slot);
        return;
      case "joint":
        addJoint(first, second, count, task, sums, slot);
        return;
      case "margins":
        addMargins(first, count, task.bins, sums, slot);
    }
  };
  /** Takes over what a twin has summed, where this block holds the same columns for both. */
  const takeOver = ({ places, slot, twin }: TallyTask, t: number): boolean => {
    if (twin === undefined) return false;
    const other = tasks[twin]!;
    for (let i = 0; i < places.length; i++)
      if (claims.original(places[i]!) !== claims.original(other.places[i]!)) return false;
    parts[t] = parts[twin]!;
    events[t] = events[twin]!;
    sums.copyWithin(slot, other.slot, other.slot + lengths[t]!);
    return true;
  };
  const isStill = (places: readonly number[]) => {
    for (const place of places) if (!claims.isSteady(place)) return false;
    return true;
  };
  const differs = ({ places: [a, b] }: { readonly places: readonly [number, number] }) =>
    claims.original(a) !== claims.original(b) && !(claims.isSteady(a) && claims.isSteady(b));

  return {
    block,
    add: (count) => {
      derive();
      claims.ask(columns, count);
      sums.fill(0);
      for (let t = 0; t < tasks.length; t++) if (!takeOver(tasks[t]!, t)) addTask(tasks[t]!, t, count);
      for (let slot = 0; slot < sums.length; slot++) group[slot] = group[slot]! + sums[slot]!;
    },
    take: () => {
      const tally = { sums: group.slice(), kept: kept.map((counts) => counts.sorted()) };
      group.fill(0);
      for (const counts of kept) counts.clear();
      return tally;
    },
  };
}

function newParts(): Parts {
  return { p: new Float64Array(blockWidth), x: new Float64Array(blockWidth) };
}

function newEvent(): BlockEvent {
  return { hits: 0, on: new Float64Array(blockWidth) };
}

/** The parts where nothing varies. */
const none: Parts = newParts();
const never: BlockEvent = newEvent();
