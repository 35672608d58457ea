// Binomial counts of one rate, from tables by number of trials. A row is a guide of 256 counts, 16 bits each, and then
// the cumulative probabilities as 32-bit words: what lies below a word of luck is the same as for the fractions.

const GUIDE_BYTES: usize = 512;

/**
 * Draws n counts. `rows` holds the address of each row, 0 where it is not built; `most` is the most trials with a row.
 * Gives the place of the first path that has to wait for its row (trials may be too many for one); n when all are drawn.
 * Luck of 0 gives the least possible count, which for a rate inside (0, 1) is 0.
 */
export function binomials(trials: usize, words: usize, o: usize, from: i32, n: i32, rows: usize, most: i32): i32 {
  for (let i = from; i < n; i++) {
    const people = load<f64>(trials + (<usize>i << 3));
    if (!(people >= 0 && people <= <f64>most)) return i;
    const row = <usize>load<u32>(rows + (<usize>(<i32>people) << 2));
    if (row == 0) return i;
    const word = load<u32>(words + (<usize>i << 2));
    let k = <usize>load<u16>(row + ((<usize>word >> 24) << 1));
    const cumulative = row + GUIDE_BYTES;
    while (load<u32>(cumulative + (k << 2)) < word) k++;
    store<f64>(o + (<usize>i << 3), word == 0 ? 0 : <f64>(<i32>k));
  }
  return n;
}

@inline
function power(base: f64, exponent: i32): f64 {
  let result: f64 = 1;
  let square = base;
  for (let bits = exponent; bits > 0; bits >>= 1) {
    if ((bits & 1) == 1) result *= square;
    square *= square;
  }
  return result;
}

/** The smallest k with P(K <= k) >= u, or > u for failures; p in (0, 1/2]. */
@inline
function sequential(n: i32, p: f64, u: f64, failures: bool): i32 {
  const odds = p / (1 - p);
  let probability = power(1 - p, n);
  let rest = u - probability;
  let k = 0;
  while ((failures ? rest >= 0 : rest > 0) && k < n) {
    probability *= (<f64>(n - k) / <f64>(k + 1)) * odds;
    k += 1;
    rest -= probability;
  }
  return k;
}

/** Draws n counts, each path at its own rate; gives the place of the first that is no case for a short sum. */
export function binomialsVaryingRate(
  trials: usize,
  rates: usize,
  words: usize,
  o: usize,
  from: i32,
  n: i32,
  most: i32,
): i32 {
  for (let i = from; i < n; i++) {
    const people = load<f64>(trials + (<usize>i << 3));
    const p = load<f64>(rates + (<usize>i << 3));
    const word = load<u32>(words + (<usize>i << 2));
    if (!(people > 0 && people <= <f64>most && p > 0 && p < 1 && word > 0)) return i;
    const u = <f64>word / 4294967296;
    const count = <i32>people;
    const k = p <= 0.5 ? sequential(count, p, u, false) : count - sequential(count, 1 - p, 1 - u, true);
    store<f64>(o + (<usize>i << 3), <f64>k);
  }
  return n;
}
