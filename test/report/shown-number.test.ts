import fc from "fast-check";
import { expect, test } from "vitest";
import { estimateWithEnds, shownEstimate, spokenEstimate } from "../../src/report/shown-estimate.ts";
import { shownNumber, shownPounds, shownScale } from "../../src/report/shown-number.ts";
import { directionOf } from "../../src/report/told-apart.ts";
import type { Unit } from "../../src/sim/risk/estimate.ts";
import { madeEstimate } from "./made-comparison.ts";
import { readNumber } from "./read-number.ts";

const units: Unit[] = ["pounds", "probability", "people", "people a month"];

test("numbers read as an adviser writes them", () => {
  expect(shownNumber(-1234.56, "pounds", 1)).toBe("−£1,235");
  expect(shownNumber(12.5, "pounds", 0.01)).toBe("£12.50");
  expect(shownNumber(0.0523, "probability", 0.001)).toBe("5.2\u00a0%");
  expect(shownNumber(0.00001, "probability", 0.0001)).toBe("<0.01\u00a0%");
  expect(shownNumber(0.99999, "probability", 0.0001)).toBe(">99.99\u00a0%");
  expect(shownNumber(0.3, "people", 0.1, { signed: true })).toBe("+0.3");
  expect(shownNumber(-0.001, "people", 0.1, { signed: true })).toBe("0.0");
  expect(shownPounds(35_000_000)).toBe("£35m");
  expect(shownScale(0.8434)).toBe("−15.7\u00a0%");
  expect(shownScale(1)).toBe("0\u00a0%");
});

test("estimates show no digit that chance could have changed", () => {
  const shown = (value: number, reach: number, unit: Unit) => {
    const { text, interval } = shownEstimate(madeEstimate([value, reach], unit));
    return `${text} ${interval}`;
  };
  expect(shown(12_345, 213, "pounds")).toBe("£12,300 ±300");
  expect(shown(2_134_567, 12_000, "pounds")).toBe("£2.135m ±0.013m");
  expect(shown(0.5066, 0.0083, "probability")).toBe("50.7\u00a0% ±0.9");
  expect(shown(30.123, 0, "people")).toBe("30.1 ");
  expect(shownEstimate(madeEstimate(null, "pounds")).text).toBe("–");
  const lopsided = { value: 0.0003, se: 0.0001, low: 0.0001, high: 0.001, unit: "probability" as const };
  expect(shownEstimate(lopsided)).toMatchObject({ text: "0.03\u00a0%", interval: "[0.01, 0.10]" });
});

test("an interval with one end is said by it, in a cell and in a sentence", () => {
  const open = { value: 12_345, se: null, low: 12_132, high: null, unit: "pounds" as const };
  expect(shownEstimate(open)).toMatchObject({ text: "£12,300", interval: "≥12,100" });
  expect(spokenEstimate(open)).toBe("£12,300 (95\u00a0% interval at least £12,100)");
  expect(estimateWithEnds(open)).toBe("£12,300 (at least £12,100)");
  const under = { value: -50, se: null, low: null, high: -41.5, unit: "pounds" as const };
  expect(shownEstimate(under)).toMatchObject({ text: "−£50", interval: "≤−41" });
  expect(spokenEstimate(under)).toBe("−£50 (95\u00a0% interval at most −£41)");
  expect(shownEstimate({ ...open, low: null }).interval).toBe("");
  expect(directionOf(open)).toBe("up");
  expect(directionOf(under)).toBe("down");
  expect(directionOf({ ...open, low: -5 })).toBe("unclear");
  expect(directionOf({ ...open, low: null })).toBe("unclear");
});

test("what is printed is the number, rounded, and its interval covers the estimate's", () => {
  const value = fc.oneof(
    fc.double({ min: -1e7, max: 1e7, noNaN: true }),
    fc.double({ min: -1, max: 1, noNaN: true }),
  );
  const reach = fc.double({ min: 1e-6, max: 1e6, noNaN: true });
  fc.assert(
    fc.property(value, reach, fc.constantFrom(...units), (any, spread, unit) => {
      const size = unit === "probability" ? Math.max(-1, Math.min(1, any)) : any;
      const estimate = madeEstimate([size, unit === "probability" ? Math.min(1, spread) : spread], unit);
      const { text, interval, step } = shownEstimate(estimate);
      const read = readNumber(text);
      const slack = 1e-9 * Math.max(1, Math.abs(size), spread);
      if (!read.isBound) expect(Math.abs(read.value - size)).toBeLessThanOrEqual(step / 2 + slack);
      const ends = interval.startsWith("±")
        ? [read.value - readNumber(interval, text).value, read.value + readNumber(interval, text).value]
        : interval
            .slice(1, -1)
            .split(", ")
            .map((end) => readNumber(end, text).value);
      if (!read.isBound && interval !== "") {
        expect(ends[0]).toBeLessThanOrEqual(estimate.low! + slack);
        expect(ends[1]).toBeGreaterThanOrEqual(estimate.high! - slack);
      }
      // Money above £100 has no pence.
      if (unit === "pounds" && Math.abs(size) >= 100) expect(text).not.toMatch(/\.\d+$/);
      expect(text).not.toMatch(/^[−+]£?0(\.0+)?m?\b(?![.,]?\d)/);
    }),
    { numRuns: 1000 },
  );
});
