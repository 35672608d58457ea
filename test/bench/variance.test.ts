import { expect, it } from "vitest";
import { varianceRatios } from "../../bench/variance-ratios.ts";
import { shippedText } from "../laws/shipped-scenarios.ts";

const ratiosOf = (id: string, policies: readonly string[]) =>
  varianceRatios({
    id,
    text: shippedText(id),
    policies,
    paths: 8192,
    repetitions: 8,
    now: () => performance.now(),
    say: () => undefined,
  }).policies;

// A ratio of two variances over 8 seeds lies between a quarter and four times the true one 9 times in 10 (F with 7 and 7
// degrees of freedom, whose 95th percentile is 3.79): a quarter of what `npm run bench:variance` finds over more seeds is
// asked for, at fewer futures than there.
it("on the standard workload quasi-random futures cut the variance of mean margins and even chances many times", () => {
  for (const { probabilityOfLoss, ratios } of ratiosOf("standard-workload", ["none", "both"])) {
    expect(ratios.meanMargin).toBeGreaterThan(12);
    if (probabilityOfLoss > 0.05 && probabilityOfLoss < 0.95)
      expect(ratios.probabilityOfLoss).toBeGreaterThan(5);
  }
}, 240_000);

it("on dps-2017, where steps decide, they still cut them under most policies", () => {
  const median = (numbers: readonly number[]) => [...numbers].sort((a, b) => a - b)[numbers.length >> 1]!;
  const policies = ratiosOf("dps-2017", ["today", "service-fee-by-lead-in", "flat-service-fee"]);
  expect(median(policies.map(({ ratios }) => ratios.meanMargin))).toBeGreaterThan(3);
  expect(median(policies.map(({ ratios }) => ratios.probabilityOfLoss))).toBeGreaterThan(1.8);
}, 240_000);
