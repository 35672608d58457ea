import { expect, test } from "vitest";
import { gammaQuantile } from "../../../src/sim/special/gamma-quantile.ts";
import { lowerGammaShare, upperGammaShare } from "../../../src/sim/special/incomplete-gamma.ts";
import { relativeError } from "./relative-error.ts";

// shape, p, x: bisection with mpmath 1.3.0 at 60 digits.
const VALUES: [number, number, number][] = [
  [0.3, 2 ** -32, 5.414205300197308e-33],
  [0.3, 0.5, 0.0731311358669519],
  [0.3, 1 - 2 ** -32, 18.989638827751932],
  [1, 0.25, 0.2876820724517809],
  [20, 2 ** -32, 3.1864596724704963],
  [20, 0.5, 19.667672423305667],
  [20, 1 - 2 ** -32, 61.44587687994571],
  [1000, 0.01, 927.9081597966425],
];

test("the gamma quantile agrees with high-precision values, in both tails", () => {
  for (const [shape, p, expected] of VALUES) {
    expect(relativeError(gammaQuantile(shape, p), expected)).toBeLessThan(1e-13);
  }
});

test("the gamma quantile undoes the gamma share, for shapes from a hundredth to a million", () => {
  for (const shape of [0.01, 0.1, 0.5, 1, 1.5, 4, 33, 1000, 1e6]) {
    for (const p of [
      2 ** -50,
      2 ** -32,
      1e-6,
      0.01,
      0.2,
      0.499,
      0.5,
      0.501,
      0.8,
      0.999,
      1 - 2 ** -32,
      1 - 2 ** -50,
    ]) {
      const x = gammaQuantile(shape, p);
      if (x === 0) expect(lowerGammaShare(shape, Number.MIN_VALUE)).toBeGreaterThan(p);
      else if (x < 1e-300) continue;
      else if (p <= 0.5) expect(relativeError(lowerGammaShare(shape, x), p)).toBeLessThan(1e-11);
      else expect(relativeError(upperGammaShare(shape, x), 1 - p)).toBeLessThan(1e-11);
    }
  }
});

test("shape 1 has the quantile -log(1 - p)", () => {
  for (let p = 0.001; p < 1; p += 0.0123) {
    expect(relativeError(gammaQuantile(1, p), -Math.log1p(-p))).toBeLessThan(1e-14);
  }
});

test("the gamma quantile rises with p", () => {
  for (const shape of [0.2, 3, 500]) {
    let last = 0;
    for (let i = 1; i < 2000; i++) {
      const x = gammaQuantile(shape, i / 2000);
      expect(x).toBeGreaterThan(last);
      last = x;
    }
  }
});

test("edges: 0 at 0, infinite at 1, not a number outside", () => {
  expect(gammaQuantile(2, 0)).toBe(0);
  expect(gammaQuantile(2, 1)).toBe(Number.POSITIVE_INFINITY);
  expect(gammaQuantile(2, 1.5)).toBeNaN();
  expect(gammaQuantile(0, 0.5)).toBeNaN();
});
