// Beyond this many standard deviations, and this many counts more, less than 1e-17 of the law remains.
const DEVIATIONS = 12;
const COUNTS = 40;

/**
 * The quantile function of the Poisson law: the smallest k with P(K <= k) >= u.
 *
 * mean of 0 or more and finite (otherwise NaN), u in [0, 1): 0 gives 0. Exact up to the rounding of the sum.
 * Direct summation upwards, normalised by its own total; takes time in proportion to the square root of the mean.
 */
export function poissonQuantile(mean: number, u: number): number {
  if (!(mean >= 0 && mean < Number.POSITIVE_INFINITY)) return Number.NaN;
  if (!(u > 0) || mean === 0) return Number.isNaN(u) ? u : 0;
  const reach = DEVIATIONS * Math.sqrt(mean) + COUNTS;
  const least = Math.max(0, Math.floor(mean - reach));
  const greatest = Math.ceil(mean + reach);
  let weight = 1;
  let total = 1;
  for (let k = least + 1; k <= greatest; k++) {
    weight *= mean / k;
    total += weight;
  }
  const wanted = u * total;
  weight = 1;
  let sum = 1;
  let k = least;
  while (sum < wanted && k < greatest) {
    k += 1;
    weight *= mean / k;
    sum += weight;
  }
  return k;
}
