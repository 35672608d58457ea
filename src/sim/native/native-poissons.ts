import type { Region } from "../../engine/native/region.ts";
import type { NativeExports } from "../../engine/native/web-assembly.ts";
import { poissonQuantile } from "../random/poisson-quantile.ts";
import {
  buildPoissonTable,
  emptyPoissonTables,
  GRID_STEPS,
  GUIDE_CELLS,
  LARGEST_TABLE_MEAN,
  type PoissonTables,
} from "../random/poisson-tables.ts";

// Bytes of a table's entry in the index: the address of count 0, first and last count, the address of the guide.
const ENTRY = 16;
// Entries ahead of the first count at which differences may be taken.
const AHEAD = 3;

// Bytes of a table's entry among the quick ones: the address of count 0, what is added to a cell, the address of cells.
const QUICK = 16;
const CELLS = 256;
const REACH = 3;
const UNSETTLED = 255;
// More than the rounding of any table: a cell is settled only where there is no doubt.
const DOUBT = 1e-12;

/** Draws the counts of several months, each with its own luck, at one mean a path. */
type Counts = (
  means: Float64Array,
  words: readonly Uint32Array[],
  outs: readonly Float64Array[],
  length: number,
) => void;

const mostMonths = 512;

/** Opens the native sampler of Poisson counts: tables are built as they are met, and kept. */
export function openNativePoissons(loops: NativeExports, buffer: ArrayBuffer, region: Region): Counts {
  const tables = emptyPoissonTables();
  const count = LARGEST_TABLE_MEAN * GRID_STEPS;
  const index = new Int32Array(buffer, region.take(count * ENTRY), count * (ENTRY / 4));
  const quick = new Int32Array(buffer, region.take(count * QUICK), count * (QUICK / 4));
  const built = (j: number) => {
    if (tables.base[j] === 0) buildPoissonTable(tables, j);
  };
  const build = (j: number) => {
    if (quick[j * (QUICK / 4)] !== 0) throw new Error(`the Poisson table ${j} is asked for again`);
    built(j);
    const first = tables.first[j]! - AHEAD;
    const last = tables.last[j]!;
    const from = tables.base[j]! + first;
    const length = last - first + 1;
    const cumulative = region.take(length * 8);
    new Float64Array(buffer, cumulative, length).set(tables.cumulative.subarray(from, from + length));
    const guide = region.take(GUIDE_CELLS * 2);
    new Uint16Array(buffer, guide, GUIDE_CELLS).set(
      tables.guide.subarray(j * GUIDE_CELLS, (j + 1) * GUIDE_CELLS),
    );
    index.set([cumulative - first * 8, tables.first[j]!, last, guide], j * (ENTRY / 4));
    if (j + 1 < count) built(j + 1);
    const { cells, least } = quickCells(tables, j);
    const bytes = region.take(CELLS);
    new Uint8Array(buffer, bytes, CELLS).set(cells);
    quick.set([cumulative - first * 8, least, bytes, 0], j * (QUICK / 4));
  };
  const lists = new Uint32Array(buffer, region.take(2 * mostMonths * 4), 2 * mostMonths);
  const some: Counts = (means, words, outs, length) => {
    const months = words.length;
    for (let m = 0; m < months; m++) {
      lists[m] = words[m]!.byteOffset;
      lists[mostMonths + m] = outs[m]!.byteOffset;
    }
    let at = 0;
    while (true) {
      at = loops.poissons!(
        means.byteOffset,
        lists.byteOffset,
        lists.byteOffset + mostMonths * 4,
        months,
        at,
        length,
        index.byteOffset,
        quick.byteOffset,
      );
      if (at >= length * months) return;
      const path = Math.floor(at / months);
      const month = at % months;
      const mean = means[path]!;
      const word = words[month]![path]!;
      if (mean >= 0 && mean < LARGEST_TABLE_MEAN && word > 0) build((mean * GRID_STEPS) | 0);
      else {
        outs[month]![path] = poissonQuantile(mean, word / 4294967296);
        at += 1;
      }
    }
  };
  return (means, words, outs, length) => {
    for (let from = 0; from < words.length; from += mostMonths)
      some(means, words.slice(from, from + mostMonths), outs.slice(from, from + mostMonths), length);
  };
}

/**
 * The lesser of the two counts that are possible in each cell of luck, for every mean from grid mean j to the next: the
 * smallest possible stands at the cell's lower end and the lower mean, the largest at the others. `least` is to be added
 * to each. Only counts within three times the mean, as far as the bound of Taylor's remainder reaches.
 */
function quickCells(tables: PoissonTables, j: number): { cells: Uint8Array; least: number } {
  const cells = new Uint8Array(CELLS).fill(UNSETTLED);
  const above = j + 1 < LARGEST_TABLE_MEAN * GRID_STEPS ? j + 1 : undefined;
  if (above === undefined) return { cells, least: 0 };
  const { cumulative, base, first } = tables;
  const reach = (table: number, from: number, u: number) => {
    let k = Math.max(from, first[table]!);
    while (cumulative[base[table]! + k]! < u) k++;
    return k;
  };
  const least = reach(j, 0, 1 / CELLS - DOUBT);
  let [low, high] = [least, 0];
  // The first cell holds luck of 0, which asks for the least possible count.
  for (let cell = 1; cell < CELLS; cell++) {
    low = reach(j, low, cell / CELLS - DOUBT);
    high = reach(above, high, Math.min((cell + 1) / CELLS + DOUBT, 1));
    const isQuick = high <= low + 1 && low - least < UNSETTLED && low * GRID_STEPS <= REACH * j;
    if (isQuick) cells[cell] = low - least;
  }
  return { cells, least };
}
