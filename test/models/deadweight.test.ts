import { expect, test } from "vitest";
import { deviation, runModel } from "./run-model.ts";
import { flatFee, given, model, pays, perOutcome, perStart, plain, pounds, terms, where } from "./terms.ts";

// Model: 2 Poisson starts a month for 10 months, 30 % find a job, 12 % of starts would have anyway; £300 a start,
// £1,500 a job, £400 a month; beside it a price of £2,500 only for jobs above 20 % of starts, at the end.
// Closed form: cost per additional job = (300 S + 1500 J + 4000)/(J − 0.12 S) of the means, S = 20, J = 6; the price
// above a baseline pays 2500·E(J − 0.2 S)⁺ over S ~ Poisson, J | S binomial. 200,000 paths; 4 standard errors.
const paths = 200_000;
const above = { sub: [{ fact: "jobsToDate" }, { mul: [{ param: "baseline" }, { fact: "startsToDate" }] }] };
const aboveBaseline = terms(
  "outcome-payment",
  "above-baseline",
  [
    pays(
      "aboveBaseline",
      { mul: [{ param: "additionalPrice" }, { max: [0, above] }] },
      { when: { all: [where("month", "equal", { fact: "lastMonth" })] } },
    ),
  ],
  {
    parameters: { baseline: plain(0.2), additionalPrice: pounds(2500, true) },
    facts: given("jobs"),
    tracked: { jobsToDate: { sum: { fact: "jobs" } }, startsToDate: { sum: { fact: "starts" } } },
  },
);
const { measures } = runModel(
  model("deadweight", 10, {
    volume: { indicative: 2 },
    delivery: { startRate: 1, stages: [{ id: "jobs", rate: 0.3 }], deadweightRate: 0.12 },
    rulesets: [perStart(300), perOutcome("jobs", 1500), flatFee(400, 10), aboveBaseline],
    policies: [
      { id: "by-results", title: "By results", rulesets: ["per-start", "per-jobs", "flat-fee"] },
      { id: "above", title: "Above a baseline", rulesets: ["above-baseline"] },
    ],
  }),
  { paths, seed: "deadweight" },
);

test("cost per start, per job and per additional job are ratios of exact means", () => {
  const bill = 300 * 20 + 1500 * 6 + 4000;
  const { costPerStart, costPerJobOutcome, costPerAdditionalJobOutcome } = measures["by-results"]!;
  expect(deviation(costPerStart, bill / 20)).toBeLessThan(4);
  expect(deviation(costPerJobOutcome, bill / 6)).toBeLessThan(4);
  expect(deviation(costPerAdditionalJobOutcome, bill / (6 - 0.12 * 20))).toBeLessThan(4);
});

test("a price above a baseline pays the exact mean of the excess", () => {
  let [mean, second] = [0, 0];
  let starts = Math.exp(-20);
  for (let s = 0; s <= 80; s++) {
    let jobs = 0.7 ** s;
    for (let j = 0; j <= s; j++) {
      const paid = 2500 * Math.max(0, j - 0.2 * s);
      mean += starts * jobs * paid;
      second += starts * jobs * paid ** 2;
      jobs *= ((s - j) / (j + 1)) * (0.3 / 0.7);
    }
    starts *= 20 / (s + 1);
  }
  expect(deviation(measures.above!.meanPayment, mean)).toBeLessThan(4);
  expect(deviation(measures.above!.sdPayment, Math.sqrt(second - mean ** 2))).toBeLessThan(4);
});
