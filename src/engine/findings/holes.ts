import { isOpenEnum } from "../contract-facts.ts";
import { type HeldGrid, plainestCell } from "./held-grid.ts";
import type { Axis } from "./situations.ts";

/** Values of one fact that rules leave out although others hold on both sides, all else equal. */
export type Hole = {
  readonly fact: string;
  /** The cell that shows it best. */
  readonly cell: number;
  /** The places of a rule that holds below and of one that holds above; of words, of two that hold on others. */
  readonly sides: readonly [number, number];
};

type Strictness = { readonly sparse: boolean };

/**
 * Finds holes: a value, or an interval of values, of one fact at which no rule holds while different rules hold below
 * and above it with all other facts the same.
 *
 * That nothing is owed outside of what rules cover is how most terms are meant, so an end that is left open is no
 * hole. Where what is owed is `sparse` (a payment in month 3 and one in month 6), both sides must be ranges and not
 * single values, and a word that is left out is no hole.
 */
export function holesOf(grid: HeldGrid, { sparse }: Strictness): Hole[] {
  const found = new Map<string, { fact: string; sides: [number, number]; cells: number[] }>();
  const add = (
    fact: string,
    below: readonly number[],
    above: readonly number[],
    cells: readonly number[],
  ) => {
    const key = JSON.stringify([fact, below, above]);
    const entry = found.get(key) ?? { fact, sides: [below[0]!, above[0]!], cells: [] };
    entry.cells.push(...cells);
    found.set(key, entry);
  };
  for (const axis of grid.axes) {
    if (axis.values.length < 3) continue;
    for (const line of linesAlong(axis, grid)) {
      if (axis.fact.type === "number") holesInLine(line, axis, grid, sparse, add);
      else if (!sparse && !isOpenEnum(axis.fact)) wordsLeftOut(line, axis, grid, add);
    }
  }
  const shown = new Set<number>();
  return [...found.values()].flatMap(({ fact, sides, cells }) => {
    // The same situations, seen along another fact.
    if (cells.every((cell) => shown.has(cell))) return [];
    const cell = plainestCell(grid, cells);
    for (const one of cells) shown.add(one);
    return [{ fact, sides, cell }];
  });
}

type Add = (
  fact: string,
  below: readonly number[],
  above: readonly number[],
  cells: readonly number[],
) => void;

/** The cells along an axis, in order, for each choice of the other facts; those that cannot be are left out. */
function* linesAlong({ step, values }: Axis, { count, held }: HeldGrid): Generator<number[]> {
  for (let start = 0; start < count; start++) {
    if (Math.floor(start / step) % values.length !== 0) continue;
    const cells = values.map((_, k) => start + k * step).filter((cell) => held[cell] !== undefined);
    if (cells.some((cell) => held[cell]!.length > 0)) yield cells;
  }
}

function holesInLine(
  line: readonly number[],
  axis: Axis,
  { held }: HeldGrid,
  sparse: boolean,
  add: Add,
): void {
  const runs = runsOf(line, (cell) => held[cell]!.length > 0);
  for (let i = 1; i + 1 < runs.length; i++) {
    const [before, hole, after] = [runs[i - 1]!, runs[i]!, runs[i + 1]!];
    if (held[hole[0]!]!.length > 0) continue;
    const [below, above] = [held[before[before.length - 1]!]!, held[after[0]!]!];
    // One rule on both sides says itself what it leaves out.
    if (below.some((rule) => above.includes(rule))) continue;
    if (sparse && !(isRange(before, axis) && isRange(after, axis))) continue;
    add(axis.fact.name, below, above, hole);
  }
}

function runsOf(line: readonly number[], isCovered: (cell: number) => boolean): number[][] {
  const runs: number[][] = [];
  for (const cell of line) {
    const run = runs[runs.length - 1];
    if (run !== undefined && isCovered(run[0]!) === isCovered(cell)) run.push(cell);
    else runs.push([cell]);
  }
  return runs;
}

/** Does a run stand for more than one value? Nobody is a band of its own, the first month is not. */
function isRange(run: readonly number[], { fact, values, step, together, named }: Axis): boolean {
  if (run.length > 1) return true;
  const value = values[Math.floor(run[0]! / step) % values.length]!;
  const isLeast = value === fact.min && !["month", "months", "year"].includes(fact.unit);
  return isLeast || (together === 1 && !named.has(value));
}

function wordsLeftOut(line: readonly number[], { fact }: Axis, { held }: HeldGrid, add: Add): void {
  const covered = line.filter((cell) => held[cell]!.length > 0).map((cell) => held[cell]!);
  const [first] = covered;
  const other = covered.find((rules) => !rules.some((rule) => first!.includes(rule)));
  const left = line.filter((cell) => held[cell]!.length === 0);
  if (first !== undefined && other !== undefined && left.length > 0) add(fact.name, first, other, left);
}
