import { expect, test } from "vitest";
import { deviation, runModel } from "./run-model.ts";
import { model, perOutcome } from "./terms.ts";

// Model: 5 Poisson referrals a month for 6 months; 40 % find a job after 1, 3 or 6 months (30, 50, 20 %), 60 % of
// these are lasting after 2 or 4 months (half each); outcomes count to month 9; prices £900 and £700, paid after
// 90 days, discounted at 12 % a year. Closed form: each (start, delay, delay) is an independent Poisson count, so
// counts to month 9 are Poisson and the present value is a sum over months of (1 + r)^(−m/12).
// 200,000 paths; 4 standard errors.
const paths = 200_000;
const rate = 0.12;
const jobDelay = new Map([
  [1, 0.3],
  [3, 0.5],
  [6, 0.2],
]);
const empirical = (delays: Map<number, number>) => ({
  empirical: { values: [...delays.keys()], weights: [...delays.values()] },
});
const lastingDelay = new Map([
  [2, 0.5],
  [4, 0.5],
]);
const { terms: measures } = runModel(
  model("delays", 6, {
    contract: { lastMonth: 9 },
    volume: { indicative: 5 },
    delivery: {
      startRate: 1,
      stages: [
        { id: "jobs", rate: 0.4, delayMonths: empirical(jobDelay) },
        { id: "lasting", of: "jobs", rate: 0.6, delayMonths: empirical(lastingDelay) },
      ],
    },
    costs: { perMonth: 450, setUp: 0.01 },
    provider: { discountRate: rate },
    rulesets: [perOutcome("jobs", 900, 90), perOutcome("lasting", 700, 90)],
  }),
  { paths, seed: "delays" },
).measures;

const discount = (month: number) => (1 + rate) ** (-month / 12);
/** Every way that a person referred can go: its Poisson mean, undiscounted payment and present value. */
const ways: { mean: number; jobs: number; paid: number; worth: number }[] = [];
for (let start = 1; start <= 6; start++) {
  for (const [job, p] of jobDelay) {
    const jobs = start + job <= 9 ? 1 : 0;
    const paid = jobs * 900;
    const worth = paid * discount(start + job + 3);
    ways.push({ mean: 5 * 0.4 * p * 0.4, jobs, paid, worth });
    for (const [lasting, q] of lastingDelay) {
      const more = start + job + lasting <= 9 ? 700 : 0;
      const later = more * discount(start + job + lasting + 3);
      ways.push({ mean: 5 * 0.4 * p * 0.6 * q, jobs, paid: paid + more, worth: worth + later });
    }
  }
}
const sum = (of: (way: (typeof ways)[number]) => number) =>
  ways.reduce((total, way) => total + way.mean * of(way), 0);

test("outcomes after the last month that counts are not counted", () => {
  const jobs = sum((way) => way.jobs);
  expect(jobs).toBeLessThan(5 * 6 * 0.4 - 1);
  expect(deviation(measures!.meanJobOutcomes, jobs, Math.sqrt(jobs / paths))).toBeLessThan(4);
  expect(
    deviation(
      measures!.meanOutcomePayment,
      sum((way) => way.paid),
    ),
  ).toBeLessThan(4);
});

test("payments have the variance of independent Poisson counts by start and delay", () => {
  expect(deviation(measures!.sdPayment, Math.sqrt(sum((way) => way.paid ** 2)))).toBeLessThan(4);
});

test("the present value discounts each payment at its own month and each cost at its own", () => {
  const cost = [1, 2, 3, 4, 5, 6].reduce((total, month) => total + 450 * discount(month), 0.01 * discount(1));
  const se = Math.sqrt(sum((way) => way.worth ** 2) / paths);
  expect(deviation(measures!.meanNpv, sum((way) => way.worth) - cost, se)).toBeLessThan(4);
});
