import type { InfluenceParts, Parts } from "./influence-parts.ts";

type Excess = Extract<InfluenceParts, { kind: "excess" }>;

/** Writes the parts of an excess, which most paths have none of, and adds their nine sums (`singleSums`). */
export function addExcess(
  { sign, atRisk, factor }: Excess,
  values: Float64Array,
  { p, x }: Parts,
  count: number,
  sums: Float64Array,
  slot: number,
): void {
  p.fill(0);
  x.fill(0);
  let [number, first, second, third] = [0, 0, 0, 0];
  for (let path = 0; path < count; path++) {
    const excess = sign * values[path]! - atRisk;
    if (excess <= 0) continue;
    const weighed = factor * excess;
    p[path] = weighed;
    x[path] = 1;
    number += 1;
    first += weighed;
    second += weighed * weighed;
    third += weighed * weighed * weighed;
  }
  // Where x is 1 or nothing, its powers are x itself.
  const nine = [first, number, second, first, number, third, second, first, number];
  for (let k = 0; k < 9; k++) sums[slot + k]! += nine[k]!;
}

/** Adds the eight sums of a pair (`pairSums`), passing over paths on which neither has an excess. */
export function addExcessPair(a: Parts, b: Parts, count: number, sums: Float64Array, slot: number): void {
  let [sv, svv, svvv, svp, svx, svy, spy, sxy] = [0, 0, 0, 0, 0, 0, 0, 0];
  for (let path = 0; path < count; path++) {
    const x = a.x[path]!;
    const y = b.x[path]!;
    if (x + y === 0) continue;
    const p = a.p[path]!;
    const v = p - b.p[path]!;
    const square = v * v;
    sv += v;
    svv += square;
    svvv += square * v;
    svp += v * p;
    svx += v * x;
    svy += v * y;
    spy += p * y;
    sxy += x * y;
  }
  sums[slot]! += sv;
  sums[slot + 1]! += svv;
  sums[slot + 2]! += svvv;
  sums[slot + 3]! += svp;
  sums[slot + 4]! += svx;
  sums[slot + 5]! += svy;
  sums[slot + 6]! += spy;
  sums[slot + 7]! += sxy;
}
