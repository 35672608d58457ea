import { expect, test } from "vitest";
import { logGamma, stirlingRemainder } from "../../../src/sim/special/log-gamma.ts";
import { relativeError } from "./relative-error.ts";

// mpmath 1.3.0 at 60 digits.
const VALUES: [number, number][] = [
  [0.001, 6.907178885383853],
  [0.1, 2.252712651734206],
  [0.3, 1.0957979948180756],
  [1.0625, -0.03295710029357782],
  [1.9375, -0.02514761940298887],
  [2.75, 0.47521466691493713],
  [11.5, 16.292000476567242],
  [12.5, 18.734347511936445],
  [171.5, 709.1431630309282],
  [1e6, 12815504.569147611],
];

test("log gamma agrees with high-precision values, near its zeros too", () => {
  for (const [x, expected] of VALUES) expect(relativeError(logGamma(x), expected)).toBeLessThan(2e-15);
});

test("Γ(n) is the factorial of n - 1, and Γ(1/2) the square root of π", () => {
  let factorial = 1;
  for (let n = 2; n <= 22; n++) {
    factorial *= n - 1;
    expect(Math.abs(logGamma(n) - Math.log(factorial))).toBeLessThan(2e-15 * (1 + Math.log(factorial)));
  }
  expect(logGamma(1)).toBe(0);
  expect(logGamma(2)).toBe(0);
  expect(relativeError(logGamma(0.5), Math.log(Math.PI) / 2)).toBeLessThan(1e-15);
});

test("duplication: Γ(x) Γ(x + 1/2) = 2^(1 - 2x) √π Γ(2x)", () => {
  for (let x = 0.05; x < 40; x += 0.173) {
    const left = logGamma(x) + logGamma(x + 0.5);
    const right = (1 - 2 * x) * Math.LN2 + Math.log(Math.PI) / 2 + logGamma(2 * x);
    expect(Math.abs(left - right)).toBeLessThan(1e-14 * (10 + Math.abs(right)));
  }
});

test("Stirling's remainder is what the formula leaves, on both sides of the switch at 12", () => {
  for (const x of [0.25, 3, 11.75, 12, 12.25, 50]) {
    const rest = logGamma(x) - ((x - 0.5) * Math.log(x) - x + 0.5 * Math.log(2 * Math.PI));
    expect(Math.abs(stirlingRemainder(x) - rest)).toBeLessThan(1e-13);
  }
});

test("outside its domain log gamma is infinite or not a number", () => {
  expect(logGamma(0)).toBe(Number.POSITIVE_INFINITY);
  expect(logGamma(-1)).toBeNaN();
  expect(logGamma(Number.POSITIVE_INFINITY)).toBe(Number.POSITIVE_INFINITY);
});
