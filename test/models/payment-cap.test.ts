import { expect, test } from "vitest";
import { deviation, runModel } from "./run-model.ts";
import { cap, model, perOutcome, perStart } from "./terms.ts";

// Model: 2.5 Poisson starts a month for a year at £200, 40 % with an outcome at £300; all payments to date together
// are capped at £9,000 by an adjustment that falls due with them.
// Closed form: without the cap the payment X is compound Poisson with 200 (60 %) and 500 (40 %) a person, by Panjer
// recursion in units of £100; with it min(X, 9000). 200,000 paths; 4 standard errors.
const paths = 200_000;
const outcome = {
  volume: { indicative: 2.5 },
  delivery: { startRate: 1, stages: [{ id: "jobs", rate: 0.4 }] },
};
const rulesets = [perStart(200), perOutcome("jobs", 300), cap(9000)];
const { measures, ledgers, differences } = runModel(
  model("payment-cap", 12, {
    ...outcome,
    // A loss is a payment under £9,000.
    costs: { setUp: 9000 },
    rulesets,
    policies: [
      { id: "free", title: "No cap", rulesets: ["per-start", "per-jobs"] },
      { id: "capped", title: "Capped", rulesets: ["per-start", "per-jobs", "cap"] },
    ],
  }),
  { paths, seed: "payment-cap" },
);

const mean = 2.5 * 12;
const most = 400;
const chance = [Math.exp(-mean)];
for (let x = 1; x <= most; x++) {
  chance.push((mean / x) * (2 * 0.6 * (chance[x - 2] ?? 0) + 5 * 0.4 * (chance[x - 5] ?? 0)));
}
const expected = (of: (pounds: number) => number) => chance.reduce((sum, p, x) => sum + p * of(100 * x), 0);
const kept = (pounds: number) => Math.min(pounds, 9000);

test("without a cap payments are compound Poisson", () => {
  expect(
    deviation(
      measures.free!.meanPayment,
      expected((x) => x),
    ),
  ).toBeLessThan(4);
  const sd = Math.sqrt(expected((x) => x ** 2) - expected((x) => x) ** 2);
  expect(deviation(measures.free!.sdPayment, sd)).toBeLessThan(4);
});

test("with a cap the payment is the lesser of the two", () => {
  expect(deviation(measures.capped!.meanPayment, expected(kept))).toBeLessThan(4);
  const sd = Math.sqrt(expected((x) => kept(x) ** 2) - expected(kept) ** 2);
  expect(deviation(measures.capped!.sdPayment, sd)).toBeLessThan(4);
  expect(
    deviation(
      measures.capped!.probabilityOfLoss,
      expected((x) => (x < 9000 ? 1 : 0)),
    ),
  ).toBeLessThan(4);
});

test("the cap costs the provider what it saves the commissioner, by the exact mean", () => {
  const { meanMargin, meanPayment } = differences.capped!.metrics;
  expect(meanMargin!.value).toBeCloseTo(meanPayment!.value!, 9);
  expect(
    deviation(
      meanPayment,
      expected((x) => kept(x) - x),
    ),
  ).toBeLessThan(4);
});

test("on every path the capped payment is min(X, cap), to the penny", () => {
  const free = ledgers.free!.payment;
  for (const [i, paid] of ledgers.capped!.payment.entries()) {
    if (paid !== Math.min(free[i]!, 900_000)) expect(paid).toBe(Math.min(free[i]!, 900_000));
  }
});
