import { alias, at, type Column, setUniform, zeroColumn } from "../engine/column.ts";
import { constant, type Graph, type NumberNode, numberNode, read, readMask } from "../engine/graph.ts";
import { select } from "../engine/mask-nodes.ts";
import { copyColumn, spread } from "../engine/tracked-nodes.ts";
import type { MonthSources } from "./month-sources.ts";
import type { EndedPaths, Running } from "./running.ts";
import { survivorsOf } from "./survivors.ts";
import type { Cell, World } from "./world.ts";

/** Which counts of a stage: those claimed and valid, which rules read, or all that happened. */
export type Counted = "claimed" | "achieved";

/** Start months that were closed to new people on some path, though the contract ran. */
export type ClosedMonths = {
  readonly key: string;
  readonly everClosed: () => boolean;
  /** The paths on which a start month was closed, in ascending order; valid until the next block. */
  readonly closedIn: (start: number) => Int32Array;
};

/** What a stage yields under a policy: before an end, and after it from people who started before. */
export type Delivered = { readonly before: NumberNode; readonly after: NumberNode };

/**
 * Masks a stage of the world by what a policy cut off: nobody starts after an end or in a closed month, and after
 * an end only what comes without further provision is left.
 */
export function deliveredStage(
  graph: Graph,
  sources: MonthSources,
  running: Running,
  key: string,
  stage: number,
  counted: Counted,
  closed: ClosedMonths | undefined,
): Delivered {
  const id = `${stage} ${counted}`;
  const all = sources.world(`stage ${id}`, (world, month) => {
    const { byMonth, achievedByMonth } = world.stages[stage]!;
    return (counted === "claimed" ? byMonth : achievedByMonth)[month - 1]!;
  });
  const current: { world: World | undefined; month: number } = { world: undefined, month: 0 };
  // A source that is read for its side: it tells the steps below which cells belong to this month.
  const cells = sources.world(`cells ${id} ${key}`, (world, month) => {
    current.world = world;
    current.month = month;
    return zeroColumn;
  });
  const cellsOfMonth = () => current.world?.stages[stage]?.cells[current.month - 1] ?? [];
  const column = (cell: Cell, surviving: boolean): Column => {
    if (counted === "claimed") return surviving ? cell.surviving : cell.count;
    return surviving ? cell.survivingAchieved : cell.achieved;
  };
  const open =
    closed === undefined
      ? all
      : numberNode(graph, `open ${id} ${key} ${closed.key}`, (out, own) => () => {
          const everything = read(all);
          alias(out, everything);
          if (!closed.everClosed()) return;
          const cells = cellsOfMonth().filter((cell) => closed.closedIn(cell.start).length > 0);
          if (cells.length === 0) return;
          if (everything.count) {
            // Whole people: what the closed months would have brought is taken off exactly.
            copyColumn(out, own, everything);
            spread(out, own);
            for (const cell of cells) takeOff(own, column(cell, false), closed.closedIn(cell.start));
          } else addOpen(out, own, cellsOfMonth(), (cell) => column(cell, false), closed);
        });
  const before = select(graph, running.live, open, constant(graph, 0));
  const survivors = survivorsOf(graph, id);
  const after = numberNode(graph, `after end ${id} ${key} ${cells.id}`, (out, own) => () => {
    const live = readMask(running.live);
    setUniform(out, 0);
    if (live.uniform && live.value) return;
    const early = cellsOfMonth().filter((cell) => cell.start < current.month);
    if (early.length === 0) return;
    const ended = read(running.endMonth);
    own.fill(0);
    const isWhole = early.every((cell) => column(cell, true).count);
    out.uniform = false;
    out.count = isWhole;
    out.data = own;
    if (!isWhole) {
      for (const cell of early)
        addAfterEnd(own, column(cell, true), cell.start, ended, running.ended, closed);
      return;
    }
    survivors(early, (cell) => column(cell, true)).gather(own, ended, running.ended);
    if (!closed?.everClosed()) return;
    for (const cell of early) {
      const paths = closed.closedIn(cell.start);
      const left = column(cell, true);
      for (let k = 0; k < paths.length; k++) {
        const i = paths[k]!;
        if (cell.start <= at(ended, i)) own[i] = own[i]! - at(left, i);
      }
    }
  });
  return { before, after };
}

/** Adds what people who started in `start` still reach on paths that ended later, or in that month. */
function addAfterEnd(
  own: Float64Array,
  left: Column,
  start: number,
  ended: Column,
  { paths, count }: EndedPaths,
  closed: ClosedMonths | undefined,
): void {
  const shut = closed?.everClosed() ? new Set(closed.closedIn(start)) : undefined;
  for (let k = 0; k < count; k++) {
    const i = paths[k]!;
    if (start > at(ended, i) || shut?.has(i)) continue;
    own[i] = own[i]! + at(left, i);
  }
}

function takeOff(own: Float64Array, of: Column, paths: Int32Array): void {
  for (let k = 0; k < paths.length; k++) {
    const i = paths[k]!;
    own[i] = own[i]! - at(of, i);
  }
}

/** Adds up cells, each but for the paths on which its start month was closed. */
function addOpen(
  out: Column,
  own: Float64Array,
  cells: readonly Cell[],
  column: (cell: Cell) => Column,
  closed: ClosedMonths,
): void {
  own.fill(0);
  for (const cell of cells) {
    const of = column(cell);
    const shut = new Set(closed.closedIn(cell.start));
    for (let i = 0; i < own.length; i++) if (!shut.has(i)) own[i] = own[i]! + at(of, i);
  }
  out.uniform = false;
  out.count = false;
  out.data = own;
}
