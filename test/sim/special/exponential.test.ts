import { expect, test } from "vitest";
import { exponential } from "../../../src/sim/special/exponential.ts";
import { logarithm } from "../../../src/sim/special/logarithm.ts";

test("the exponential is within two units in the last place of the engine's", () => {
  for (let i = 0; i < 20_000; i++) {
    const x = ((i * 0.6180339887498949) % 1) * 1417 - 708;
    const expected = Math.exp(x);
    expect(Math.abs(exponential(x) - expected)).toBeLessThanOrEqual(4.5e-16 * expected);
  }
});

test("the exponential and the logarithm undo each other", () => {
  for (let i = 1; i < 2000; i++) {
    const x = (i - 1000) * 0.01;
    expect(Math.abs(logarithm(exponential(x)) - x)).toBeLessThan(3e-16 * (1 + Math.abs(x)));
  }
});

test("beyond the range of doubles the exponential is 0 or infinite, and at its edges denormal or finite", () => {
  expect(exponential(0)).toBe(1);
  expect(exponential(710)).toBe(Number.POSITIVE_INFINITY);
  expect(exponential(-746)).toBe(0);
  expect(exponential(Number.POSITIVE_INFINITY)).toBe(Number.POSITIVE_INFINITY);
  expect(exponential(Number.NEGATIVE_INFINITY)).toBe(0);
  expect(exponential(Number.NaN)).toBeNaN();
  expect(exponential(709.78)).toBeLessThan(Number.MAX_VALUE);
  expect(Math.abs(exponential(-720) - Math.exp(-720))).toBeLessThanOrEqual(2 ** -1074);
  expect(exponential(-745.13)).toBe(2 ** -1074);
});
