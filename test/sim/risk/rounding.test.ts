import { expect, test } from "vitest";
import { measurePolicy } from "../../../src/sim/risk/measure-policy.ts";
import { columnOf, contextOf, ledgerOf } from "./ledger-of.ts";

// What every outcome costs is known where each future pays the same for each: the ratio's error is rounding alone.
test("a ratio that every path agrees on has no error, whatever the price and the number of outcomes", () => {
  for (const price of [1, 3, 7, 33_333, 120_010, 999_999]) {
    const jobOutcomes = columnOf(1000, (path) => 1 + ((path * 7) % 13));
    const payment = jobOutcomes.map((people) => people * price);
    const ledger = ledgerOf({ payment, bill: payment, jobOutcomes });
    const { value, se, low, high } = measurePolicy(ledger, contextOf(1000)).costPerJobOutcome!;
    expect(value).toBeCloseTo(price / 100, 9);
    expect([se, low, high]).toEqual([0, value, value]);
  }
});

test("an error of a pound in a billion is none of rounding", () => {
  const jobOutcomes = columnOf(1000, () => 1);
  const payment = columnOf(1000, (path) => 1e8 + (path % 2));
  const { se } = measurePolicy(ledgerOf({ payment, bill: payment, jobOutcomes }), contextOf(1000))
    .costPerJobOutcome!;
  expect(se).toBeGreaterThan(0);
});
