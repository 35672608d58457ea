import { expect, test } from "vitest";
import { deviation, runModel } from "./run-model.ts";
import { model, pays, perOutcome, perStart, plain, terms, where } from "./terms.ts";

// Model: bids believe 80 % starts and 35 % jobs where the truth is 60 % and a beta of mean 0.2; a fee of a share of
// the contract's value is paid in month 1. Closed form: the value is indicative referrals × believed rates × prices,
// jobs that come by the last month that counts only; payments have the true means. 50,000 paths; the fee to the
// penny, means in 4 standard errors.
const paths = 50_000;
const fee = terms(
  "service-fee",
  "fee",
  [
    pays(
      "serviceFee",
      { mul: [{ param: "feeShare" }, { fact: "contractValuePence" }] },
      {
        when: { all: [where("month", "equal", 1)] },
      },
    ),
  ],
  { parameters: { feeShare: plain(1) } },
);
const run = (delivery: object) =>
  runModel(
    model("contract-value", 6, {
      contract: { lastMonth: 8 },
      volume: { indicative: [3, 5, 7], factors: { optimism: { value: { gamma: { mean: 0.5, shape: 3 } } } } },
      delivery,
      rulesets: [perStart(400), perOutcome("jobs", 1100), fee],
      policies: [
        { id: "none", title: "No fee", rulesets: ["per-start", "per-jobs"] },
        {
          id: "fee",
          title: "Fee",
          rulesets: ["per-start", "per-jobs", "fee"],
          parameters: { feeShare: 0.3 },
        },
      ],
    }),
    { paths, seed: "contract-value" },
  ).measures;
const referrals = [3, 5, 7, 7, 7, 7];
const inTime = referrals.map((n, k) => n * (k + 1 + 2 <= 8 ? 0.5 : 0) + n * (k + 1 + 4 <= 8 ? 0.5 : 0));
const [all, late] = [referrals, inTime].map((list) => list.reduce((a, b) => a + b, 0)) as [number, number];

test("the contract's value follows belief and the indicative volume, payments follow the truth", () => {
  const measures = run({
    startRate: { value: 0.6, believed: 0.8 },
    stages: [
      {
        id: "jobs",
        rate: { value: { beta: { mean: 0.2, size: 8 } }, believed: 0.35 },
        delayMonths: { empirical: { values: [2, 4] } },
      },
    ],
  });
  const value = all * 0.8 * 400 + late * 0.8 * 0.35 * 1100;
  expect(measures.fee!.meanServiceFee!.value).toBe(Math.round(30 * value) / 100);
  expect(
    deviation(measures.none!.meanPayment, 0.5 * (all * 0.6 * 400 + late * 0.6 * 0.2 * 1100)),
  ).toBeLessThan(4);
});

test("a factor on outcome rates is truth over belief: its own belief enters the value", () => {
  const measures = run({
    startRate: 1,
    outcomeRateFactor: { value: { uniform: { min: 0.5, max: 0.9 } }, believed: 1.1 },
    stages: [{ id: "jobs", rate: 0.3, claimedShare: 0.9, delayMonths: { empirical: { values: [2, 4] } } }],
  });
  const value = all * 400 + late * 0.3 * 1.1 * 0.9 * 1100;
  expect(measures.fee!.meanServiceFee!.value).toBe(Math.round(30 * value) / 100);
  const mean = 0.5 * (all * 400 + late * 0.3 * 0.7 * 0.9 * 1100);
  expect(deviation(measures.none!.meanPayment, mean)).toBeLessThan(4);
});
