// Poisson counts whose mean differs from path to path: as poisson-counts.ts, which says why, with its tables here.

const GRID_STEPS: f64 = 8;
const LARGEST_TABLE_MEAN: f64 = 512;
const REACH: f64 = 3;
const STEEPNESS: f64 = 1.2841;
const REMAINDER: f64 = 0.2141;

// An entry of the index: where count 0 of a table would stand, its first and its last count.
const ENTRY: usize = 16;

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
 * Draws n counts. `index` has 16 bytes for each grid mean: the address of count 0 (0 where no table is built), the
 * first and last count, and the address of the guide of 128 counts. Gives the place of the first path that must wait for
 * its table, or whose mean has none; n when all are drawn.
 */
export function poissons(means: usize, words: usize, o: usize, from: i32, n: i32, index: usize): i32 {
  for (let i = from; i < n; i++) {
    const mean = load<f64>(means + (<usize>i << 3));
    const word = load<u32>(words + (<usize>i << 2));
    if (!(mean >= 0 && mean < LARGEST_TABLE_MEAN && word > 0)) return i;
    const u = <f64>word / 4294967296;
    const j = <i32>(mean * GRID_STEPS);
    const entry = entryOf(index, j);
    const base = <usize>load<u32>(entry);
    if (base == 0) return i;
    let k = <i32>load<u16>(<usize>load<u32>(entry, 12) + ((<usize>word >> 25) << 1));
    let reached = cumulative(base, k);
    while (reached < u) {
      k += 1;
      reached = cumulative(base, k);
    }
    const distance = mean - <f64>j / GRID_STEPS;
    const fall = STEEPNESS * distance * (reached - cumulative(base, k - 1));
    const certain = reached - fall >= u && <f64>k * GRID_STEPS <= REACH * <f64>j;
    store<f64>(o + (<usize>i << 3), <f64>(certain ? k : settle(entry, base, j, distance, u, k)));
  }
  return n;
}
