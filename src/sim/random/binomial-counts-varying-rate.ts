import { binomialFromMode } from "./binomial-from-mode.ts";
import { binomialQuantile } from "./binomial-quantile.ts";

// Up to here (1/2)^n and its rounding are no concern; beyond, the sum starts near the mean.
const MOST_SEQUENTIAL_TRIALS = 64;

/**
 * Draws `out[i]` from the binomial law of `trials[i]` trials and probability `rates[i]` at the uniform number
 * `uniforms[i]`, i below length.
 *
 * Trials are integers of 0 or more, rates in [0, 1] (otherwise NaN), uniform numbers multiples of 2^-53 in [0, 1): the count is the
 * smallest k with P(K <= k) >= u, by exact inversion; u = 0 gives the smallest possible. `out` may be any of the inputs.
 */
export function binomialCountsVaryingRate(
  trials: Float64Array,
  rates: Float64Array,
  uniforms: Float64Array,
  out: Float64Array,
  length: number,
): void {
  for (let i = 0; i < length; i++) {
    const n = trials[i] as number;
    const p = rates[i] as number;
    const u = uniforms[i] as number;
    if (!(n > 0 && p > 0 && p < 1 && u > 0)) out[i] = binomialQuantile(n, p, u);
    else if (n > MOST_SEQUENTIAL_TRIALS) out[i] = binomialFromMode(n, p, u);
    else if (p <= 0.5) out[i] = successes(n, p, u);
    else out[i] = n - failures(n, 1 - p, 1 - u);
  }
}

/** The smallest k with P(K <= k) >= u, p in (0, 1/2]. */
function successes(n: number, p: number, u: number): number {
  const odds = p / (1 - p);
  let probability = power(1 - p, n);
  let rest = u - probability;
  let k = 0;
  while (rest > 0 && k < n) {
    probability *= ((n - k) / (k + 1)) * odds;
    k += 1;
    rest -= probability;
  }
  return k;
}

/** The smallest k with P(K <= k) > u, p in (0, 1/2): what mirroring makes of the rule for successes. */
function failures(n: number, p: number, u: number): number {
  const odds = p / (1 - p);
  let probability = power(1 - p, n);
  let rest = u - probability;
  let k = 0;
  while (rest >= 0 && k < n) {
    probability *= ((n - k) / (k + 1)) * odds;
    k += 1;
    rest -= probability;
  }
  return k;
}

/** base to an integer power of 0 or more, by squaring. */
function power(base: number, exponent: number): number {
  let result = 1;
  let square = base;
  for (let bits = exponent; bits > 0; bits >>= 1) {
    if ((bits & 1) === 1) result *= square;
    square *= square;
  }
  return result;
}
