import { expect, test } from "vitest";
import { incompleteBeta, incompleteBetaOf } from "../../../src/sim/special/incomplete-beta.ts";
import { relativeError } from "./relative-error.ts";
import { simpson } from "./simpson.ts";

// alpha, beta, x, I: mpmath 1.3.0 at 60 digits.
const VALUES: [number, number, number, number][] = [
  [0.5, 0.5, 2 ** -20, 0.0006216990952691528],
  [0.1, 3, 0.25, 0.9627745135953073],
  [20, 30, 0.125, 6.329703931988604e-7],
  [20, 30, 0.75, 0.9999999135512694],
  [5, 0.05, 0.5, 0.0005847801302454478],
  [200, 100, 0.5, 2.6465546025796367e-9],
];

test("the incomplete beta function agrees with high-precision values", () => {
  for (const [alpha, beta, x, expected] of VALUES) {
    expect(relativeError(incompleteBeta(alpha, beta, x), expected)).toBeLessThan(1e-13);
  }
});

test("whole parameters give a binomial tail, beta 1 a power, 1/2 and 1/2 the arcsine law", () => {
  for (let x = 0.03; x < 1; x += 0.0619) {
    let tail = 0;
    let choose = 1;
    for (let k = 0; k <= 12; k++) {
      if (k >= 5) tail += choose * x ** k * (1 - x) ** (12 - k);
      choose = (choose * (12 - k)) / (k + 1);
    }
    expect(relativeError(incompleteBeta(5, 8, x), tail)).toBeLessThan(2e-14);
    expect(relativeError(incompleteBeta(3.5, 1, x), x ** 3.5)).toBeLessThan(2e-14);
    expect(relativeError(incompleteBeta(0.5, 0.5, x), (2 / Math.PI) * Math.asin(Math.sqrt(x)))).toBeLessThan(
      2e-14,
    );
  }
});

test("the incomplete beta function is the integral of its density", () => {
  // 1/B(2.5, 4) = Γ(6.5) / (Γ(2.5) Γ(4)) = 5.5·4.5·3.5·2.5 / 6
  const density = (x: number) => ((5.5 * 4.5 * 3.5 * 2.5) / 6) * x ** 1.5 * (1 - x) ** 3;
  const area = simpson(density, 0.1, 0.6, 4000);
  expect(incompleteBeta(2.5, 4, 0.6) - incompleteBeta(2.5, 4, 0.1)).toBeCloseTo(area, 13);
});

test("the two tails sum to 1, each from its own side", () => {
  for (const [alpha, beta] of [
    [0.2, 0.7],
    [3, 90],
    [5000, 7000],
  ] as const) {
    for (let x = 0.001; x < 1; x += 0.0331) {
      const sum = incompleteBetaOf(alpha, beta, x, 1 - x) + incompleteBetaOf(beta, alpha, 1 - x, x);
      expect(Math.abs(sum - 1)).toBeLessThan(1e-12);
    }
  }
});

test("edges: 0 up to 0, 1 from 1 on, not a number without parameters", () => {
  expect(incompleteBeta(2, 3, 0)).toBe(0);
  expect(incompleteBeta(2, 3, -1)).toBe(0);
  expect(incompleteBeta(2, 3, 1)).toBe(1);
  expect(incompleteBeta(0, 3, 0.5)).toBeNaN();
  expect(incompleteBeta(2, 3, Number.NaN)).toBeNaN();
});
