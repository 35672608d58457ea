import type { Parts } from "./influence-parts.ts";

/** Sums of one influence's parts: p, x, p², px, x², p³, p²x, px², x³. */
export const singleSums = 9;

/** Sums of two influences' parts, with v = pₐ − p_b: v, v², v³, v pₐ, v xₐ, v x_b, pₐ x_b, xₐ x_b. */
export const pairSums = 8;

/** Adds the nine sums of the first `count` paths to `sums` from `slot` on. */
export function addSingleSums({ p, x }: Parts, count: number, sums: Float64Array, slot: number): void {
  let [sp, sx, spp, spx, sxx, sppp, sppx, spxx, sxxx] = [0, 0, 0, 0, 0, 0, 0, 0, 0];
  for (let path = 0; path < count; path++) {
    const one = p[path]!;
    const other = x[path]!;
    const square = one * one;
    const product = one * other;
    const otherSquare = other * other;
    sp += one;
    sx += other;
    spp += square;
    spx += product;
    sxx += otherSquare;
    sppp += square * one;
    sppx += square * other;
    spxx += one * otherSquare;
    sxxx += otherSquare * other;
  }
  sums[slot]! += sp;
  sums[slot + 1]! += sx;
  sums[slot + 2]! += spp;
  sums[slot + 3]! += spx;
  sums[slot + 4]! += sxx;
  sums[slot + 5]! += sppp;
  sums[slot + 6]! += sppx;
  sums[slot + 7]! += spxx;
  sums[slot + 8]! += sxxx;
}

/** Adds the eight sums of the first `count` paths to `sums` from `slot` on. */
export function addPairSums(a: Parts, b: Parts, count: number, sums: Float64Array, slot: number): void {
  const { p: pa, x: xa } = a;
  const { p: pb, x: xb } = b;
  let [sv, svv, svvv, svp, svx, svy, spy, sxy] = [0, 0, 0, 0, 0, 0, 0, 0];
  for (let path = 0; path < count; path++) {
    const p = pa[path]!;
    const v = p - pb[path]!;
    const x = xa[path]!;
    const y = xb[path]!;
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

/** Further sums of a pair, all of the third degree: v²p v²x v²y vp² vpx vpy vx² vxy vy² p²y pxy py² x²y xy². */
export const pairCubes = 14;

/** Adds the fourteen further sums of the first `count` paths to `sums` from `slot` on; x = xₐ and y = x_b. */
export function addPairCubes(a: Parts, b: Parts, count: number, sums: Float64Array, slot: number): void {
  for (let path = 0; path < count; path++) {
    const p = a.p[path]!;
    const v = p - b.p[path]!;
    const x = a.x[path]!;
    const y = b.x[path]!;
    sums[slot]! += v * v * p;
    sums[slot + 1]! += v * v * x;
    sums[slot + 2]! += v * v * y;
    sums[slot + 3]! += v * p * p;
    sums[slot + 4]! += v * p * x;
    sums[slot + 5]! += v * p * y;
    sums[slot + 6]! += v * x * x;
    sums[slot + 7]! += v * x * y;
    sums[slot + 8]! += v * y * y;
    sums[slot + 9]! += p * p * y;
    sums[slot + 10]! += p * x * y;
    sums[slot + 11]! += p * y * y;
    sums[slot + 12]! += x * x * y;
    sums[slot + 13]! += x * y * y;
  }
}
