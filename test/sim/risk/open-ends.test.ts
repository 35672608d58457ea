import { describe, expect, it } from "vitest";
import type { Estimate } from "../../../src/sim/risk/estimate.ts";
import { measureDifference } from "../../../src/sim/risk/measure-difference.ts";
import { measurePolicy } from "../../../src/sim/risk/measure-policy.ts";
import { columnOf, contextOf, ledgerOf } from "./ledger-of.ts";
import { seededDraws } from "./seeded-draws.ts";

const marginsOf = (paths: number, seed: string) => {
  const draws = seededDraws(`open ends ${seed}`);
  return ledgerOf({ margin: columnOf(paths, () => Math.round(draws.normal() * 1e6)) });
};

describe("quantiles that too few paths bound", () => {
  it("have no end on that side, and no standard error, rather than the sample's extreme", () => {
    const ledger = marginsOf(100, "measure");
    const measured = measurePolicy(ledger, contextOf(100));
    const losses = ledger.margin.map((margin) => 0 - margin).sort();
    // P(B ≤ 96 of 100) is 1.8 % and P(B ≤ 97) 7.9 % at 99 %: the low rank is 97.
    expect(measured.valueAtRisk99).toMatchObject({ se: null, low: losses[96]! / 100, high: null });
    for (const name of ["valueAtRisk95", "marginQuantile05", "marginQuantile95"])
      expect(Object.values(measured[name]!), name).not.toContain(null);
    const few = measurePolicy(marginsOf(50, "few"), contextOf(50));
    expect(few.marginQuantile05).toMatchObject({ low: null, se: null, high: expect.any(Number) });
    expect(few.marginQuantile95).toMatchObject({ low: expect.any(Number), se: null, high: null });
    // Peak funding cannot be below 0, so that its low end exists whatever the sample.
    expect(few.peakFundingQuantile95).toMatchObject({ low: 0, high: null });
  });

  it("cover what they say: the 99 % quantile of 100 draws lies in its interval in 95 % of samples or more", () => {
    // Of a standard normal loss in pence × 10^6: the quantile is 2.326348 × 10^6 pence.
    const truth = 23_263.48;
    let held = 0;
    for (let sample = 0; sample < 400; sample++) {
      const { low, high } = measurePolicy(marginsOf(100, `cover ${sample}`), contextOf(100)).valueAtRisk99!;
      if (low! <= truth && truth <= (high ?? Number.POSITIVE_INFINITY)) held++;
    }
    // Exactly 1 − P(B ≤ 96) = 98.2 %; clamped to the largest loss it was 61 %. Four standard errors: 2.7 points.
    expect(held / 400).toBeGreaterThan(0.982 - 0.027);
  });

  it("differ by an amount without ends too, unless the policies are the same", () => {
    const difference = (paths: number, a: string, b: string): Estimate =>
      measureDifference(marginsOf(paths, a), marginsOf(paths, b), {
        a: contextOf(paths),
        b: contextOf(paths),
      }).metrics.valueAtRisk99!;
    expect(difference(100, "a", "b")).toMatchObject({ se: null, low: null, high: null });
    expect(difference(100, "a", "a")).toMatchObject({ value: 0, se: 0, low: 0, high: 0 });
    expect(Object.values(difference(1000, "a", "b"))).not.toContain(null);
  });
});
