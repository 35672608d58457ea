import { expect, it } from "vitest";
import { reversedBits } from "../../../src/sim/quasi/scramble.ts";
import {
  reversedBlock,
  reversedDirections,
  reversedStart,
  sobolDimensions,
} from "../../../src/sim/quasi/sobol.ts";
import { sobolDirections } from "../../../src/sim/quasi/sobol-directions.ts";

const written = sobolDirections
  .trim()
  .split(/[,\n]/)
  .map((line) => line.split(" ").map(Number) as [number, ...number[]]);

function point(dimension: number, index: number): number {
  const start = reversedStart(dimension, Math.floor(index / 512));
  return (reversedBits(start ^ reversedBlock(dimension)[index % 512]!) >>> 0) / 2 ** 32;
}

it("every dimension has its polynomial once, of its degree, with odd initial numbers below 2^i", () => {
  expect(written.length).toBe(sobolDimensions - 1);
  expect(new Set(written.map(([polynomial]) => polynomial)).size).toBe(written.length);
  for (const [polynomial, ...initial] of written) {
    expect(Math.floor(Math.log2(polynomial))).toBe(initial.length);
    for (const [i, m] of initial.entries()) {
      expect(m % 2).toBe(1);
      expect(m).toBeLessThan(2 ** (i + 1));
    }
  }
});

/** The order of x modulo a polynomial over the field of two elements; 2^degree − 1 where it is primitive. */
function orderOfX(polynomial: number, degree: number): number {
  let power = 1;
  for (let order = 1; order < 2 ** degree; order++) {
    power <<= 1;
    if (power & (1 << degree)) power ^= polynomial;
    if (power === 1) return order;
  }
  return 0;
}

it("every polynomial is primitive", () => {
  for (const [polynomial, ...initial] of written)
    expect([polynomial, orderOfX(polynomial, initial.length)]).toEqual([polynomial, 2 ** initial.length - 1]);
});

it("the first points are those worked out by hand", () => {
  // Dimension 1 is van der Corput's; in 2 the direction numbers are 1/2, 3/4, 5/8; in 3 (x² + x + 1 with 1 and 3) the third is 2·3 ⊕ 4·1 ⊕ 1 = 3 eighths.
  expect([0, 1, 2, 3, 4, 5, 6, 7].map((i) => point(0, i) * 8)).toEqual([0, 4, 2, 6, 1, 5, 3, 7]);
  expect([0, 1, 2, 3, 4, 5, 6, 7].map((i) => point(1, i) * 8)).toEqual([0, 4, 6, 2, 5, 1, 3, 7]);
  const third = reversedDirections(2);
  expect([0, 1, 2].map((bit) => ((reversedBits(third[bit]!) >>> 0) / 2 ** 32) * 8)).toEqual([4, 6, 3]);
});

it("in each dimension 2^k points fill 2^k strata, in whichever block they begin", () => {
  for (let dimension = 0; dimension < sobolDimensions; dimension++)
    for (const block of [0, 5]) {
      const seen = new Set<number>();
      for (let i = 0; i < 512; i++) seen.add(Math.floor(point(dimension, block * 512 + i) * 512));
      expect([dimension, seen.size]).toEqual([dimension, 512]);
    }
});

it("the first two dimensions fill every box of one in 4,096", () => {
  for (let bits = 0; bits <= 12; bits++) {
    const boxes = new Set<number>();
    for (let i = 0; i < 4096; i++)
      boxes.add(
        Math.floor(point(0, i) * 2 ** bits) * 2 ** (12 - bits) + Math.floor(point(1, i) * 2 ** (12 - bits)),
      );
    expect([bits, boxes.size]).toEqual([bits, 4096]);
  }
});
