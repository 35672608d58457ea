/** Below this, counting digits costs more than comparing. */
const fewest = 1024;
const digitBits = 11;
const digits = 1 << digitBits;
const mask = digits - 1;

/**
 * Gives a column in ascending order as a copy. Whole numbers that lie close enough, as pence and months do, are sorted
 * digit by digit, which takes a fraction of the time; all others by comparing. 0 and −0 are one number here.
 */
export function sortedCopy(column: Float64Array): Float64Array {
  const span = column.length < fewest ? undefined : spanOfWhole(column);
  if (span === undefined) return column.slice().sort();
  const { least, range } = span;
  const count = column.length;
  let keys = new Uint32Array(count);
  let other = new Uint32Array(count);
  for (let i = 0; i < count; i++) keys[i] = column[i]! - least;
  for (let shift = 0; shift < 32 && range >>> shift > 0; shift += digitBits) {
    sortByDigit(keys, other, shift);
    [keys, other] = [other, keys];
  }
  const sorted = new Float64Array(count);
  for (let i = 0; i < count; i++) sorted[i] = keys[i]! + least;
  return sorted;
}

/** Moves keys to where the digit at `shift` puts them; those with the same digit keep their order. */
function sortByDigit(keys: Uint32Array, into: Uint32Array, shift: number): void {
  const next = new Uint32Array(digits);
  for (let i = 0; i < keys.length; i++) next[(keys[i]! >>> shift) & mask]! += 1;
  let before = 0;
  for (let digit = 0; digit < digits; digit++) {
    const here = next[digit]!;
    next[digit] = before;
    before += here;
  }
  for (let i = 0; i < keys.length; i++) {
    const key = keys[i]!;
    const digit = (key >>> shift) & mask;
    const place = next[digit]!;
    into[place] = key;
    next[digit] = place + 1;
  }
}

/** The least number of a column of whole numbers, and how far the others reach above it; undefined if too far. */
function spanOfWhole(column: Float64Array): { least: number; range: number } | undefined {
  let least = column[0]!;
  let most = least;
  for (let i = 0; i < column.length; i++) {
    const value = column[i]!;
    if (!Number.isInteger(value)) return undefined;
    if (value < least) least = value;
    if (value > most) most = value;
  }
  return most - least <= 0xffffffff ? { least, range: most - least } : undefined;
}
