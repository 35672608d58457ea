import { expect, test } from "vitest";
import { deviation, runModel } from "./run-model.ts";
import { model, perOutcome } from "./terms.ts";

// Model: exactly 60 starts over 10 months; the outcome rate is one beta draw a contract (mean 0.3, size 10); 80 % of
// outcomes are claimed and paid £1,000. Closed form: outcomes are beta-binomial(60, 3, 7), whatever the months;
// claimed outcomes are a binomial share of them. 100,000 paths; 4 standard errors.
const paths = 100_000;
const run = (rate: unknown, seed: string) =>
  runModel(
    model("uncertain-rate", 10, {
      volume: { indicative: 6, counts: "certain" },
      delivery: { startRate: 1, stages: [{ id: "jobs", rate, claimedShare: 0.8 }] },
      // Break-even at 10 claimed outcomes.
      costs: { perMonth: 1000 },
      rulesets: [perOutcome("jobs", 1000)],
    }),
    { paths, seed },
  ).measures.terms!;
const uncertain = run({ beta: { mean: 0.3, size: 10 } }, "uncertain-rate");
const known = run(0.3, "uncertain-rate known");

// P(J = j) of beta-binomial(60, 3, 7) by its recursion from P(0) = B(3, 67) / B(3, 7).
const jobs = [(7 * 8 * 9) / (67 * 68 * 69)];
for (let j = 0; j < 60; j++) jobs.push((jobs[j]! * (60 - j) * (3 + j)) / ((j + 1) * (7 + 59 - j)));

function binomial(n: number, p: number): number[] {
  const chance = [(1 - p) ** n];
  for (let k = 0; k < n; k++) chance.push((chance[k]! * (n - k) * p) / ((k + 1) * (1 - p)));
  return chance;
}

const under10 = (chance: number[]) => chance.slice(0, 10).reduce((a, b) => a + b, 0);

test("an outcome rate drawn once a contract makes outcomes beta-binomial over all months", () => {
  expect(jobs.reduce((a, b) => a + b, 0)).toBeCloseTo(1, 12);
  const variance = (60 * 0.3 * 0.7 * (10 + 60)) / 11;
  expect(deviation(uncertain.meanJobOutcomes, 18, Math.sqrt(variance / paths))).toBeLessThan(4);
  const loss = jobs.reduce((sum, p, j) => sum + p * under10(binomial(j, 0.8)), 0);
  expect(deviation(uncertain.probabilityOfLoss, loss)).toBeLessThan(4);
  // Var(claimed) = E[J·0.8·0.2] + 0.8²·Var(J).
  expect(deviation(uncertain.sdPayment, 1000 * Math.sqrt(18 * 0.16 + 0.64 * variance))).toBeLessThan(4);
});

test("with the rate known the loss is as likely as the binomial says, several times less", () => {
  const loss = under10(binomial(60, 0.24));
  expect(deviation(known.probabilityOfLoss, loss)).toBeLessThan(4);
  expect(deviation(known.sdPayment, 1000 * Math.sqrt(60 * 0.24 * 0.76))).toBeLessThan(4);
});

test("unclaimed outcomes count as outcomes and are not paid", () => {
  expect(deviation(known.meanJobOutcomes, 18)).toBeLessThan(4);
  expect(deviation(known.meanOutcomePayment, 1000 * 18 * 0.8)).toBeLessThan(4);
});
