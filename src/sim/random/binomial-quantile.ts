// Beyond this many standard deviations, and this many counts more, less than 1e-17 of the law remains.
const DEVIATIONS = 12;
const COUNTS = 40;

/**
 * The quantile function of the binomial law: the smallest k with P(K <= k) >= u.
 *
 * n an integer of 0 or more, p in [0, 1] (otherwise NaN), u a multiple of 2^-53 in [0, 1): 0 gives the smallest k
 * of positive probability. Exact up to the rounding of the sum, for any n. Direct summation over the rarer of success
 * and failure, normalised by its own total; takes time in proportion to the square root of n·p·(1 - p).
 */
export function binomialQuantile(n: number, p: number, u: number): number {
  if (!(n >= 0 && p >= 0 && p <= 1) || Number.isNaN(u)) return Number.NaN;
  if (p === 1) return n;
  if (!(u > 0) || p === 0) return 0;
  // Sums over the more frequent outcome would overflow on their way up.
  return p <= 0.5 ? sumUpTo(n, p, u, false) : n - sumUpTo(n, 1 - p, 1 - u, true);
}

/** The smallest k whose distribution function reaches u, or if `beyond` exceeds it; p in (0, 1/2]. */
function sumUpTo(n: number, p: number, u: number, beyond: boolean): number {
  const odds = p / (1 - p);
  const mean = n * p;
  const reach = DEVIATIONS * Math.sqrt(mean * (1 - p)) + COUNTS;
  const least = Math.max(0, Math.floor(mean - reach));
  const greatest = Math.min(n, Math.ceil(mean + reach));
  let weight = 1;
  let total = 1;
  for (let k = least; k < greatest; k++) {
    weight *= ((n - k) / (k + 1)) * odds;
    total += weight;
  }
  const wanted = u * total;
  weight = 1;
  let sum = 1;
  let k = least;
  while ((sum < wanted || (beyond && sum === wanted)) && k < greatest) {
    weight *= ((n - k) / (k + 1)) * odds;
    k += 1;
    sum += weight;
  }
  return k;
}
