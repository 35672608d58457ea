// Poisson counts whose mean differs from path to path: as poisson-counts.ts, which says why, with its tables here.

const GRID_STEPS: f64 = 8;
const GRID_STEP: f64 = 0.125;
const TWO_TO_MINUS_32: f64 = 2.3283064365386963e-10;
const LARGEST_TABLE_MEAN: f64 = 512;
const REACH: f64 = 3;
const STEEPNESS: f64 = 1.2841;
const REMAINDER: f64 = 0.2141;

// An entry of the index: where count 0 of a table would stand, its first and its last count, and its guide.
const ENTRY: usize = 16;
// An entry of the quick ones: where count 0 would stand, what is added to a cell's byte, and where the cells are.
const QUICK: usize = 16;
// A cell in which more than two counts are possible, over all means from one grid mean to the next.
const UNSETTLED: u32 = 255;
// With k <= 3m the bound of the remainder is at most this times distance³ and P(k; m), as P(k - 1) <= 3 P(k).
const QUICK_REMAINDER: f64 = 3.4256;
// More than what rounding does to a probability.
const ROUNDING: f64 = 1e-15;
// Added to a whole number from 0 to 2^32 it leaves the number in the low bits.
const SHIFT: f64 = 4503599627370496;

@inline
function entryOf(index: usize, j: i32): usize {
  return index + <usize>j * ENTRY;
}

@inline
function cumulative(base: usize, k: i32): f64 {
  return load<f64>(base + (<usize>k << 3));
}

/** P(K <= k) at a mean `distance` above the grid mean of a table. */
function distributionAbove(base: usize, least: i32, distance: f64, k: i32): f64 {
  let weight: f64 = 1;
  let total: f64 = 1;
  let sum = cumulative(base, k);
  for (let extra = 1; extra <= 12; extra++) {
    weight *= distance / <f64>extra;
    total += weight;
    if (k - extra >= least) sum += weight * cumulative(base, k - extra);
  }
  return sum / total;
}

function settle(entry: usize, base: usize, j: i32, distance: f64, u: f64, k: i32): i32 {
  const cube = distance * distance * distance;
  let count = k;
  while (<f64>count * GRID_STEPS <= REACH * <f64>j) {
    const reached = cumulative(base, count);
    const second = cumulative(base, count - 1);
    const third = cumulative(base, count - 2);
    const p0 = reached - second;
    const p1 = second - third;
    const p2 = third - cumulative(base, count - 3);
    const estimate = reached - distance * (p0 - 0.5 * distance * (p0 - p1));
    const remainder = REMAINDER * cube * (p0 + 2 * p1 + p2);
    if (estimate - remainder >= u) return count;
    if (estimate + remainder >= u) break;
    count += 1;
  }
  const least = load<i32>(entry, 4);
  const last = load<i32>(entry, 8);
  while (count < last && distributionAbove(base, least, distance, count) < u) count += 1;
  return count;
}

/**
 * Draws the counts of several months at one mean a path: path i stands at the i-th place of `means` and of every month's
 * luck and counts. `luck` and `outs` list the addresses of the months. All months of a path follow each other, while its
 * table is near.
 *
 * `quick` has 16 bytes for each grid mean: the address of count 0 (0 where nothing is built), a number to add to a cell's
 * byte, and the address of a byte for each of 256 cells of luck: the lesser of the two counts that are possible there.
 * Taylor's series decides between them; where it cannot, or more are possible, `index` has 16 bytes for each grid mean:
 * the address of count 0, the first and last count, and the address of the guide of 128 counts.
 *
 * Begins at the draw `from` (path × months + month) and gives that of the first which must wait for its table, or for
 * which there is none; n × months when all are drawn.
 */
export function poissons(
  means: usize,
  luck: usize,
  outs: usize,
  months: i32,
  from: i32,
  n: i32,
  index: usize,
  quick: usize,
): i32 {
  let month = from % months;
  for (let i = from / months; i < n; i++) {
    const mean = load<f64>(means + (<usize>i << 3));
    if (!(mean >= 0 && mean < LARGEST_TABLE_MEAN)) return i * months + month;
    const j = <i32>reinterpret<u64>(floor<f64>(mean * GRID_STEPS) + SHIFT);
    const entry = quick + <usize>j * QUICK;
    const base = <usize>load<u32>(entry);
    if (base == 0) return i * months + month;
    const least = load<i32>(entry, 4);
    const cells = <usize>load<u32>(entry, 8);
    const distance = mean - <f64>j * GRID_STEP;
    const half = 0.5 * distance;
    const doubt = QUICK_REMAINDER * distance * distance * distance;
    for (; month < months; month++) {
      const word = load<u32>(<usize>load<u32>(luck + (<usize>month << 2)) + (<usize>i << 2));
      const out = <usize>load<u32>(outs + (<usize>month << 2)) + (<usize>i << 3);
      const cell = <u32>load<u8>(cells + <usize>(word >> 24));
      if (cell != UNSETTLED) {
        const k = <i32>cell + least;
        const u = <f64>word * TWO_TO_MINUS_32;
        const reached = cumulative(base, k);
        const second = cumulative(base, k - 1);
        const p0 = reached - second;
        const p1 = second - cumulative(base, k - 2);
        const above = u - (reached - distance * (p0 - half * (p0 - p1)));
        if (abs(above) > doubt * p0 + ROUNDING) {
          store<f64>(out, <f64>(k + i32(above > 0)));
          continue;
        }
      }
      if (word == 0) return i * months + month;
      store<f64>(out, <f64>searched(entryOf(index, j), j, mean, word));
    }
    month = 0;
  }
  return n * months;
}

/** The count by the table at the grid mean below and what the distance to the mean takes off it. */
function searched(entry: usize, j: i32, mean: f64, word: u32): i32 {
  const u = <f64>word * TWO_TO_MINUS_32;
  const base = <usize>load<u32>(entry);
  let k = <i32>load<u16>(<usize>load<u32>(entry, 12) + ((<usize>word >> 25) << 1));
  let reached = cumulative(base, k);
  while (reached < u) {
    k += 1;
    reached = cumulative(base, k);
  }
  const distance = mean - <f64>j * GRID_STEP;
  const fall = STEEPNESS * distance * (reached - cumulative(base, k - 1));
  const certain = reached - fall >= u && <f64>k * GRID_STEPS <= REACH * <f64>j;
  return certain ? k : settle(entry, base, j, distance, u, k);
}
