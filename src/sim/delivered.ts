import { alias, type Column, holds, type Mask, setUniform, zeroColumn } from "../engine/column.ts";
import { constant, type Graph, type NumberNode, numberNode, read, readMask } from "../engine/graph.ts";
import { select } from "../engine/mask-nodes.ts";
import type { MonthSources } from "./month-sources.ts";
import type { Running } from "./running.ts";
import type { Cell, World } from "./world.ts";

/** Which counts of a stage: those claimed and valid, which rules read, or all that happened. */
export type Counted = "claimed" | "achieved";

/** Start months that were closed to new people on some path, though the contract ran. */
export type ClosedMonths = {
  readonly key: string;
  readonly everClosed: () => boolean;
  readonly openIn: (start: number) => Mask | undefined;
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
          if (!closed.everClosed()) return alias(out, everything);
          sumCells(
            out,
            own,
            graph.width,
            cellsOfMonth(),
            (cell) => column(cell, false),
            (cell) => closed.openIn(cell.start),
          );
        });
  const before = select(graph, running.live, open, constant(graph, 0));
  const places = new Int32Array(graph.width);
  const after = numberNode(graph, `after end ${id} ${key} ${cells.id}`, (out, own) => () => {
    const live = readMask(running.live);
    setUniform(out, 0);
    if (live.uniform && live.value) return;
    const early = cellsOfMonth().filter((cell) => cell.start < current.month);
    if (early.length === 0) return;
    const ended = read(running.endMonth);
    const count = endedPaths(ended, places, graph.width);
    own.fill(0);
    for (const cell of early) {
      const was = closed?.everClosed() ? closed.openIn(cell.start) : undefined;
      addAfterEnd(own, column(cell, true), cell.start, ended, places, count, was);
    }
    out.uniform = false;
    out.count = early.every((cell) => column(cell, true).count);
    out.data = own;
  });
  return { before, after };
}

/** Lists the paths whose contract has ended, and tells how many they are. */
function endedPaths(ended: Column, places: Int32Array, width: number): number {
  let count = 0;
  for (let i = 0; i < width; i++) if ((ended.uniform ? ended.value : ended.data[i]!) > 0) places[count++] = i;
  return count;
}

/** Adds what people who started in `start` still reach on paths that ended later, or in that month. */
function addAfterEnd(
  own: Float64Array,
  left: Column,
  start: number,
  ended: Column,
  places: Int32Array,
  count: number,
  open: Mask | undefined,
): void {
  for (let k = 0; k < count; k++) {
    const i = places[k]!;
    const end = ended.uniform ? ended.value : ended.data[i]!;
    if (start > end || (open !== undefined && !holds(open, i))) continue;
    own[i] = own[i]! + (left.uniform ? left.value : left.data[i]!);
  }
}

function sumCells(
  out: Column,
  own: Float64Array,
  width: number,
  cells: readonly Cell[],
  column: (cell: Cell) => Column,
  mask: (cell: Cell) => Mask | undefined,
): void {
  own.fill(0);
  let count = true;
  for (const cell of cells) {
    const of = column(cell);
    const where = mask(cell);
    count &&= of.count;
    for (let i = 0; i < width; i++) {
      if (where === undefined || holds(where, i)) own[i] = own[i]! + (of.uniform ? of.value : of.data[i]!);
    }
  }
  out.uniform = false;
  out.count = count;
  out.data = own;
}
