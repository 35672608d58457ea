import { expect, test } from "vitest";
import { deviation, runModel } from "./run-model.ts";
import { model, perOutcome, perStart } from "./terms.ts";

// Model: 5 Poisson starts a month for 12 months at £700, cost a month C ~ PERT(1000, 1500, 3500), £2,000 of set-up
// × a lognormal, £120 a start; beside it a fixed share f ~ uniform(0.5, 0.9) about 0.7 that scales fixed costs by
// f/0.7 and costs of people by (1 − f)/0.3. Closed form: mean and variance of 580 N − 12 C − U, and of
// (700 − 120 (1 − f)/0.3) N − 12·1500 f/0.7. 200,000 paths; 4 standard errors.
const paths = 200_000;
const run = (costs: object, seed: string) =>
  runModel(model("cost-distributions", 12, { volume: { indicative: 5 }, costs, rulesets: [perStart(700)] }), {
    paths,
    seed,
  }).measures.terms!;

test("drawn costs are drawn once a contract and add their variance", () => {
  const { meanMargin, sdMargin } = run(
    {
      perMonth: { pert: { min: 1000, mode: 1500, max: 3500 } },
      perStart: 120,
      setUp: { lognormal: { median: 2000, sdlog: 0.5 } },
    },
    "cost-distributions",
  );
  const monthly = (1000 + 4 * 1500 + 3500) / 6;
  const monthlyVariance = ((monthly - 1000) * (3500 - monthly)) / 7;
  const setUp = 2000 * Math.exp(0.125);
  const setUpVariance = setUp ** 2 * (Math.exp(0.25) - 1);
  expect(deviation(meanMargin, 580 * 60 - 12 * monthly - setUp)).toBeLessThan(4);
  const variance = 580 ** 2 * 60 + 144 * monthlyVariance + setUpVariance;
  expect(deviation(sdMargin, Math.sqrt(variance))).toBeLessThan(4);
});

test("a drawn fixed share moves cost between months and people, and keeps the cost at plan", () => {
  const { meanMargin, sdMargin } = run(
    {
      perMonth: 1500,
      perStart: 120,
      fixedShare: { value: { uniform: { min: 0.5, max: 0.9 } }, central: 0.7 },
    },
    "cost-distributions fixed share",
  );
  // Given f the margin is a(f)·N − b(f); a and b are linear in f, of mean 0.7 and variance 0.4²/12.
  const variance = 0.16 / 12;
  const a = 700 - 120;
  const b = 12 * 1500;
  const slope = (120 / 0.3) * 60 - b / 0.7;
  expect(deviation(meanMargin, a * 60 - b)).toBeLessThan(4);
  const given = (a ** 2 + (120 / 0.3) ** 2 * variance) * 60;
  expect(deviation(sdMargin, Math.sqrt(given + slope ** 2 * variance))).toBeLessThan(4);
});

test("costs for people are counted at their own stage", () => {
  const costs = { perReferral: 11, perStart: 120, perOutcome: { jobs: 40 }, trackingPerMonth: 7 };
  const { terms } = runModel(
    model("cost-distributions", 12, {
      contract: { lastMonth: 15 },
      volume: { indicative: 5, counts: "certain" },
      delivery: { startRate: 0.5, stages: [{ id: "jobs", rate: 0.4, delayMonths: 3 }] },
      costs,
      rulesets: [perOutcome("jobs", 1000)],
    }),
    { paths: 2000, seed: "cost-distributions people" },
  ).ledgers;
  const { margin, starts, jobOutcomes } = terms!;
  for (const [i, pence] of margin.entries()) {
    const cost = 11 * 60 + 120 * starts[i]! + 40 * jobOutcomes[i]! + 7 * 3;
    expect(pence).toBe(100 * (1000 * jobOutcomes[i]! - cost));
  }
});
