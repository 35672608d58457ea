/**
 * Gives the number of a rank (1 is the smallest) among as many rows as columns, each row in ascending order by step:
 * what sorting all of them would put there, without sorting them.
 */
export function smallestOfRows(
  size: number,
  rank: number,
  at: (row: number, step: number) => number,
): number {
  // A heap of rows by the number that each shows next, the least at place 0.
  const rows = new Int32Array(size);
  const steps = new Int32Array(size);
  const next = new Float64Array(size);
  const isLess = (a: number, b: number) => next[rows[a]!]! < next[rows[b]!]!;
  let held = size;
  const sink = (from: number) => {
    for (let place = from; ; ) {
      const left = 2 * place + 1;
      if (left >= held) return;
      const child = left + 1 < held && isLess(left + 1, left) ? left + 1 : left;
      if (!isLess(child, place)) return;
      const row = rows[place]!;
      rows[place] = rows[child]!;
      rows[child] = row;
      place = child;
    }
  };
  for (let row = 0; row < size; row++) {
    rows[row] = row;
    next[row] = at(row, 0);
  }
  for (let place = size >> 1; place >= 0; place--) sink(place);
  for (let left = rank - 1; left > 0; left--) {
    const row = rows[0]!;
    steps[row] = steps[row]! + 1;
    if (steps[row]! < size) next[row] = at(row, steps[row]!);
    else {
      held -= 1;
      rows[0] = rows[held]!;
    }
    sink(0);
  }
  return next[rows[0]!]!;
}
