import { describe, expect, it } from "vitest";
import type { Estimate } from "../../../src/sim/risk/estimate.ts";
import { measurePolicy } from "../../../src/sim/risk/measure-policy.ts";
import { pointEstimates } from "../../../src/sim/risk/point-estimates.ts";
import { contextOf, ledgerOf } from "./ledger-of.ts";
import { seededDraws } from "./seeded-draws.ts";

function value(estimates: Record<string, Estimate>, id: string): number | null {
  const estimate = estimates[id];
  if (estimate === undefined) throw new Error(`no estimate ${id}`);
  return estimate.value;
}

describe("value at risk and expected shortfall", () => {
  it("splits an atom at the level exactly", () => {
    // 100 paths: 90 lose £0, 7 lose £10, 3 lose £100. F(0)=.9, F(10)=.97, so VaR95 is £10, and of the worst 5 paths
    // 3 lose £100 and 2 lose £10: 320 ÷ 5 = 64.
    const margin = [...Array(90).fill(0), ...Array(7).fill(-1000), ...Array(3).fill(-10000)];
    const measured = measurePolicy(ledgerOf({ margin }), contextOf(100));
    expect(value(measured, "valueAtRisk95")).toBe(10);
    expect(value(measured, "expectedShortfall95")).toBeCloseTo(64, 12);
    expect(value(measured, "valueAtRisk99")).toBe(100);
    expect(value(measured, "expectedShortfall99")).toBe(100);
    expect(value(measured, "expectedLoss")).toBeCloseTo((7 * 10 + 3 * 100) / 100, 12);
    expect(value(measured, "probabilityOfLoss")).toBe(0.1);
  });

  it("takes a part of one path where the tail is not a whole number of paths", () => {
    // 10 paths lose £1…£10. The worst 5 % is half a path: the £10 one. VaR95: smallest x with F(x) ≥ .95 is 10.
    const margin = [-100, -200, -300, -400, -500, -600, -700, -800, -900, -1000];
    const measured = measurePolicy(ledgerOf({ margin }), contextOf(10));
    expect(value(measured, "valueAtRisk95")).toBe(10);
    expect(value(measured, "expectedShortfall95")).toBe(10);
    // 30 paths lose £1…£30. Worst 1.5 paths: (30 + 0.5 × 29) ÷ 1.5.
    const more = Array.from({ length: 30 }, (_, path) => -100 * (path + 1));
    const longer = measurePolicy(ledgerOf({ margin: more }), contextOf(30));
    expect(value(longer, "valueAtRisk95")).toBe(29);
    expect(value(longer, "expectedShortfall95")).toBeCloseTo(44.5 / 1.5, 12);
  });

  it("is negative where even bad futures are profitable", () => {
    const margin = Array.from({ length: 100 }, (_, path) => 100 * (path + 1));
    const measured = measurePolicy(ledgerOf({ margin }), contextOf(100));
    expect(value(measured, "valueAtRisk95")).toBe(-6);
    expect(value(measured, "expectedShortfall95")).toBe(-3);
    expect(value(measured, "expectedLoss")).toBe(0);
  });

  it("reads the upper tail of the cancellation fee", () => {
    const cancellationFee = [...Array(98).fill(0), 50000, 150000];
    const measured = measurePolicy(ledgerOf({ cancellationFee }), contextOf(100));
    expect(value(measured, "expectedShortfall95CancellationFee")).toBeCloseTo(2000 / 5, 10);
    expect(value(measured, "probabilityOfCancellationFee")).toBe(0.02);
  });

  it("agrees with the average of the quantiles over the tail, its definition", () => {
    const draws = seededDraws("shortfall by definition");
    for (const paths of [7, 20, 101, 640]) {
      const losses = Array.from({ length: paths }, () => draws.poisson(3) - 4).sort((a, b) => a - b);
      const margin = losses.map((loss) => -100 * loss);
      const steps = 100_000;
      let sum = 0;
      for (let step = 0; step < steps; step++) {
        const level = 0.95 + (0.05 * (step + 0.5)) / steps;
        sum += losses[Math.ceil(level * paths) - 1] ?? Number.NaN;
      }
      const measured = pointEstimates(ledgerOf({ margin }), contextOf(paths));
      expect(Math.abs((measured.expectedShortfall95 ?? Number.NaN) - sum / steps)).toBeLessThan(1e-3);
    }
  });
});

describe("quantiles of type 7", () => {
  it("interpolate at rank 1 + (n − 1)p", () => {
    const margin = [300, 100, 200, 400, 1000];
    const measured = measurePolicy(ledgerOf({ margin }), contextOf(5));
    expect(value(measured, "marginQuantile50")).toBe(3);
    expect(value(measured, "marginQuantile05")).toBeCloseTo(1 + 0.2 * 1, 12);
    expect(value(measured, "marginQuantile95")).toBeCloseTo(4 + 0.8 * 6, 12);
  });
});

describe("moments, ratios and constants", () => {
  const columns = ledgerOf({
    bill: [1000, 2000, 3000, 6000],
    starts: [1, 2, 3, 4],
    jobOutcomes: [0, 1, 0, 1],
    referrals: [2, 4, 4, 6],
    serviceFee: [10, 10, 10, 10],
    peakFunding: [100, 200, 300, 400],
    terminated: [1, 0, 0, 1],
    handedBack: [1, 1, 0, 0],
    paidWithNoReferral: [0, 0, 0, 400],
    overBudget: [0, 0, 0, 1],
  });

  it("are those of the textbook", () => {
    const measured = measurePolicy(columns, contextOf(4, { deadweightRate: 0.1, reservesPence: 300 }));
    expect(measured.meanBill).toMatchObject({ value: 30, unit: "pounds" });
    // Sample variance of 10, 20, 30, 60 is 1400 ÷ 3; se is its root over 2.
    expect(measured.meanBill?.se).toBeCloseTo(Math.sqrt(1400 / 3 / 4), 12);
    expect(measured.sdReferrals?.value).toBeCloseTo(Math.sqrt(8 / 3), 12);
    expect(measured.costPerStart?.value).toBe(12);
    expect(measured.costPerJobOutcome?.value).toBe(60);
    expect(measured.costPerAdditionalJobOutcome?.value).toBeCloseTo(30 / (0.5 - 0.25), 12);
    expect(measured.probabilityPeakFundingExceedsReserves?.value).toBe(0.25);
    expect(measured.probabilityTerminated?.value).toBe(0.5);
    expect(measured.probabilityEndsEarly?.value).toBe(0.75);
    expect(measured.probabilityProviderExits?.value).toBe(0.5);
    expect(measured.meanPaidWithNoReferral?.value).toBe(1);
    expect(measured.probabilityOverBudget?.value).toBe(0.25);
    expect(measured.meanServiceFee).toEqual({ value: 0.1, se: 0, low: 0.1, high: 0.1, unit: "pounds" });
  });

  it("are null where they do not exist", () => {
    const nothing = { value: null, se: null, low: null, high: null };
    const measured = measurePolicy(ledgerOf({ bill: [100, 200] }), contextOf(2));
    for (const id of [
      "costPerStart",
      "costPerJobOutcome",
      "costPerAdditionalJobOutcome",
      "probabilityPeakFundingExceedsReserves",
      "breakEvenReferralsPerMonth",
    ]) {
      expect(measured[id], id).toMatchObject(nothing);
    }
    const allWouldFindWork = measurePolicy(columns, contextOf(4, { deadweightRate: 0.2 }));
    expect(allWouldFindWork.costPerAdditionalJobOutcome).toMatchObject(nothing);
    expect(measured.meanPaidWithNoReferral).toBeUndefined();
    expect(measured.probabilityOverBudget).toBeUndefined();
  });

  it("of one path have a value and no error", () => {
    const measured = measurePolicy(ledgerOf({ margin: [-500] }), contextOf(1));
    expect(measured.meanMargin).toMatchObject({ value: -5, se: null, low: null, high: null });
    expect(measured.valueAtRisk95).toMatchObject({ value: 5, se: null, low: null, high: null });
  });

  it("take an exact break-even as it is", () => {
    const measured = measurePolicy(columns, contextOf(4, { breakEvenReferralsPerMonth: 12.25 }));
    expect(measured.breakEvenReferralsPerMonth).toMatchObject({
      value: 12.25,
      se: 0,
      low: 12.25,
      high: 12.25,
    });
  });

  it("lose nothing in a long sum of unlike sizes", () => {
    const paths = 100_000;
    const bill = Float64Array.from({ length: paths }, (_, path) => (path % 2 === 0 ? 1e13 : 1e13 + 1));
    const measured = measurePolicy(ledgerOf({ bill }), contextOf(paths));
    expect(measured.meanBill?.value).toBe((1e13 + 0.5) / 100);
    expect((measured.meanBill?.se ?? 0) * 100).toBeCloseTo(0.5 / Math.sqrt(paths - 1), 12);
  });

  it("give the same values with and without errors", () => {
    const context = contextOf(4, { deadweightRate: 0.1, reservesPence: 250, breakEvenReferralsPerMonth: 3 });
    const points = pointEstimates(columns, context);
    for (const [id, estimate] of Object.entries(measurePolicy(columns, context))) {
      expect(Object.is(points[id], estimate.value), id).toBe(true);
    }
  });

  it("refuse columns of another length", () => {
    expect(() => measurePolicy(columns, contextOf(5))).toThrow(RangeError);
    expect(() => measurePolicy(columns, contextOf(0))).toThrow(RangeError);
  });
});

describe("intervals of what cannot be negative", () => {
  // One path of 400 holds all of it: the t interval of the mean alone would reach far below 0.
  const rare = [...Array(399).fill(0), 400_000];

  it("stay at 0 or above, for payments and people", () => {
    const measured = measurePolicy(
      ledgerOf({ paidWithNoReferral: rare, starts: rare, cancellationFee: rare }),
      contextOf(400),
    );
    for (const id of ["meanPaidWithNoReferral", "meanStarts", "meanCancellationFee"]) {
      expect(measured[id]!.low, id).toBe(0);
      expect(measured[id]!.high!, id).toBeGreaterThan(measured[id]!.value!);
    }
  });

  it("go below 0 where the quantity can: margins, other payments, fees that are taken back", () => {
    const taken = [...Array(398).fill(0), -1, 400_000];
    const measured = measurePolicy(
      ledgerOf({ margin: rare, otherPayment: rare, serviceFee: taken }),
      contextOf(400),
    );
    for (const id of ["meanMargin", "meanOtherPayment", "meanServiceFee"]) {
      expect(measured[id]!.low!, id).toBeLessThan(0);
    }
  });
});
