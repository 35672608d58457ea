import { blockWidth } from "../block.ts";

/**
 * Classes of a number by some bounds in ascending order: 2k + 1 is the number that equals bound k, 2k those between
 * bound k − 1 and bound k; the last class is open above.
 */
export type ValueClasses = {
  /** Writes the class of each of the first `count` values, a block at most. */
  readonly write: (values: Float64Array, count: number, into: Uint16Array) => void;
};

/** Cells for each bound, and at most: few enough to stay near, as a block reads many columns. */
const cellsOfBound = 8;
const mostCells = 512;

/**
 * Opens the classes of some bounds. A grid of equal cells tells for each number the next bound, with which it is compared
 * without a decision: random numbers would make a processor guess wrong at every other one.
 */
export function openValueClasses(bounds: Float64Array): ValueClasses {
  const number = bounds.length;
  const lowest = bounds[0] ?? 0;
  const highest = bounds[number - 1] ?? 0;
  const cells = Math.min(mostCells, Math.max(cellsOfBound, cellsOfBound * number));
  const last = cells - 1;
  const scale = highest > lowest ? (cells - 2) / (highest - lowest) : 1;
  const cellOf = (value: number) => Math.min(last, Math.max(0, Math.trunc((value - lowest) * scale)));
  // A number at or below a bound never lies in a later cell than the bound does.
  const base = new Uint16Array(cells);
  const nextBound = new Float64Array(cells).fill(Number.POSITIVE_INFINITY);
  const hasMore = new Uint8Array(cells);
  for (let cell = 0, k = 0; cell < cells; cell++) {
    base[cell] = 2 * k;
    if (k < number && cellOf(bounds[k]!) === cell) nextBound[cell] = bounds[k]!;
    const first = k;
    while (k < number && cellOf(bounds[k]!) === cell) k++;
    hasMore[cell] = k > first + 1 ? 1 : 0;
  }
  const unsettled = new Uint16Array(blockWidth);
  const grid: Grid = { lowest, highest, scale, last, base, nextBound, hasMore };
  return {
    write: (values, count, into) => {
      const more = writeByGrid(values, count, grid, into, unsettled);
      for (let each = 0; each < more; each++) {
        const path = unsettled[each]!;
        into[path] = classAmong(bounds, values[path]!, into[path]! >> 1);
      }
    },
  };
}

type Grid = {
  readonly lowest: number;
  readonly highest: number;
  readonly scale: number;
  readonly last: number;
  readonly base: Uint16Array;
  readonly nextBound: Float64Array;
  readonly hasMore: Uint8Array;
};

/** Writes classes by the next bound of each cell, and the paths in cells that have more; gives the count of these. */
function writeByGrid(
  values: Float64Array,
  count: number,
  { lowest, highest, scale, last, base, nextBound, hasMore }: Grid,
  into: Uint16Array,
  unsettled: Uint16Array,
): number {
  let more = 0;
  for (let path = 0; path < count; path++) {
    const value = values[path]!;
    // Far numbers would leave the range of whole ones: the last cell is of all above, the first also of all below.
    const above = Number(value > highest);
    const within = Number(value >= lowest) - above;
    const cell = (((value - lowest) * scale * within) | 0) + last * above;
    const bound = nextBound[cell]!;
    into[path] = base[cell]! + Number(value >= bound) + Number(value > bound);
    unsettled[more] = path;
    more += hasMore[cell]!;
  }
  return more;
}

/** The class of a number that no bound before the place `from` reaches. */
function classAmong(bounds: Float64Array, value: number, from: number): number {
  let k = from;
  while (k < bounds.length && bounds[k]! < value) k++;
  return bounds[k] === value ? 2 * k + 1 : 2 * k;
}
