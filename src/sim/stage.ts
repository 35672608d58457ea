import { type Column, setUniform } from "../engine/column.ts";
import type { Loops } from "../engine/loops.ts";
import { plainLoops } from "../engine/plain-loops.ts";
import { addInto } from "../engine/tracked-nodes.ts";
import { ownColumn } from "./draw-figure.ts";
import { type Luck, luckOf } from "./luck.ts";
import type { Stream } from "./random/stream.ts";
import type { StageSpec } from "./scenario-schema.ts";
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
): Draw {
  const id = `delivery.stages.${spec.id}`;
  const delays = delayMonths(spec.delayMonths.distribution);
  const thin = openThinning(width, rounded, loops);
  const split = openSplit(delays, width, rounded, thin, loops);
  const pool = openPool(width, loops);
  return (luck, from, rates, claimedShares, survivingShares) => {
    pool.restart();
    const streams = {
      reached: luckOf(luck, `${id}.reached`),
      delay: luckOf(luck, `${id}.delay`),
      claimed: luckOf(luck, `${id}.claimed`),
      surviving: luckOf(luck, `${id}.surviving`),
    };
    const achieved = new Map<string, { start: number; month: number; column: Column }>();
    for (const group of groupsOf(from)) {
      const reached = pool.take();
      thin(group.column, rates, streams.reached, reached);
      split(reached, streams.delay, months - group.month, (delay, column) => {
        const month = group.month + delay;
        const key = `${group.start} ${month}`;
        const known = achieved.get(key);
        if (known === undefined) {
          // Without a split the group's own column comes back: it needs no copy.
          const own = column === reached ? reached : pool.take();
          if (own !== column) copyInto(own, column);
          achieved.set(key, { start: group.start, month, column: own });
        } else addInto(loops, known.column, known.column.data, column, width);
      });
    }
    const cells: Cell[][] = Array.from({ length: months }, () => []);
    for (const { start, month, column } of achieved.values()) {
      const part = (of: Column, shares: Column, stream: Stream): Column => {
        if (shares.uniform && shares.value === 1) return of;
        const own = pool.take();
        thin(of, shares, stream, own);
        return own;
      };
      const count = part(column, claimedShares, streams.claimed);
      const survivingAchieved = part(column, survivingShares, streams.surviving);
      const surviving =
        count === column ? survivingAchieved : part(survivingAchieved, claimedShares, streams.claimed);
      cells[month - 1]!.push({ start, month, count, surviving, achieved: column, survivingAchieved });
    }
    return {
      id: spec.id,
      cells,
      byMonth: cells.map((list) =>
        total(
          list.map((cell) => cell.count),
          pool,
          width,
          loops,
        ),
      ),
      achievedByMonth: cells.map((list) =>
        total(
          list.map((cell) => cell.achieved),
          pool,
          width,
          loops,
        ),
      ),
    };
  };
}

function groupsOf(
  from: StageColumns | readonly Column[],
): { start: number; month: number; column: Column }[] {
  if ("cells" in from)
    return from.cells.flat().map((cell) => ({ start: cell.start, month: cell.month, column: cell.achieved }));
  return from.map((column, m) => ({ start: m + 1, month: m + 1, column }));
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

function total(columns: readonly Column[], pool: Pool, width: number, loops: Loops): Column {
  const [first] = columns;
  if (columns.length === 1) return first!;
  const sum = pool.take();
  setUniform(sum, 0);
  for (const column of columns) addInto(loops, sum, sum.data, column, width);
  return sum;
}

function copyInto(out: Column, from: Column): void {
  if (from.uniform) return setUniform(out, from.value);
  out.uniform = false;
  out.count = from.count;
  out.data.set(from.data);
}

/** Splits people over the months of a delay: gives each month's part in turn, as far as `most` months. */
function openSplit(
  delays: readonly { months: number; chance: number }[],
  width: number,
  rounded: boolean,
  thin: Thinning,
  loops: Loops,
): (of: Column, stream: Stream, most: number, give: (delay: number, part: Column) => void) => void {
  const [only] = delays;
  if (delays.length === 1) {
    return (of, _, most, give) => {
      if (only!.months <= most) give(only!.months, of);
    };
  }
  const conditional = delays.map(({ chance }, d) => {
    const rest = delays.slice(d).reduce((sum, delay) => sum + delay.chance, 0);
    const share = ownColumn(width, loops);
    setUniform(share, d === delays.length - 1 ? 1 : chance / rest);
    return share;
  });
  const left = ownColumn(width, loops);
  const part = ownColumn(width, loops);
  return (of, stream, most, give) => {
    copyInto(left, of);
    for (const [d, { months }] of delays.entries()) {
      if (months > most) return;
      if (d === delays.length - 1) return give(months, left);
      thin(left, conditional[d]!, stream, part);
      subtractInto(left, part, width, rounded);
      give(months, part);
    }
  };
}

function subtractInto(left: Column, part: Column, width: number, rounded: boolean): void {
  if (left.uniform && part.uniform) return setUniform(left, left.value - part.value);
  if (left.uniform) left.data.fill(left.value);
  left.uniform = false;
  left.count = rounded;
  for (let i = 0; i < width; i++) left.data[i] = left.data[i]! - (part.uniform ? part.value : part.data[i]!);
}
