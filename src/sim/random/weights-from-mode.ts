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
  let [up, down] = [1, 0];
  let total = 1;
  let weight = 1;
  above[0] = 1;
  for (let k = mode; k < greatest; k++) {
    const ratio = ratioUp(k);
    weight *= ratio;
    if (negligible(weight, ratio, total, tailShare)) break;
    if (up === above.length) above = twiceAsLong(above);
    above[up++] = weight;
    total += weight;
  }
  weight = 1;
  for (let k = mode - 1; k >= 0; k--) {
    const ratio = 1 / ratioUp(k);
    weight *= ratio;
    if (negligible(weight, ratio, total, tailShare)) break;
    if (down === below.length) below = twiceAsLong(below);
    below[down++] = weight;
    total += weight;
  }
  const weights = new Float64Array(down + up);
  for (let k = 0; k < down; k++) weights[k] = below[down - 1 - k]!;
  for (let k = 0; k < up; k++) weights[down + k] = above[k]!;
  return { first: mode - down, weights };
}

/** Where weights are put until it is known how many there are: tables are built by the thousand. */
let above = new Float64Array(256);
let below = new Float64Array(256);

function twiceAsLong(list: Float64Array): Float64Array<ArrayBuffer> {
  const longer = new Float64Array(2 * list.length);
  longer.set(list);
  return longer;
}

function negligible(weight: number, ratio: number, total: number, tailShare: number): boolean {
  return ratio < 1 && weight < tailShare * (1 - ratio) * total;
}
