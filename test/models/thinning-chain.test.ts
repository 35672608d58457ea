import { expect, test } from "vitest";
import { deviation, runModel } from "./run-model.ts";
import { model, perOutcome } from "./terms.ts";

// Model: Poisson referrals, 3 a month for 8 months; 60 % start, 25 % of starts find a job, 70 % of jobs last.
// Closed form: starts, jobs and lasting jobs are Poisson of mean 14.4, 3.6 and 2.52; the job price is £1,000 and the
// lasting price £1,500, so Var(payment) = 1000²·3.6 + (1500² + 2·1000·1500)·2.52, and P(no outcome) = exp(−3.6).
// The same with exactly 24 referrals: binomial counts. 100,000 paths each; 4 standard errors.
const paths = 100_000;
const chain = (counts: "poisson" | "certain", seed: string) =>
  runModel(
    model("thinning-chain", 8, {
      volume: { indicative: 3, counts },
      delivery: {
        startRate: 0.6,
        stages: [
          { id: "jobs", rate: 0.25 },
          { id: "lasting", of: "jobs", rate: 0.7 },
        ],
      },
      // A penny of cost: a loss is a contract in which nobody finds a job.
      costs: { setUp: 0.01 },
      rulesets: [perOutcome("jobs", 1000), perOutcome("lasting", 1500)],
    }),
    { paths, seed },
  );
const poisson = chain("poisson", "thinning-chain");
const certain = chain("certain", "thinning-chain of 24");

test("a thinned Poisson count is Poisson, stage by stage", () => {
  const measures = poisson.measures.terms!;
  expect(deviation(measures.meanStarts, 14.4, Math.sqrt(14.4 / paths))).toBeLessThan(4);
  expect(deviation(measures.meanJobOutcomes, 3.6, Math.sqrt(3.6 / paths))).toBeLessThan(4);
  expect(deviation(measures.meanPayment, 1000 * 3.6 + 1500 * 2.52)).toBeLessThan(4);
  expect(deviation(measures.probabilityOfLoss, Math.exp(-3.6))).toBeLessThan(4);
});

test("the variance of payments counts what the stages have in common", () => {
  const variance = 1000 ** 2 * 3.6 + (1500 ** 2 + 2 * 1000 * 1500) * 2.52;
  expect(deviation(poisson.measures.terms!.sdPayment, Math.sqrt(variance))).toBeLessThan(4);
});

test("with a certain number of referrals the stages are binomial", () => {
  const measures = certain.measures.terms!;
  const [p, q] = [0.6 * 0.25, 0.6 * 0.25 * 0.7];
  expect(measures.sdReferrals!.value).toBe(0);
  expect(deviation(measures.probabilityOfLoss, (1 - p) ** 24)).toBeLessThan(4);
  // One person's payment: 1000 with chance p − q, 2500 with chance q.
  const mean = 1000 * p + 1500 * q;
  const second = 1000 ** 2 * (p - q) + 2500 ** 2 * q;
  expect(deviation(measures.meanPayment, 24 * mean)).toBeLessThan(4);
  expect(deviation(measures.sdPayment, Math.sqrt(24 * (second - mean ** 2)))).toBeLessThan(4);
});

test("the chance of each number of jobs is binomial", () => {
  const jobs = certain.ledgers.terms!.jobOutcomes;
  let chance = 0.85 ** 24;
  for (let n = 0; n <= 8; n++) {
    const share = jobs.filter((count) => count === n).length / paths;
    expect(deviation({ value: share, se: Math.sqrt((chance * (1 - chance)) / paths) }, chance)).toBeLessThan(
      4,
    );
    chance *= ((24 - n) / (n + 1)) * (0.15 / 0.85);
  }
});
