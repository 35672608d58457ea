// Binomial counts of one rate, from tables by number of trials. Luck comes as words of 32 bits; cumulative probabilities
// are kept as such words too, as what lies below a word is the same as for the fractions.

// Up to so many trials a byte holds a count and says whether it is the count of its whole cell.
const MOST_BYTE_TRIALS: u32 = 127;
const UNSETTLED: u32 = 128;
const BYTE_GUIDE: usize = 256;
const WIDE_GUIDE: usize = 512;
// Added to a number from 0 to 2^32 it leaves the number in the low bits.
const SHIFT: f64 = 4503599627370496;

/**
 * Draws n counts. `rows` holds the address of each row, 0 where it is not built; `most` is the most trials with a row.
 * Gives the place of the first path that has to wait for its row (trials may be too many for one); n when all are drawn.
 */
export function binomials(trials: usize, words: usize, o: usize, from: i32, n: i32, rows: usize, most: u32): i32 {
  for (let i = from; i < n; i++) {
    const people = load<f64>(trials + (<usize>i << 3));
    const count = <u32>reinterpret<u64>(people + SHIFT);
    // Not whole, below 0 or no number at all: not for a table.
    if (<f64>count != people || count > most) return i;
    const row = <usize>load<u32>(rows + (<usize>count << 2));
    if (row == 0) return i;
    const word = load<u32>(words + (<usize>i << 2));
    let k: u32;
    if (count <= MOST_BYTE_TRIALS) {
      k = load<u8>(row + <usize>(word >> 24));
      if (k >= UNSETTLED) {
        k -= UNSETTLED;
        while (load<u32>(row + BYTE_GUIDE + (<usize>k << 2)) < word) k++;
      }
    } else {
      k = load<u16>(row + (<usize>(word >> 24) << 1));
      while (load<u32>(row + WIDE_GUIDE + (<usize>k << 2)) < word) k++;
    }
    store<f64>(o + (<usize>i << 3), <f64>(<i32>k));
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
