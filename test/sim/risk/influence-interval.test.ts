import { expect, test } from "vitest";
import { influenceInterval } from "../../../src/sim/risk/influence-interval.ts";

// By hand: 25 paths of variance 4, so a standard error of 2 ÷ 5 = 0.4; Student's 97.5 % quantile with 24 degrees of
// freedom is 2.0638986 (any table). Skewness 1.2 lengthens the side of the skew by 1.2 × (2t² + 1) ÷ (6 × 5).
const t = 2.0638986;
const longer = (1.2 * (2 * t * t + 1)) / (6 * 5);
const moments = (skewness: number) => ({ count: 25, mean: 0, variance: 4, skewness });

test("a skewed influence lengthens the interval on its own side by Johnson's term, and never shortens the other", () => {
  const right = influenceInterval(10, moments(1.2), 24)!;
  expect(right.se).toBeCloseTo(0.4, 12);
  expect(right.low).toBeCloseTo(10 - t * 0.4, 6);
  expect(right.high).toBeCloseTo(10 + (t + longer) * 0.4, 6);
  const left = influenceInterval(10, moments(-1.2), 24)!;
  expect(left.low).toBeCloseTo(10 - (t + longer) * 0.4, 6);
  expect(left.high).toBeCloseTo(10 + t * 0.4, 6);
});

test("without skew it is Student's interval", () => {
  const even = influenceInterval(10, moments(0), 24)!;
  expect(even.low).toBeCloseTo(10 - t * 0.4, 6);
  expect(even.high).toBeCloseTo(10 + t * 0.4, 6);
});
