import { describe, expect, it } from "vitest";
import { scaleOf } from "../../../src/sim/risk/metric.ts";
import { methodOf } from "../../../src/sim/risk/metric-method.ts";
import { metrics } from "../../../src/sim/risk/metrics.ts";

const promised =
  "meanBill meanMargin sdMargin probabilityOfLoss valueAtRisk95 expectedShortfall95 valueAtRisk99 expectedShortfall99 " +
  "expectedLoss marginQuantile05 marginQuantile50 marginQuantile95 meanNpv meanPeakFunding peakFundingQuantile95 " +
  "probabilityPeakFundingExceedsReserves breakEvenReferralsPerMonth probabilityProviderExits meanPayment sdPayment " +
  "paymentQuantile95 meanServiceFee meanStartFee meanOutcomePayment meanCancellationFee probabilityOfCancellationFee " +
  "expectedShortfall95CancellationFee meanReferrals sdReferrals meanStarts meanJobOutcomes probabilityTerminated " +
  "costPerStart costPerJobOutcome costPerAdditionalJobOutcome probabilityEndsEarly meanPaidWithNoReferral probabilityOverBudget " +
  "peakFundingMonthQuantile50 meanPostsLost probabilityEndsWhileReferring meanMonthOfEarlyEnd meanOtherPayment " +
  "providerShareOfShortfall";

describe("the table of metrics", () => {
  it("holds every promised metric once", () => {
    const ids = metrics.map((metric) => metric.id);
    expect([...ids].sort()).toEqual(promised.split(" ").sort());
    expect(new Set(metrics.map((metric) => metric.title)).size).toBe(ids.length);
  });

  it("explains each in a sentence, with a formula and intervals", () => {
    for (const metric of metrics) {
      expect(metric.meaning, metric.id).toMatch(/^[A-Z].*\.$/);
      const method = methodOf(metric);
      for (const words of Object.values(method)) {
        expect(words.length, metric.id).toBeGreaterThan(4);
        expect(words, metric.id).not.toContain("undefined");
      }
    }
  });

  it("reads pence as pounds and nothing else", () => {
    for (const metric of metrics) {
      expect(scaleOf(metric)).toBe(metric.unit === "pounds" ? 100 : 1);
      if (metric.id.startsWith("probability")) expect(metric.unit).toBe("probability");
    }
  });
});
