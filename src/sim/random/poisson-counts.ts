import { openLargePoisson } from "./large-poisson.ts";
import {
  buildPoissonTable,
  emptyPoissonTables,
  GRID_STEPS,
  GUIDE_CELLS,
  LARGEST_TABLE_MEAN,
  type PoissonTables,
} from "./poisson-tables.ts";

// dF(k; m)/dm = -P(k; m), and P(k; ·) grows by a factor of at most e^(d(k/m - 1)) in a distance d above m: within a
// grid step and for k <= 3m by at most e^(1/4). So F falls by at most STEEPNESS times the distance times P(k; m).
const REACH = 3;
const STEEPNESS = 1.2841;
// dP(k; m)/dm = P(k - 1; m) - P(k; m): two terms of Taylor's series leave at most a sixth of distance³ times the
// largest P(k) + 2 P(k - 1) + P(k - 2) on the way, which is at most e^(1/4) times its value at m.
const REMAINDER = 0.2141;

/** Draws `out[i]` from the Poisson law of mean `means[i]` at the uniform number `uniforms[i]`, i below length. */
export type PoissonCounts = (
  means: Float64Array,
  uniforms: Float64Array,
  out: Float64Array,
  length: number,
) => void;

/**
 * Opens a sampler of Poisson counts whose mean differs from path to path, with tables kept between calls.
 *
 * Means of 0 or more and finite (otherwise the count is NaN), uniform numbers in [0, 1): the count is the smallest
 * k with P(K <= k) >= u, and 0 where u is 0. Exact inversion at each path's own mean: the table at the grid mean
 * below gives a lower bound of the count; a bound on how far the distribution function can have fallen since
 * confirms it for more than nine draws in ten, and `settle` decides the others.
 */
export function openPoissonCounts(): PoissonCounts {
  const tables = emptyPoissonTables();
  const largePoisson = openLargePoisson();
  return (means, uniforms, out, length) => {
    const { base, guide } = tables;
    let { cumulative } = tables;
    for (let i = 0; i < length; i++) {
      const mean = means[i] as number;
      const u = uniforms[i] as number;
      if (!(mean >= 0 && mean < LARGEST_TABLE_MEAN && u > 0)) {
        out[i] = largePoisson(mean, u);
        continue;
      }
      const j = (mean * GRID_STEPS) | 0;
      let start = base[j] as number;
      if (start === 0) {
        buildPoissonTable(tables, j);
        cumulative = tables.cumulative;
        start = base[j] as number;
      }
      let k = guide[j * GUIDE_CELLS + ((u * GUIDE_CELLS) | 0)] as number;
      let reached = cumulative[start + k] as number;
      while (reached < u) {
        k += 1;
        reached = cumulative[start + k] as number;
      }
      const distance = mean - j / GRID_STEPS;
      const fall = STEEPNESS * distance * (reached - (cumulative[start + k - 1] as number));
      const certain = reached - fall >= u && k * GRID_STEPS <= REACH * j;
      out[i] = certain ? k : settle(tables, j, distance, u, k);
    }
  };
}

/**
 * The smallest count from k on whose distribution function, `distance` above grid mean j, reaches u.
 *
 * By Taylor's series with a bound of its remainder, or by the distribution function itself where that is not enough.
 */
function settle(tables: PoissonTables, j: number, distance: number, u: number, k: number): number {
  const { cumulative } = tables;
  const start = tables.base[j] as number;
  const cube = distance * distance * distance;
  let count = k;
  while (count * GRID_STEPS <= REACH * j) {
    const reached = cumulative[start + count] as number;
    const second = cumulative[start + count - 1] as number;
    const third = cumulative[start + count - 2] as number;
    const p0 = reached - second;
    const p1 = second - third;
    const p2 = third - (cumulative[start + count - 3] as number);
    const estimate = reached - distance * (p0 - 0.5 * distance * (p0 - p1));
    const remainder = REMAINDER * cube * (p0 + 2 * p1 + p2);
    if (estimate - remainder >= u) return count;
    if (estimate + remainder >= u) break;
    count += 1;
  }
  const last = tables.last[j] as number;
  while (count < last && distributionAbove(tables, j, distance, count) < u) count += 1;
  return count;
}

/**
 * P(K <= k) at a mean `distance` above grid mean j, distance in [0, 1/8): K is the sum of a count at the grid mean
 * and an independent Poisson count of mean `distance`, which exceeds 12 with probability below 1e-20.
 */
function distributionAbove(tables: PoissonTables, j: number, distance: number, k: number): number {
  const { cumulative } = tables;
  const start = tables.base[j] as number;
  const least = tables.first[j] as number;
  let weight = 1;
  let total = 1;
  let sum = cumulative[start + k] as number;
  for (let extra = 1; extra <= 12; extra++) {
    weight *= distance / extra;
    // The total is e^distance, by the same series.
    total += weight;
    if (k - extra >= least) sum += weight * (cumulative[start + k - extra] as number);
  }
  return sum / total;
}
