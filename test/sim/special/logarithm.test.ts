import { expect, test } from "vitest";
import { logarithm } from "../../../src/sim/special/logarithm.ts";

test("the logarithm is within two units in the last place of the engine's over the whole range of doubles", () => {
  for (let i = 0; i < 20_000; i++) {
    const x = 2 ** (((i * 0.6180339887498949) % 1) * 2046 - 1022);
    const expected = Math.log(x);
    expect(Math.abs(logarithm(x) - expected)).toBeLessThanOrEqual(4.5e-16 * Math.abs(expected));
  }
});

test("near 1 the logarithm keeps its relative accuracy: it is x - x²/2 + x³/3 for tiny x", () => {
  for (let k = 18; k <= 52; k++) {
    const x = 2 ** -k;
    const expected = x - (x * x) / 2 + (x * x * x) / 3;
    expect(Math.abs(logarithm(1 + x) - expected)).toBeLessThanOrEqual(3e-16 * expected);
  }
});

test("special values: 0, 1, infinity, negative numbers, the smallest denormal", () => {
  expect(logarithm(0)).toBe(Number.NEGATIVE_INFINITY);
  expect(logarithm(1)).toBe(0);
  expect(logarithm(Number.POSITIVE_INFINITY)).toBe(Number.POSITIVE_INFINITY);
  expect(logarithm(-1)).toBeNaN();
  expect(logarithm(Number.NaN)).toBeNaN();
  expect(logarithm(2 ** -1074)).toBeCloseTo(-1074 * Math.LN2, 11);
});

test("the logarithm rises over neighbouring doubles", () => {
  for (const start of [0.5, Math.SQRT1_2, 0.99, 1, 1.5, 3, 1e-300]) {
    let x = start;
    for (let i = 0; i < 2000; i++) {
      const next = x * (1 + 2.3e-16);
      expect(logarithm(next)).toBeGreaterThanOrEqual(logarithm(x));
      x = next;
    }
  }
});
