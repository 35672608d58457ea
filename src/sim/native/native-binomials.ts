import type { Region } from "../../engine/native/region.ts";
import type { NativeExports } from "../../engine/native/web-assembly.ts";
import { binomialAt, binomialRow, GUIDE_CELLS, MOST_TABLE_TRIALS } from "../random/binomial-counts.ts";
import { binomialAtVaryingRate, MOST_SEQUENTIAL_TRIALS } from "../random/binomial-counts-varying-rate.ts";

const TWO_TO_32 = 4294967296;
// Up to so many trials a guide has a byte a cell: the count, and 128 more where the cell does not settle it.
const MOST_BYTE_TRIALS = 127;
const UNSETTLED = 128;

/** Memory of tables from which on they are built anew. */
const MOST_BYTES = 32 * 1024 * 1024;

/** The byte of a cell: its first count, which is that of the whole cell unless the cell reaches beyond it. */
function byteOf(words: Uint32Array, k: number, cell: number): number {
  const last = (cell + 1) * (TWO_TO_32 / GUIDE_CELLS) - 1;
  return words[k]! >= last ? k : k + UNSETTLED;
}

export type NativeBinomials = {
  readonly counts: (
    rate: number,
    trials: Float64Array,
    words: Uint32Array,
    out: Float64Array,
    length: number,
  ) => void;
  readonly countsVaryingRate: (
    trials: Float64Array,
    rates: Float64Array,
    words: Uint32Array,
    out: Float64Array,
    length: number,
  ) => void;
};

/** Opens the native samplers of binomial counts: tables by rate and number of trials are built as they are met, and kept. */
export function openNativeBinomials(
  loops: NativeExports,
  buffer: ArrayBuffer,
  openRegion: () => Region,
): NativeBinomials {
  const region = openRegion();
  let bytes = 0;
  const take = (size: number): number => {
    bytes += size;
    return region.take(size);
  };
  const rowsOfRate = new Map<number, Uint32Array>();
  const rowsOf = (rate: number): Uint32Array => {
    const known = rowsOfRate.get(rate);
    if (known !== undefined) return known;
    // Whoever solves for a rate comes with ever new ones.
    if (bytes > MOST_BYTES) {
      region.release();
      rowsOfRate.clear();
      bytes = 0;
    }
    const count = MOST_TABLE_TRIALS + 1;
    const rows = new Uint32Array(buffer, take(count * 4), count);
    rowsOfRate.set(rate, rows);
    return rows;
  };
  const build = (rows: Uint32Array, rate: number, trials: number) => {
    const { cumulative, guide } = binomialRow(trials, rate);
    const bytes = trials <= MOST_BYTE_TRIALS;
    const guideBytes = GUIDE_CELLS * (bytes ? 1 : 2);
    const row = take(guideBytes + cumulative.length * 4);
    // A word of luck lies above a probability where it lies above its whole part; nothing lies above 1.
    const words = new Uint32Array(buffer, row + guideBytes, cumulative.length);
    words.set(cumulative.map((p) => Math.min(Math.floor(p * TWO_TO_32), TWO_TO_32 - 1)));
    if (bytes) new Uint8Array(buffer, row, GUIDE_CELLS).set(guide.map((k, cell) => byteOf(words, k, cell)));
    else new Uint16Array(buffer, row, GUIDE_CELLS).set(guide);
    rows[trials] = row;
  };
  return {
    counts: (rate, trials, words, out, length) => {
      const rows = rowsOf(rate);
      let at = 0;
      while (true) {
        at = loops.binomials!(
          trials.byteOffset,
          words.byteOffset,
          out.byteOffset,
          at,
          length,
          rows.byteOffset,
          MOST_TABLE_TRIALS,
        );
        if (at >= length) return;
        const people = trials[at]!;
        if (people >= 0 && people <= MOST_TABLE_TRIALS) build(rows, rate, people | 0);
        else {
          out[at] = binomialAt(people, rate, words[at]! / TWO_TO_32);
          at += 1;
        }
      }
    },
    countsVaryingRate: (trials, rates, words, out, length) => {
      let at = 0;
      while (true) {
        at = loops.binomialsVaryingRate!(
          trials.byteOffset,
          rates.byteOffset,
          words.byteOffset,
          out.byteOffset,
          at,
          length,
          MOST_SEQUENTIAL_TRIALS,
        );
        if (at >= length) return;
        out[at] = binomialAtVaryingRate(trials[at]!, rates[at]!, words[at]! / TWO_TO_32);
        at += 1;
      }
    },
  };
}
