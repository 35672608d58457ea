import { expect, test } from "vitest";
import { lowerGammaShare, upperGammaShare } from "../../../src/sim/special/incomplete-gamma.ts";
import { normalDistribution } from "../../../src/sim/special/normal.ts";
import { relativeError } from "./relative-error.ts";

// shape, x, P, Q: mpmath 1.3.0 at 60 digits.
const VALUES: [number, number, number, number][] = [
  [0.1, 1e-8, 0.16659398838160216, 0.8334060116183979],
  [0.3, 2, 0.977974019172853, 0.022025980827147015],
  [0.5, 0.25, 0.5204998778130465, 0.4795001221869535],
  [3, 1, 0.08030139707139419, 0.9196986029286058],
  [3, 30, 0.9999999999549898, 4.501016648012124e-11],
  [20, 8, 0.00025293940209195683, 0.9997470605979081],
  [20, 60, 0.9999999993648082, 6.351918340378976e-10],
  [1000, 900, 0.0005499022657117829, 0.9994500977342882],
  [1000, 1200, 0.9999999987118394, 1.2881606086281433e-9],
];

test("both gamma shares agree with high-precision values", () => {
  for (const [shape, x, lower, upper] of VALUES) {
    expect(relativeError(lowerGammaShare(shape, x), lower)).toBeLessThan(5e-14);
    expect(relativeError(upperGammaShare(shape, x), upper)).toBeLessThan(5e-14);
  }
});

test("shape 1 is the exponential law, shape 1/2 the square of a normal", () => {
  for (let x = 0.01; x < 30; x += 0.37) {
    expect(relativeError(upperGammaShare(1, x), Math.exp(-x))).toBeLessThan(1e-14);
    expect(relativeError(upperGammaShare(0.5, x), 2 * normalDistribution(-Math.sqrt(2 * x)))).toBeLessThan(
      2e-14,
    );
  }
});

test("for whole shapes the upper share is a Poisson sum", () => {
  for (const shape of [2, 7, 30]) {
    for (const x of [0.5, 6, 25, 60]) {
      let term = Math.exp(-x);
      let sum = term;
      for (let k = 1; k < shape; k++) {
        term *= x / k;
        sum += term;
      }
      expect(relativeError(upperGammaShare(shape, x), sum)).toBeLessThan(5e-14);
    }
  }
});

test("recurrence in the shape: Q(a + 1, x) - Q(a, x) = x^a e^-x / Γ(a + 1), for shapes up to a million", () => {
  for (const shape of [20.25, 400.5, 1e4, 1e6]) {
    const x = shape + 0.7 * Math.sqrt(shape);
    const rise = upperGammaShare(shape + 1, x) - upperGammaShare(shape, x);
    const logRatio = Math.log(x / shape);
    const stirling = 1 / (12 * shape) - 1 / (360 * shape ** 3) + 1 / (1260 * shape ** 5);
    const term = Math.exp(shape * logRatio + shape - x - stirling) / Math.sqrt(2 * Math.PI * shape);
    expect(Math.abs(rise - term)).toBeLessThan(1e-13 + 1e-11 * term);
  }
});

test("edges: below 0 nothing, at infinity everything, no shape no answer", () => {
  expect(lowerGammaShare(2, 0)).toBe(0);
  expect(lowerGammaShare(2, -1)).toBe(0);
  expect(upperGammaShare(2, 0)).toBe(1);
  expect(lowerGammaShare(2, Number.POSITIVE_INFINITY)).toBe(1);
  expect(lowerGammaShare(0, 1)).toBeNaN();
  expect(upperGammaShare(2, Number.NaN)).toBeNaN();
});
