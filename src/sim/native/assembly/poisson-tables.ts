// Tables of Poisson counts at the grid means: as poisson-tables.ts and weights-from-mode.ts build them, number by number.

const GRID_STEPS: f64 = 8;
const REACH: f64 = 3;
const GUIDE_CELLS: i32 = 128;
const CELLS: i32 = 256;
const UNSETTLED: u8 = 255;
// Tails lighter than this share of the whole are cut.
const TAIL: f64 = 1e-17;
// Zeros ahead of a table, and ones after it.
const PADDING: i32 = 3;
const ONES: i32 = 16;
// More than the rounding of any table: a cell is settled only where there is no doubt.
const DOUBT: f64 = 1e-12;
// Counts of weights below the mode and from it on stand ahead of the weights.
const HEADER: usize = 16;
const ENTRY: usize = 16;

@inline
function negligible(weight: f64, ratio: f64, total: f64): bool {
  return ratio < 1 && weight < TAIL * (1 - ratio) * total;
}

@inline
function weightAt(scratch: usize, mode: i32, k: i32): usize {
  return scratch + HEADER + (<usize>(mode + k) << 3);
}

/** Writes the weights of the law of a mean from its mode outwards, and gives how many there are. */
export function poissonWeights(scratch: usize, mean: f64): i32 {
  const mode = <i32>floor(mean);
  let up = 1;
  let down = 0;
  let total: f64 = 1;
  let weight: f64 = 1;
  store<f64>(weightAt(scratch, mode, 0), 1);
  for (let k = mode; ; k++) {
    const ratio = mean / <f64>(k + 1);
    weight *= ratio;
    if (negligible(weight, ratio, total)) break;
    store<f64>(weightAt(scratch, mode, up), weight);
    up++;
    total += weight;
  }
  weight = 1;
  for (let k = mode - 1; k >= 0; k--) {
    const ratio = 1 / (mean / <f64>(k + 1));
    weight *= ratio;
    if (negligible(weight, ratio, total)) break;
    down++;
    store<f64>(weightAt(scratch, mode, -down), weight);
    total += weight;
  }
  store<i32>(scratch, down);
  store<i32>(scratch, up, 4);
  return down + up;
}

/**
 * Writes the table of the weights that were last written: cumulative probabilities between zeros and ones, the guide, and
 * the entry of the index.
 */
export function poissonTable(scratch: usize, mean: f64, cumulative: usize, guide: usize, entry: usize): void {
  const mode = <i32>floor(mean);
  const down = load<i32>(scratch);
  const up = load<i32>(scratch, 4);
  const first = mode - down;
  let total: f64 = 0;
  for (let k = -down; k < up; k++) total += load<f64>(weightAt(scratch, mode, k));
  const base = cumulative + (<usize>(PADDING - first) << 3);
  for (let k = first - PADDING; k < first; k++) store<f64>(base + (<usize>k << 3), 0);
  let sum: f64 = 0;
  for (let k = -down; k < up; k++) {
    sum += load<f64>(weightAt(scratch, mode, k));
    store<f64>(base + (<usize>(mode + k) << 3), sum / total);
  }
  const last = mode + up - 1 + ONES;
  for (let k = mode + up - 1; k <= last; k++) store<f64>(base + (<usize>k << 3), 1);
  let k = first;
  for (let cell = 0; cell < GUIDE_CELLS; cell++) {
    while (load<f64>(base + (<usize>k << 3)) < <f64>cell / <f64>GUIDE_CELLS) k++;
    store<u16>(guide + (<usize>cell << 1), <u16>k);
  }
  store<u32>(entry, <u32>base);
  store<i32>(entry, first, 4);
  store<i32>(entry, last, 8);
  store<u32>(entry, <u32>guide, 12);
}

/** The first count from `from` on whose probability by the table reaches u. */
@inline
function reached(entry: usize, from: i32, u: f64): i32 {
  const base = <usize>load<u32>(entry);
  let k = max<i32>(from, load<i32>(entry, 4));
  while (load<f64>(base + (<usize>k << 3)) < u) k++;
  return k;
}

/**
 * Writes the lesser of the two counts that are possible in each cell of luck, for every mean from grid mean j to the next:
 * the smallest possible stands at the cell's lower end and the lower mean, the largest at the others. Gives what is to be
 * added to each. Only counts within three times the mean, as far as the bound of Taylor's remainder reaches.
 */
export function poissonCells(index: usize, j: i32, cells: usize): i32 {
  const entry = index + <usize>j * ENTRY;
  memory.fill(cells, UNSETTLED, <usize>CELLS);
  const least = reached(entry, 0, 1 / <f64>CELLS - DOUBT);
  let low = least;
  let high = 0;
  // The first cell holds luck of 0, which asks for the least possible count.
  for (let cell = 1; cell < CELLS; cell++) {
    low = reached(entry, low, <f64>cell / <f64>CELLS - DOUBT);
    high = reached(entry + ENTRY, high, Math.min(<f64>(cell + 1) / <f64>CELLS + DOUBT, 1));
    const isQuick = high <= low + 1 && low - least < <i32>UNSETTLED && <f64>low * GRID_STEPS <= REACH * <f64>j;
    if (isQuick) store<u8>(cells + <usize>cell, <u8>(low - least));
  }
  return least;
}
