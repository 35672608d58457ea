import { at, type Column, setUniform } from "../engine/column.ts";
import { type Graph, newColumn } from "../engine/graph.ts";
import { isPlaced } from "../engine/native/placed.ts";
import { addInto, copyColumn, spread } from "../engine/tracked-nodes.ts";
import type { EndedPaths } from "./running.ts";
import type { Cell } from "./world.ts";

/** What people reach this month without further provision, by the month in which they started at the latest. */
export type Survivors = {
  /** Puts down for each listed path what those reach who started up to the month in which its contract ended. */
  readonly gather: (out: Float64Array, endMonth: Column, ended: EndedPaths) => void;
};

/** The survivors of this month, from the cells of it and the column of each that counts. */
type SurvivorsOf = (cells: readonly Cell[], of: (cell: Cell) => Column) => Survivors;

const opened = new WeakMap<Graph, Map<string, SurvivorsOf>>();

/**
 * Opens the sums over cells of whole people by start month, under a key. They are worked out for a month when a policy
 * first asks, and serve every policy of the graph: whole people add up to the same in any order.
 */
export function survivorsOf(graph: Graph, key: string): SurvivorsOf {
  const known = opened.get(graph) ?? new Map<string, SurvivorsOf>();
  opened.set(graph, known);
  const before = known.get(key);
  if (before !== undefined) return before;
  const made = openSurvivors(graph);
  known.set(key, made);
  return made;
}

function openSurvivors(graph: Graph): SurvivorsOf {
  const sums: { column: Column; own: Float64Array }[] = [];
  /** The place of the sum up to each start month; −1 where nobody has started. */
  let placeOf = new Int32Array(0);
  let copied: { column: Column; own: Float64Array } | undefined;
  const { memory } = graph.loops;
  /** What was drawn in other memory than the graph's loops run in is copied. */
  const near = (column: Column): Column => {
    if (memory === undefined || column.uniform || isPlaced(column.data)) return column;
    copied ??= newColumn(graph);
    copyColumn(copied.column, copied.own, column);
    return copied.column;
  };
  let used = 0;
  let worked = -1;
  const workOut = (cells: readonly Cell[], of: (cell: Cell) => Column) => {
    const ordered = [...cells].sort((a, b) => a.start - b.start);
    const last = ordered.at(-1)?.start ?? 0;
    if (placeOf.length <= last) placeOf = new Int32Array(last + 1);
    used = 0;
    let start = 0;
    placeOf[0] = -1;
    for (const cell of ordered) {
      const isNew = cell.start > start;
      if (isNew) {
        placeOf.fill(used - 1, start, cell.start);
        sums[used] ??= newColumn(graph);
        used += 1;
        start = cell.start;
      }
      const { column, own } = sums[used - 1]!;
      if (isNew && used > 1) copyColumn(column, own, sums[used - 2]!.column);
      else if (isNew) setUniform(column, 0);
      addInto(graph.loops, column, own, near(of(cell)), graph.width);
      // Read by single paths: a column must hold its numbers, be they alike.
      spread(column, own);
    }
    placeOf.fill(used - 1, start);
  };
  const survivors: Survivors = {
    gather: (out, endMonth, { paths, count }) => {
      const lastStart = placeOf.length - 1;
      for (let k = 0; k < count; k++) {
        const i = paths[k]!;
        const place = placeOf[Math.min(at(endMonth, i), lastStart)]!;
        if (place >= 0) out[i] = sums[place]!.own[i]!;
      }
    },
  };
  return (cells, of) => {
    if (worked !== graph.clock) {
      worked = graph.clock;
      workOut(cells, of);
    }
    return survivors;
  };
}
