import { normalDensity, normalDistribution, normalQuantile } from "../special/normal.ts";

const TWO_TO_32 = 4294967296;
const TWO_TO_MINUS_32 = 2.3283064365386963e-10;

// Cubic pieces of the distribution function, 128 to a unit: off by less than 1e-11, which is less than 2^-36.
const REACH = 6.5;
const PIECES_PER_UNIT = 128;
const PIECES = 2 * REACH * PIECES_PER_UNIT;
let pieces: Float64Array | undefined;

function cubicPieces(): Float64Array {
  const table = new Float64Array(4 * PIECES);
  for (let k = 0; k < PIECES; k++) {
    const from = k / PIECES_PER_UNIT - REACH;
    const to = (k + 1) / PIECES_PER_UNIT - REACH;
    const [f0, f1] = [normalDistribution(from), normalDistribution(to)];
    const [d0, d1] = [normalDensity(from) / PIECES_PER_UNIT, normalDensity(to) / PIECES_PER_UNIT];
    table.set([f0, d0, 3 * (f1 - f0) - 2 * d0 - d1, 2 * (f0 - f1) + d0 + d1], 4 * k);
  }
  return table;
}

/** Makes words of luck into normal scores, in place. */
export function scoresOfWords(column: Float64Array): void {
  for (let i = 0; i < column.length; i++) column[i] = normalQuantile((column[i]! + 0.5) * TWO_TO_MINUS_32);
}

/** Makes normal scores into words of luck, in place: 2^32 times the normal distribution function, rounded down. */
export function wordsOfScores(column: Float64Array): void {
  pieces ??= cubicPieces();
  for (let i = 0; i < column.length; i++) {
    const place = (column[i]! + REACH) * PIECES_PER_UNIT;
    if (!(place >= 0 && place < PIECES)) {
      column[i] = place < 0 ? 0 : TWO_TO_32 - 1;
      continue;
    }
    const k = Math.floor(place);
    const x = place - k;
    const at = 4 * k;
    const share = pieces[at]! + x * (pieces[at + 1]! + x * (pieces[at + 2]! + x * pieces[at + 3]!));
    const word = Math.floor(share * TWO_TO_32);
    column[i] = word < 0 ? 0 : word < TWO_TO_32 ? word : TWO_TO_32 - 1;
  }
}
