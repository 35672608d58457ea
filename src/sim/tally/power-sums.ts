/**
 * Adds what the first `count` values leave: sums of d, d² and d³ for d = value − centre, and the count of values below
 * 0, to four numbers of `sums` from `slot` on. Even and odd paths are summed apart: no sum waits for the one before.
 */
export function addPowers(
  values: Float64Array,
  count: number,
  centre: number,
  sums: Float64Array,
  slot: number,
): void {
  let [first, second, third, negative] = [0, 0, 0, 0];
  let [oddFirst, oddSecond, oddThird] = [0, 0, 0];
  let path = 0;
  for (; path + 1 < count; path += 2) {
    const value = values[path]!;
    const odd = values[path + 1]!;
    const distance = value - centre;
    const oddDistance = odd - centre;
    const square = distance * distance;
    const oddSquare = oddDistance * oddDistance;
    first += distance;
    second += square;
    third += square * distance;
    oddFirst += oddDistance;
    oddSecond += oddSquare;
    oddThird += oddSquare * oddDistance;
    negative += Number(value < 0) + Number(odd < 0);
  }
  if (path < count) {
    const distance = values[path]! - centre;
    first += distance;
    second += distance * distance;
    third += distance * distance * distance;
    negative += Number(values[path]! < 0);
  }
  sums[slot]! += first + oddFirst;
  sums[slot + 1]! += second + oddSecond;
  sums[slot + 2]! += third + oddThird;
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
  let [first, second, third] = [0, 0, 0];
  let [oddFirst, oddSecond, oddThird] = [0, 0, 0];
  let path = 0;
  for (; path + 1 < count; path += 2) {
    const distance = a[path]! - centreA - (b[path]! - centreB);
    const odd = a[path + 1]! - centreA - (b[path + 1]! - centreB);
    const square = distance * distance;
    const oddSquare = odd * odd;
    first += distance;
    second += square;
    third += square * distance;
    oddFirst += odd;
    oddSecond += oddSquare;
    oddThird += oddSquare * odd;
  }
  if (path < count) {
    const distance = a[path]! - centreA - (b[path]! - centreB);
    first += distance;
    second += distance * distance;
    third += distance * distance * distance;
  }
  sums[slot]! += first + oddFirst;
  sums[slot + 1]! += second + oddSecond;
  sums[slot + 2]! += third + oddThird;
}
