/** Weights of consecutive integers from `first` on, not normalised. */
export type Weights = { first: number; weights: Float64Array };

/**
 * The weights of an integer law, from its mode outwards by the ratios of neighbouring probabilities.
 *
 * `ratioUp(k)` is P(k + 1) / P(k); `greatest` may be Infinity. Tails lighter than `tailShare` of the total are
 * cut; 0 keeps the whole support, which must then be finite. Starting at the mode needs neither the exponential
 * function nor the logarithm and cannot overflow.
 */
export function weightsFromMode(
  mode: number,
  greatest: number,
  ratioUp: (k: number) => number,
  tailShare: number,
): Weights {
  const above: number[] = [1];
  let total = 1;
  let weight = 1;
  for (let k = mode; k < greatest; k++) {
    const ratio = ratioUp(k);
    weight *= ratio;
    if (negligible(weight, ratio, total, tailShare)) break;
    above.push(weight);
    total += weight;
  }
  const below: number[] = [];
  weight = 1;
  for (let k = mode - 1; k >= 0; k--) {
    const ratio = 1 / ratioUp(k);
    weight *= ratio;
    if (negligible(weight, ratio, total, tailShare)) break;
    below.push(weight);
    total += weight;
  }
  below.reverse();
  return { first: mode - below.length, weights: Float64Array.from(below.concat(above)) };
}

function negligible(weight: number, ratio: number, total: number, tailShare: number): boolean {
  return ratio < 1 && weight < tailShare * (1 - ratio) * total;
}
