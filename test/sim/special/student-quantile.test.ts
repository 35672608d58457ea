import { expect, test } from "vitest";
import { normalQuantile } from "../../../src/sim/special/normal.ts";
import { studentQuantile } from "../../../src/sim/special/student-quantile.ts";
import { relativeError } from "./relative-error.ts";
import { simpson } from "./simpson.ts";

test("with 1 degree of freedom it is the Cauchy quantile, with 2 an algebraic one", () => {
  for (let p = 0.002; p < 1; p += 0.0123) {
    expect(relativeError(studentQuantile(1, p), -1 / Math.tan(Math.PI * p))).toBeLessThan(1e-12);
    expect(relativeError(studentQuantile(2, p), (2 * p - 1) / Math.sqrt(2 * p * (1 - p)))).toBeLessThan(
      1e-12,
    );
  }
});

test("the printed table: Abramowitz and Stegun (1964), table 26.10, two-sided 95 % and 99 %", () => {
  for (const [degrees, p95, p99] of [
    [1, 12.706, 63.657],
    [5, 2.571, 4.032],
    [10, 2.228, 3.169],
    [15, 2.131, 2.947],
    [30, 2.042, 2.75],
    [120, 1.98, 2.617],
  ] as const) {
    expect(Math.abs(studentQuantile(degrees, 0.975) - p95)).toBeLessThan(0.00051);
    expect(Math.abs(studentQuantile(degrees, 0.995) - p99)).toBeLessThan(0.00051);
  }
});

test("with 15 degrees the area up to the quantile is p, by integrating the density", () => {
  // Γ(8) / (√(15π) Γ(7.5)), Γ(7.5) = 135135/128 √π
  const factor = (5040 * 128) / (135135 * Math.sqrt(15) * Math.PI);
  for (const p of [0.6, 0.9, 0.975, 0.999]) {
    const area = simpson((t) => factor * (1 + (t * t) / 15) ** -8, 0, studentQuantile(15, p), 2000);
    expect(0.5 + area).toBeCloseTo(p, 12);
  }
});

test("it is odd about one half, and normal without bound of degrees", () => {
  expect(studentQuantile(7, 0.5)).toBeCloseTo(0, 15);
  expect(studentQuantile(7, 0.125)).toBe(-studentQuantile(7, 0.875));
  expect(studentQuantile(Number.POSITIVE_INFINITY, 0.9)).toBe(normalQuantile(0.9));
  expect(relativeError(studentQuantile(1e10, 0.975), normalQuantile(0.975))).toBeLessThan(1e-9);
});

test("edges: infinite at 0 and 1, not a number outside", () => {
  expect(studentQuantile(3, 0)).toBe(Number.NEGATIVE_INFINITY);
  expect(studentQuantile(3, 1)).toBe(Number.POSITIVE_INFINITY);
  expect(studentQuantile(3, 2)).toBeNaN();
  expect(studentQuantile(0, 0.5)).toBeNaN();
});
