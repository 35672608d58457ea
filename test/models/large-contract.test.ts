import { expect, test } from "vitest";
import { deviation, runModel } from "./run-model.ts";
import { model, perOutcome } from "./terms.ts";

// Model: a programme of 2,500 Poisson referrals a month for 24 months, ramped over the first three, 60 % start; the
// outcome rate is a beta draw (mean 0.25, size 50); outcomes come after a gamma delay of mean 4 and shape 3 months,
// rounded up, and count to month 30; price £1,247.
// Closed form: given the rate q, outcomes are Poisson of mean M q, M from the gamma distribution function of integer
// shape; Var = M E q + M² Var q. 10,000 paths; 4 standard errors.
const paths = 10_000;
const ramp = [0.2, 0.5, 0.8, 1];
const { terms: measures } = runModel(
  model("large-contract", 24, {
    contract: { lastMonth: 30 },
    volume: { indicative: 2500, ramp },
    delivery: {
      startRate: 0.6,
      stages: [
        {
          id: "jobs",
          rate: { beta: { mean: 0.25, size: 50 } },
          delayMonths: { gamma: { mean: 4, shape: 3 } },
        },
      ],
    },
    rulesets: [perOutcome("jobs", 1247)],
  }),
  { paths, seed: "large-contract" },
).measures;

const within = (months: number) => {
  const x = (months * 3) / 4;
  return months < 0 ? 0 : 1 - Math.exp(-x) * (1 + x + x ** 2 / 2);
};
let starts = 0;
let counted = 0;
for (let month = 1; month <= 24; month++) {
  const mean = 2500 * 0.6 * (ramp[month - 1] ?? 1);
  starts += mean;
  counted += mean * within(30 - month);
}

test("thousands of people a month keep the mean and the variance of small ones", () => {
  expect(deviation(measures!.meanReferrals, starts / 0.6, Math.sqrt(starts / 0.6 / paths))).toBeLessThan(4);
  expect(deviation(measures!.sdReferrals, Math.sqrt(starts / 0.6))).toBeLessThan(4);
  expect(deviation(measures!.meanStarts, starts, Math.sqrt(starts / paths))).toBeLessThan(4);
  const variance = counted * 0.25 + (counted ** 2 * 0.25 * 0.75) / 51;
  expect(deviation(measures!.meanJobOutcomes, counted * 0.25, Math.sqrt(variance / paths))).toBeLessThan(4);
  expect(deviation(measures!.meanPayment, 1247 * counted * 0.25)).toBeLessThan(4);
  expect(deviation(measures!.sdPayment, 1247 * Math.sqrt(variance))).toBeLessThan(4);
});
