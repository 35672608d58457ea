/**
 * Classes of a number by some bounds in ascending order: 2k + 1 is the number that equals bound k, 2k those between
 * bound k − 1 and bound k; the last class is open above.
 */
export type ValueClasses = {
  /** Writes the class of each of the first `count` values. */
  readonly write: (values: Float64Array, count: number, into: Uint16Array) => void;
};

const cells = 2048;

/**
 * Opens the classes of some bounds. A grid of equal cells tells for each number the next bound, with which it is compared
 * without a decision: random numbers would make a processor guess wrong at every other one.
 */
export function openValueClasses(bounds: Float64Array): ValueClasses {
  const number = bounds.length;
  const lowest = bounds[0] ?? 0;
  const highest = bounds[number - 1] ?? 0;
  const last = cells - 1;
  const scale = highest > lowest ? (cells - 2) / (highest - lowest) : 1;
  const cellOf = (value: number) => Math.min(last, Math.max(0, Math.trunc((value - lowest) * scale)));
  // A number at or below a bound never lies in a later cell than the bound does.
  const base = new Uint16Array(cells);
  const nextBound = new Float64Array(cells).fill(Number.POSITIVE_INFINITY);
  const hasMore = new Uint8Array(cells);
  for (let cell = 0, k = 0; cell < cells; cell++) {
    base[cell] = 2 * k;
    if (k < number && cellOf(bounds[k]!) === cell) nextBound[cell] = bounds[k]!;
    const first = k;
    while (k < number && cellOf(bounds[k]!) === cell) k++;
    hasMore[cell] = k > first + 1 ? 1 : 0;
  }
  return {
    write: (values, count, into) => {
      for (let path = 0; path < count; path++) {
        const value = values[path]!;
        // Far numbers would leave the range of whole ones: the last cell is of all above, the first also of all below.
        const above = Number(value > highest);
        const within = Number(value >= lowest) - above;
        const cell = (((value - lowest) * scale * within) | 0) + last * above;
        const bound = nextBound[cell]!;
        let found = base[cell]! + Number(value >= bound) + Number(value > bound);
        if (hasMore[cell] === 1) {
          let k = found >> 1;
          while (k < number && bounds[k]! < value) k++;
          found = k < number && bounds[k] === value ? 2 * k + 1 : 2 * k;
        }
        into[path] = found;
      }
    },
  };
}
