import { binomialFromMode } from "./binomial-from-mode.ts";
import { binomialQuantile } from "./binomial-quantile.ts";
import { weightsFromMode } from "./weights-from-mode.ts";

/** Numbers of trials up to here have a table. */
export const MOST_TABLE_TRIALS = 400;
/** Tails that are lighter than this share of the law lie far below the least uniform number there is, 2^-32. */
const NEGLIGIBLE = 1e-18;
/** Cells of [0, 1) in the guide of every table. */
export const GUIDE_CELLS = 256;

/** Draws `out[i]` from the binomial law of `trials[i]` trials at the uniform number `uniforms[i]`, i below length. */
export type BinomialCounts = (
  trials: Float64Array,
  uniforms: Float64Array,
  out: Float64Array,
  length: number,
) => void;

/**
 * Opens a sampler of binomial counts of one constant probability p, with tables by number of trials kept between calls.
 *
 * p in [0, 1], otherwise a RangeError. Trials are integers of 0 or more, uniform numbers in [0, 1): the count is the
 * smallest k with P(K <= k) >= u, by exact inversion; u = 0 gives the smallest possible. `out` may be `trials`.
 */
export function openBinomialCounts(p: number): BinomialCounts {
  if (!(p >= 0 && p <= 1)) throw new RangeError("A binomial probability must be from 0 to 1.");
  if (p === 0) return (_trials, _uniforms, out, length) => void out.fill(0, 0, length);
  if (p === 1) return (trials, _uniforms, out, length) => out.set(trials.subarray(0, length));
  const built = new Uint8Array(MOST_TABLE_TRIALS + 1);
  const guide = new Uint16Array((MOST_TABLE_TRIALS + 1) * GUIDE_CELLS);
  // The table of n trials has n + 1 entries and starts where those of fewer trials end.
  const cumulative = new Float64Array(startOf(MOST_TABLE_TRIALS + 1));
  return (trials, uniforms, out, length) => {
    for (let i = 0; i < length; i++) {
      const n = trials[i] as number;
      const u = uniforms[i] as number;
      if (!(n <= MOST_TABLE_TRIALS && u > 0)) {
        out[i] = binomialAt(n, p, u);
        continue;
      }
      const row = n | 0;
      if (built[row] === 0) {
        const table = binomialRow(row, p);
        cumulative.set(table.cumulative, startOf(row));
        guide.set(table.guide, row * GUIDE_CELLS);
        built[row] = 1;
      }
      const start = startOf(row);
      let k = guide[row * GUIDE_CELLS + ((u * GUIDE_CELLS) | 0)] as number;
      while ((cumulative[start + k] as number) < u) k += 1;
      out[i] = k;
    }
  };
}

/** One count without a table; p inside (0, 1). */
export function binomialAt(n: number, p: number, u: number): number {
  return n > 0 && u > 0 ? binomialFromMode(n, p, u) : binomialQuantile(n, p, u);
}

function startOf(n: number): number {
  return (n * (n + 1)) >> 1;
}

/**
 * The table of n trials at a rate inside (0, 1): P(K <= k) for k from 0 to n, and for each cell c of the guide the first
 * k whose probability reaches c / GUIDE_CELLS.
 */
export function binomialRow(n: number, p: number): { cumulative: Float64Array; guide: Uint16Array } {
  const odds = p / (1 - p);
  const mode = Math.min(n, Math.floor((n + 1) * p));
  const ratioUp = (k: number) => ((n - k) / (k + 1)) * odds;
  const { first, weights } = weightsFromMode(mode, n, ratioUp, NEGLIGIBLE);
  let total = 0;
  for (let i = 0; i < weights.length; i++) total += weights[i]!;
  const cumulative = new Float64Array(n + 1);
  let sum = 0;
  for (let i = 0; i < weights.length; i++) {
    sum += weights[i]!;
    cumulative[first + i] = sum / total;
  }
  cumulative.fill(1, first + weights.length - 1);
  const guide = new Uint16Array(GUIDE_CELLS);
  let k = 0;
  for (let cell = 0; cell < GUIDE_CELLS; cell++) {
    while ((cumulative[k] as number) < cell / GUIDE_CELLS) k++;
    guide[cell] = k;
  }
  return { cumulative, guide };
}
