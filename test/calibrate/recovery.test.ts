import { describe, expect, it } from "vitest";
import { recover } from "./recovery.ts";

const histories = 200;
// A coverage of 95 % over 200 histories has a standard error of 1.5 %: four of them, and the few contracts' own lack.
const leastCoverage = 0.89;

describe("what is true is recovered from simulated histories", () => {
  it("of four contracts over a year", () => {
    const found = recover(
      "four contracts over a year",
      {
        ...{ contracts: 4, months: 12, indicative: 15, ratio: 0.7, spread: 0.35, monthlySd: 0.3 },
        ...{
          startRate: { mean: 0.75, size: 60 },
          rate13: { mean: 0.25, size: 80 },
          rate26: { mean: 0.75, size: 60 },
        },
      },
      histories,
    );
    // Tolerances of bias: four standard errors of the mean of 200 fits, and what few contracts are known to lose.
    const most = {
      "volume ratio": 0.06,
      "spread of contracts (sd of log)": 0.1,
      "swing of months (sd)": 0.05,
      "start rate": 0.02,
      "13 weeks in work": 0.03,
      "26 weeks in work": 0.06,
    };
    expect(found.map(({ figure }) => figure)).toEqual(Object.keys(most));
    for (const { figure, bias, coverage } of found) {
      expect(Math.abs(bias), figure).toBeLessThan(most[figure as keyof typeof most]);
      expect(coverage, figure).toBeGreaterThanOrEqual(leastCoverage);
    }
  });

  it("of one contract over six months: wide intervals that hold the truth", () => {
    const rate = (mean: number) => ({ mean, size: 1e6 });
    const found = recover(
      "six months",
      {
        ...{ contracts: 1, months: 6, indicative: 10, ratio: 0.7, spread: 0, monthlySd: 0.3 },
        ...{ startRate: rate(0.75), rate13: rate(0.25), rate26: rate(0.75) },
      },
      histories,
    );
    // No one has had the time for 26 weeks, and one contract has no spread of contracts.
    const figures = found.map(({ figure }) => figure);
    expect(figures).toEqual(["volume ratio", "swing of months (sd)", "start rate", "13 weeks in work"]);
    for (const { figure, coverage } of found) expect(coverage, figure).toBeGreaterThanOrEqual(leastCoverage);
    const [ratio, , starts, outcomes] = found;
    // Four standard errors: a ratio's is about 0.7 × √(1/42 + 0.09/6) ÷ √200.
    expect(Math.abs(ratio!.bias)).toBeLessThan(4 * 0.7 * Math.sqrt((1 / 42 + 0.015) / histories));
    expect(Math.abs(starts!.bias)).toBeLessThan(0.03);
    expect(ratio!.width).toBeGreaterThan(0.4);
    // A few starts have had a part of the time: the rate is hardly known, and the interval says so.
    expect(outcomes!.width).toBeGreaterThan(0.4);
  });
});
