/**
 * Adds what the first `count` values leave: sums of d, d² and d³ for d = value − centre, and the count of values below
 * 0, to four numbers of `sums` from `slot` on.
 */
export function addPowers(
  values: Float64Array,
  count: number,
  centre: number,
  sums: Float64Array,
  slot: number,
): void {
  let first = 0;
  let second = 0;
  let third = 0;
  let negative = 0;
  for (let path = 0; path < count; path++) {
    const value = values[path]!;
    const distance = value - centre;
    const square = distance * distance;
    first += distance;
    second += square;
    third += square * distance;
    if (value < 0) negative += 1;
  }
  sums[slot]! += first;
  sums[slot + 1]! += second;
  sums[slot + 2]! += third;
  sums[slot + 3]! += negative;
}

/** Adds sums of D, D² and D³ for D = (a − centreA) − (b − centreB) to three numbers of `sums` from `slot` on. */
export function addDifferencePowers(
  a: Float64Array,
  b: Float64Array,
  count: number,
  [centreA, centreB]: readonly [number, number],
  sums: Float64Array,
  slot: number,
): void {
  let first = 0;
  let second = 0;
  let third = 0;
  for (let path = 0; path < count; path++) {
    const distance = a[path]! - centreA - (b[path]! - centreB);
    const square = distance * distance;
    first += distance;
    second += square;
    third += square * distance;
  }
  sums[slot]! += first;
  sums[slot + 1]! += second;
  sums[slot + 2]! += third;
}
