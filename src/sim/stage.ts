import { type Column, setUniform, zeroColumn } from "../engine/column.ts";
import type { Loops } from "../engine/loops.ts";
import { plainLoops } from "../engine/plain-loops.ts";
import { addInto } from "../engine/tracked-nodes.ts";
import { ownColumn } from "./draw-figure.ts";
import { type Luck, luckOf } from "./luck.ts";
import { openJointSplit } from "./quasi/joint-split.ts";
import { openJointThinning } from "./quasi/joint-thinning.ts";
import type { Stream } from "./random/stream.ts";
import type { StageSpec } from "./scenario-schema.ts";
import { conditionalShares, subtractPeople } from "./split-people.ts";
import { openThinning, type Thinning } from "./thinning.ts";
import { delayMonths } from "./timeline.ts";
import type { Cell, StageWorld } from "./world.ts";

export type StageColumns = StageWorld;

type Draw = (
  luck: Luck,
  from: StageColumns | readonly Column[],
  rates: Column,
  claimedShares: Column,
  survivingShares: Column,
) => StageColumns;

/**
 * Prepares the drawing of one outcome stage from starts, or from the stage before it.
 *
 * Each group of people is thinned by the rate, then split over the months of the delay by conditional binomials,
 * one for each month of delay but the last. What falls after the last month of the contract is not counted.
 */
export function openStage(
  spec: StageSpec,
  months: number,
  width: number,
  rounded: boolean,
  loops: Loops = plainLoops,
  monthsTogether = months,
): Draw {
  const id = `delivery.stages.${spec.id}`;
  const delays = delayMonths(spec.delayMonths.distribution);
  const thin = openThinning(width, rounded, loops);
  const split = openSplit(delays, width, rounded, thin, loops);
  const thinJointly = openJointThinning(width, rounded, thin, loops);
  const pool = openPool(width, loops);
  const splitJointly = openJointSplit(
    delays,
    width,
    rounded,
    thinJointly,
    loops,
    () => pool.take(),
    monthsTogether,
  );
  // Columns are finer than months: as many more are drawn as one whole.
  const together = (columns: number) => Math.max(1, Math.floor((monthsTogether * columns) / months));
  let layout: Layout | undefined;
  return (luck, from, rates, claimedShares, survivingShares) => {
    pool.restart();
    const streams = {
      reached: luckOf(luck, `${id}.reached`),
      delay: luckOf(luck, `${id}.delay`),
      claimed: luckOf(luck, `${id}.claimed`),
      surviving: luckOf(luck, `${id}.surviving`),
    };
    layout ??= layOut(from, delays, months);
    const { cells, byMonth } = layout;
    for (const cell of cells) cell.isReached = false;
    const groups = columnsOf(from);
    const give = (cell: OpenCell, column: Column) => {
      if (cell.isReached) return addInto(loops, cell.achieved, cell.achieved.data, column, width);
      cell.isReached = true;
      cell.achieved = column;
    };
    const joins = luck.sampling === "quasi";
    if (joins) {
      const reached = groups.map(() => pool.take());
      thinJointly(groups, rates, streams.reached, reached, together(groups.length));
      splitJointly(reached, layout.groups, (d) => luckOf(luck, `${id}.delay`, String(d)), give);
    } else
      for (const [g, group] of layout.groups.entries()) {
        const reached = pool.take();
        thin(groups[g]!, rates, streams.reached, reached);
        split(reached, streams.delay, group.cells.length, (d, column) => {
          const cell = group.cells[d]!;
          // Without a split the group's own column comes back, and what is added needs no copy.
          if (column === reached || cell.isReached) return give(cell, column);
          const own = pool.take();
          copyInto(own, column);
          give(cell, own);
        });
      }
    const part = (of: Column, shares: Column, stream: Stream): Column => {
      if (shares.uniform && shares.value === 1) return of;
      const own = pool.take();
      thin(of, shares, stream, own);
      return own;
    };
    const parts = (of: readonly Column[], shares: Column, stream: Stream): readonly Column[] => {
      if (shares.uniform && shares.value === 1) return of;
      const own = of.map(() => pool.take());
      thinJointly(of, shares, stream, own, together(of.length));
      return own;
    };
    if (joins) {
      const achieved = cells.map((cell) => cell.achieved);
      const count = parts(achieved, claimedShares, streams.claimed);
      const survivingAchieved = parts(achieved, survivingShares, streams.surviving);
      const surviving =
        count === achieved
          ? survivingAchieved
          : parts(survivingAchieved, claimedShares, luckOf(luck, `${id}.claimed`, "surviving"));
      for (const [c, cell] of cells.entries()) {
        cell.count = count[c]!;
        cell.survivingAchieved = survivingAchieved[c]!;
        cell.surviving = surviving[c]!;
      }
    } else
      for (const cell of cells) {
        const { achieved } = cell;
        cell.count = part(achieved, claimedShares, streams.claimed);
        cell.survivingAchieved = part(achieved, survivingShares, streams.surviving);
        cell.surviving =
          cell.count === achieved
            ? cell.survivingAchieved
            : part(cell.survivingAchieved, claimedShares, streams.claimed);
      }
    return {
      id: spec.id,
      cells: byMonth,
      byMonth: byMonth.map((list) => total(list, "count", pool, width, loops)),
      achievedByMonth: byMonth.map((list) => total(list, "achieved", pool, width, loops)),
    };
  };
}

/** A cell whose columns are put in anew for each block. */
type OpenCell = { -readonly [K in keyof Cell]: Cell[K] } & { isReached: boolean };

/** Which cells the people of each group can reach, in the order of the delays: the same for every block. */
type Layout = {
  readonly groups: readonly { readonly cells: readonly OpenCell[] }[];
  /** In the order in which they are first reached. */
  readonly cells: readonly OpenCell[];
  readonly byMonth: readonly (readonly OpenCell[])[];
};

function layOut(
  from: StageColumns | readonly Column[],
  delays: readonly { readonly months: number }[],
  months: number,
): Layout {
  const known = new Map<string, OpenCell>();
  const byMonth: OpenCell[][] = Array.from({ length: months }, () => []);
  const cellOf = (start: number, month: number): OpenCell => {
    const key = `${start} ${month}`;
    const cell = known.get(key) ?? {
      start,
      month,
      count: zeroColumn,
      surviving: zeroColumn,
      achieved: zeroColumn,
      survivingAchieved: zeroColumn,
      isReached: false,
    };
    if (!known.has(key)) byMonth[month - 1]!.push(cell);
    known.set(key, cell);
    return cell;
  };
  const groups = groupsOf(from).map(({ start, month }) => ({
    cells: delays
      .filter((delay) => month + delay.months <= months)
      .map((delay) => cellOf(start, month + delay.months)),
  }));
  return { groups, cells: [...known.values()], byMonth };
}

function groupsOf(from: StageColumns | readonly Column[]): { start: number; month: number }[] {
  if ("cells" in from) return from.cells.flat();
  return from.map((_, m) => ({ start: m + 1, month: m + 1 }));
}

function columnsOf(from: StageColumns | readonly Column[]): readonly Column[] {
  return "cells" in from ? from.cells.flatMap((list) => list.map((cell) => cell.achieved)) : from;
}

type Pool = { take(): Column; restart(): void };

/** Columns that a block after block uses again, in the same order. */
function openPool(width: number, loops: Loops): Pool {
  const columns: Column[] = [];
  let next = 0;
  return {
    take() {
      const column = columns[next] ?? ownColumn(width, loops);
      columns[next] = column;
      next += 1;
      return column;
    },
    restart() {
      next = 0;
    },
  };
}

function total(
  cells: readonly Cell[],
  which: "count" | "achieved",
  pool: Pool,
  width: number,
  loops: Loops,
): Column {
  if (cells.length === 1) return cells[0]![which];
  const sum = pool.take();
  setUniform(sum, 0);
  for (const cell of cells) addInto(loops, sum, sum.data, cell[which], width);
  return sum;
}

function copyInto(out: Column, from: Column): void {
  if (from.uniform) return setUniform(out, from.value);
  out.uniform = false;
  out.count = from.count;
  out.data.set(from.data);
}

/** Splits people over the months of a delay: gives each month's part in turn, the first `most` of them. */
function openSplit(
  delays: readonly { months: number; chance: number }[],
  width: number,
  rounded: boolean,
  thin: Thinning,
  loops: Loops,
): (of: Column, stream: Stream, most: number, give: (delay: number, part: Column) => void) => void {
  if (delays.length === 1) {
    return (of, _, most, give) => {
      if (most > 0) give(0, of);
    };
  }
  const conditional = conditionalShares(delays, width, loops);
  const left = ownColumn(width, loops);
  const part = ownColumn(width, loops);
  return (of, stream, most, give) => {
    copyInto(left, of);
    for (let d = 0; d < most; d++) {
      if (d === delays.length - 1) return give(d, left);
      thin(left, conditional[d]!, stream, part);
      subtractPeople(left, part, width, rounded);
      give(d, part);
    }
  };
}
