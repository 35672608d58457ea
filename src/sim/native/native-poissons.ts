import type { Region } from "../../engine/native/region.ts";
import type { NativeExports } from "../../engine/native/web-assembly.ts";
import { openLargePoisson } from "../random/large-poisson.ts";
import { GRID_STEPS, GUIDE_CELLS, LARGEST_TABLE_MEAN } from "../random/poisson-tables.ts";

// Bytes of a table's entry in the index: the address of count 0, first and last count, the address of the guide.
const ENTRY = 16;
// Zeros ahead of a table's first count and ones after its last.
const PADDING = 3;
const ONES = 16;

// Bytes of a table's entry among the quick ones: the address of count 0, what is added to a cell, the address of cells.
const QUICK = 16;
const CELLS = 256;

/** Draws the counts of several months, each with its own luck, at one mean a path. */
type Counts = (
  means: Float64Array,
  words: readonly Uint32Array[],
  outs: readonly Float64Array[],
  length: number,
) => void;

const mostMonths = 512;
/** The weights of a table stand here before it is known how much memory it needs. */
const scratchBytes = 16 + 8 * 4 * LARGEST_TABLE_MEAN;

/** Opens the native sampler of Poisson counts: tables are built as they are met, and kept. */
export function openNativePoissons(loops: NativeExports, buffer: ArrayBuffer, region: Region): Counts {
  const count = LARGEST_TABLE_MEAN * GRID_STEPS;
  const index = new Int32Array(buffer, region.take(count * ENTRY), count * (ENTRY / 4));
  const quick = new Int32Array(buffer, region.take(count * QUICK), count * (QUICK / 4));
  const scratch = region.take(scratchBytes);
  const table = (j: number) => {
    if (index[j * (ENTRY / 4)] !== 0) return;
    const mean = j / GRID_STEPS;
    const weights = loops.poissonWeights!(scratch, mean);
    const cumulative = region.take((PADDING + weights + ONES) * 8);
    const guide = region.take(GUIDE_CELLS * 2);
    loops.poissonTable!(scratch, mean, cumulative, guide, index.byteOffset + j * ENTRY);
  };
  const build = (j: number) => {
    if (quick[j * (QUICK / 4)] !== 0) throw new Error(`the Poisson table ${j} is asked for again`);
    table(j);
    const cells = region.take(CELLS);
    const base = index[j * (ENTRY / 4)]!;
    if (j + 1 < count) {
      table(j + 1);
      quick.set([base, loops.poissonCells!(index.byteOffset, j, cells), cells, 0], j * (QUICK / 4));
    } else {
      // Above the last there is no table that would settle a cell.
      new Uint8Array(buffer, cells, CELLS).fill(255);
      quick.set([base, 0, cells, 0], j * (QUICK / 4));
    }
  };
  const largePoisson = openLargePoisson();
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
        outs[month]![path] = largePoisson(mean, word / 4294967296);
        at += 1;
      }
    }
  };
  return (means, words, outs, length) => {
    for (let from = 0; from < words.length; from += mostMonths)
      some(means, words.slice(from, from + mostMonths), outs.slice(from, from + mostMonths), length);
  };
}
