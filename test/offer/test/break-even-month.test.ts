import { expect, it } from "vitest";
import { breakEvenMonth } from "../../../src/offer/test/break-even-month.ts";

it("is the month from which cash is never below nothing again", () => {
  // Futures: back at month 3; up at 2, down at 3, back at 4; never; never down.
  const futures = [
    [-1, -1, 0, 5],
    [-1, 2, -1, 1],
    [-1, -1, -1, -1],
    [0, 0, 0, 0],
  ];
  const months = [0, 1, 2, 3].map((m) => Float64Array.from(futures.map((cash) => cash[m]!)));
  const found = breakEvenMonth({ futures: 4, months });
  expect(found.never.value).toBe(0.25);
  // Months 3, 4 and 1: the smallest of them that 1, 5 and 9 in 10 do not pass.
  expect(found.months).toEqual([1, 3, 4]);
  expect(breakEvenMonth({ futures: 1, months: [Float64Array.of(-1)] }).months).toBeNull();
});
