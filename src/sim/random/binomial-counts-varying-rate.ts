import { binomialFromMode } from "./binomial-from-mode.ts";
import { binomialQuantile } from "./binomial-quantile.ts";

/** Up to here (1/2)^n and its rounding are no concern; beyond, the sum starts at the mode. */
export const MOST_SEQUENTIAL_TRIALS = 64;

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
  for (let i = 0; i < length; i++)
    out[i] = binomialAtVaryingRate(trials[i] as number, rates[i] as number, uniforms[i] as number);
}

/** One count of n trials at rate p. */
export function binomialAtVaryingRate(n: number, p: number, u: number): number {
  if (!(n > 0 && p > 0 && p < 1 && u > 0)) return binomialQuantile(n, p, u);
  if (n > MOST_SEQUENTIAL_TRIALS) return binomialFromMode(n, p, u);
  return p <= 0.5 ? successes(n, p, u) : n - failures(n, 1 - p, 1 - u);
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
