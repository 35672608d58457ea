// A weight below this share of the mode's adds nothing to a sum of double precision, nor do all beyond it together.
const NEGLIGIBLE = 1e-18;

/**
 * The smallest k with P(K <= k) >= u of the binomial law: as `binomialQuantile`, summed outwards from the mode.
 *
 * n an integer of 1 or more, p in (0, 1), u in (0, 1). It sums some eight standard deviations to either side once and
 * then walks the few steps from the mode to k, where the witness sums from the far end twice.
 */
export function binomialFromMode(n: number, p: number, u: number): number {
  // Sums run over the rarer outcome, so that odds are at most 1.
  return p <= 0.5 ? walk(n, p, u, false) : n - walk(n, 1 - p, 1 - u, true);
}

/** The smallest k whose distribution function reaches u, or if `beyond` exceeds it; p in (0, 1/2]. */
function walk(n: number, p: number, u: number, beyond: boolean): number {
  const odds = p / (1 - p);
  const mode = Math.min(n, Math.floor((n + 1) * p));
  let below = 0;
  let least = mode;
  for (let weight = 1; least > 0; least--) {
    weight *= least / ((n - least + 1) * odds);
    if (weight < NEGLIGIBLE) break;
    below += weight;
  }
  let above = 0;
  let greatest = mode;
  for (let weight = 1; greatest < n; greatest++) {
    weight *= ((n - greatest) / (greatest + 1)) * odds;
    if (weight < NEGLIGIBLE) break;
    above += weight;
  }
  const wanted = u * (below + 1 + above);
  let k = mode;
  let weight = 1;
  let sum = below;
  if (reaches(sum, wanted, beyond)) {
    // Down, as long as one count fewer still reaches what is wanted.
    while (k > least) {
      weight *= k / ((n - k + 1) * odds);
      k -= 1;
      if (!reaches(sum - weight, wanted, beyond)) break;
      sum -= weight;
    }
    return k;
  }
  sum += weight;
  while (k < greatest && !reaches(sum, wanted, beyond)) {
    weight *= ((n - k) / (k + 1)) * odds;
    k += 1;
    sum += weight;
  }
  return k;
}

function reaches(sum: number, wanted: number, beyond: boolean): boolean {
  return beyond ? sum > wanted : sum >= wanted;
}
