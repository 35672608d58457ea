import { expect, test } from "vitest";
import { betaQuantile, betaQuantileOf } from "../../../src/sim/special/beta-quantile.ts";
import { incompleteBetaOf } from "../../../src/sim/special/incomplete-beta.ts";
import { relativeError } from "./relative-error.ts";

// alpha, beta, p, x: bisection with mpmath 1.3.0 at 60 digits.
const VALUES: [number, number, number, number][] = [
  [0.3, 4, 2 ** -32, 1.4791794676069021e-33],
  [0.3, 4, 0.5, 0.019778314565049342],
  [0.3, 4, 1 - 2 ** -20, 0.9476616100751764],
  [20, 30, 2 ** -32, 0.0784393884394614],
  [20, 30, 0.5, 0.3986563462632243],
  [20, 30, 1 - 2 ** -32, 0.803028180559219],
  [5, 0.25, 0.125, 0.8755935234525186],
  [300, 700, 0.01, 0.2669142322587996],
];

test("the beta quantile agrees with high-precision values, in both tails", () => {
  for (const [alpha, beta, p, expected] of VALUES) {
    expect(relativeError(betaQuantile(alpha, beta, p), expected)).toBeLessThan(1e-13);
  }
});

test("the beta quantile undoes the incomplete beta function, from U-shaped to needle-sharp", () => {
  for (const [alpha, beta] of [
    [0.01, 0.02],
    [0.05, 5],
    [0.5, 0.5],
    [1, 1],
    [1, 40],
    [2.5, 0.3],
    [4, 9],
    [600, 2],
    [1e4, 3e4],
  ] as const) {
    for (const p of [2 ** -50, 2 ** -32, 1e-6, 0.01, 0.3, 0.5, 0.7, 0.999, 1 - 2 ** -32, 1 - 2 ** -50]) {
      const { x, complement } = betaQuantileOf(alpha, beta, p, 1 - p);
      if (x < 1e-300 || complement < 1e-300) continue;
      if (p <= 0.5)
        expect(relativeError(incompleteBetaOf(alpha, beta, x, complement), p)).toBeLessThan(1e-10);
      else expect(relativeError(incompleteBetaOf(beta, alpha, complement, x), 1 - p)).toBeLessThan(1e-10);
    }
  }
});

test("the uniform, the power and the arcsine law have their quantiles in closed form", () => {
  for (let p = 0.001; p < 1; p += 0.0123) {
    expect(relativeError(betaQuantile(1, 1, p), p)).toBeLessThan(1e-14);
    expect(relativeError(betaQuantile(4, 1, p), p ** 0.25)).toBeLessThan(1e-14);
    expect(relativeError(betaQuantile(0.5, 0.5, p), Math.sin((Math.PI * p) / 2) ** 2)).toBeLessThan(1e-13);
  }
});

test("edges: 0 at 0, 1 at 1, not a number outside", () => {
  expect(betaQuantile(2, 3, 0)).toBe(0);
  expect(betaQuantile(2, 3, 1)).toBe(1);
  expect(betaQuantile(2, 3, -0.1)).toBeNaN();
  expect(betaQuantile(0, 3, 0.5)).toBeNaN();
});
