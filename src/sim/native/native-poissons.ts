import type { Region } from "../../engine/native/region.ts";
import type { NativeExports } from "../../engine/native/web-assembly.ts";
import { poissonQuantile } from "../random/poisson-quantile.ts";
import {
  buildPoissonTable,
  emptyPoissonTables,
  GRID_STEPS,
  GUIDE_CELLS,
  LARGEST_TABLE_MEAN,
} from "../random/poisson-tables.ts";

// Bytes of a table's entry in the index: the address of count 0, first and last count, the address of the guide.
const ENTRY = 16;
// Entries ahead of the first count at which differences may be taken.
const AHEAD = 3;

type Counts = (means: Float64Array, words: Uint32Array, out: Float64Array, length: number) => void;

/** Opens the native sampler of Poisson counts: tables are built as they are met, and kept. */
export function openNativePoissons(loops: NativeExports, buffer: ArrayBuffer, region: Region): Counts {
  const tables = emptyPoissonTables();
  const count = LARGEST_TABLE_MEAN * GRID_STEPS;
  const index = new Int32Array(buffer, region.take(count * ENTRY), count * (ENTRY / 4));
  const build = (j: number) => {
    buildPoissonTable(tables, j);
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
  };
  return (means, words, out, length) => {
    let at = 0;
    while (true) {
      at = loops.poissons!(means.byteOffset, words.byteOffset, out.byteOffset, at, length, index.byteOffset);
      if (at >= length) return;
      const mean = means[at]!;
      const word = words[at]!;
      if (mean >= 0 && mean < LARGEST_TABLE_MEAN && word > 0) build((mean * GRID_STEPS) | 0);
      else {
        out[at] = poissonQuantile(mean, word / 4294967296);
        at += 1;
      }
    }
  };
}
