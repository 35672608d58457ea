import { weightsFromMode } from "./weights-from-mode.ts";

/** Table means are this many to the unit. */
export const GRID_STEPS = 8;
/** Means from here on have no table. */
export const LARGEST_TABLE_MEAN = 512;
/** Cells of [0, 1) in the guide of every table. */
export const GUIDE_CELLS = 128;

// Zeros ahead of every table, so that differences may be taken at its first entry.
const PADDING = 3;
// Ones after every table: up to a grid step above its mean the law reaches a little further.
const ONES = 16;

// More than the first entry of any table, so that no base is 0.
const FIRST_USED = LARGEST_TABLE_MEAN;

/** Cumulative Poisson probabilities at the grid means j / GRID_STEPS, all in flat arrays. */
export type PoissonTables = {
  /** 0 where the table is not built; otherwise `cumulative[base[j] + k]` is P(K <= k) at grid mean j, for k from `first[j] - 3`, where it is 0, to `last[j]`. */
  cumulative: Float64Array;
  base: Int32Array;
  first: Int32Array;
  last: Int32Array;
  /** `guide[j * GUIDE_CELLS + c]` is the first k whose cumulative probability reaches c / GUIDE_CELLS. */
  guide: Uint16Array;
  used: number;
};

/** Tables with nothing built yet. */
export function emptyPoissonTables(): PoissonTables {
  const count = LARGEST_TABLE_MEAN * GRID_STEPS;
  return {
    cumulative: new Float64Array(1 << 14),
    base: new Int32Array(count),
    first: new Int32Array(count),
    last: new Int32Array(count),
    guide: new Uint16Array(count * GUIDE_CELLS),
    used: FIRST_USED,
  };
}

/** Builds the table of grid mean j / GRID_STEPS, j from 0 to LARGEST_TABLE_MEAN * GRID_STEPS - 1. */
export function buildPoissonTable(tables: PoissonTables, j: number): void {
  const mean = j / GRID_STEPS;
  const ratioUp = (k: number) => mean / (k + 1);
  const { first, weights } = weightsFromMode(Math.floor(mean), Number.POSITIVE_INFINITY, ratioUp, 1e-17);
  const size = PADDING + weights.length + ONES;
  if (tables.used + size > tables.cumulative.length) {
    const larger = new Float64Array(2 * tables.cumulative.length);
    larger.set(tables.cumulative);
    tables.cumulative = larger;
  }
  const { cumulative, used } = tables;
  let total = 0;
  for (let i = 0; i < weights.length; i++) total += weights[i] as number;
  cumulative.fill(0, used, used + PADDING);
  let sum = 0;
  for (let i = 0; i < weights.length; i++) {
    sum += weights[i] as number;
    cumulative[used + PADDING + i] = sum / total;
  }
  cumulative.fill(1, used + PADDING + weights.length - 1, used + size);
  const base = used + PADDING - first;
  let k = first;
  for (let cell = 0; cell < GUIDE_CELLS; cell++) {
    while ((cumulative[base + k] as number) < cell / GUIDE_CELLS) k++;
    tables.guide[j * GUIDE_CELLS + cell] = k;
  }
  tables.base[j] = base;
  tables.first[j] = first;
  tables.last[j] = first + weights.length - 1 + ONES;
  tables.used = used + size;
}
