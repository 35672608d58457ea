import { expect, test } from "vitest";
import { deviation, runModel } from "./run-model.ts";
import { model, pays, plain, pounds, type Terms, terms } from "./terms.ts";

// Model: 5 Poisson starts a month for 10 months; the first 40 are paid £600 each, the next 15 £350, more nothing.
// Closed form: tiers of N ~ Poisson(50); 200,000 paths; 4 standard errors. Paid month by month as the difference of
// the tiers of starts to date, it is the same as the tiers of the total on every path.
const paths = 200_000;
const tiers = (of: object) => ({
  tiers: {
    of: of as { fact: string },
    bands: [
      { upTo: { param: "firstBand" }, rate: { param: "fullPrice" } },
      { upTo: { param: "volumeCap" }, rate: { param: "lowPrice" } },
    ],
  },
});
const toDate = { fact: "startsToDate" };
const tiered: Terms = terms(
  "start-fee",
  "tiered",
  [pays("startFee", { sub: [tiers(toDate), tiers({ sub: [toDate, { fact: "starts" }] })] })],
  {
    parameters: {
      firstBand: plain(40, "people"),
      volumeCap: plain(55, "people"),
      fullPrice: pounds(600, true),
      lowPrice: pounds(350, true),
    },
    tracked: { startsToDate: { sum: { fact: "starts" } } },
  },
);
const { measures, ledgers } = runModel(
  model("tiered-price", 10, { volume: { indicative: 5 }, costs: { perStart: 450 }, rulesets: [tiered] }),
  { paths, seed: "tiered-price" },
);

const chance = [Math.exp(-50)];
for (let n = 1; n <= 200; n++) chance.push((chance[n - 1]! * 50) / n);
const expected = (of: (n: number) => number) => chance.reduce((sum, p, n) => sum + p * of(n), 0);
const paid = (n: number) => 600 * Math.min(n, 40) + 350 * Math.min(Math.max(0, n - 40), 15);
const kept = (n: number) => paid(n) - 450 * n;

test("tiered prices pay the exact mean, and above the volume cap each start loses money", () => {
  expect(deviation(measures.terms!.meanPayment, expected(paid))).toBeLessThan(4);
  expect(deviation(measures.terms!.meanMargin, expected(kept))).toBeLessThan(4);
  const sd = Math.sqrt(expected((n) => kept(n) ** 2) - expected(kept) ** 2);
  expect(deviation(measures.terms!.sdMargin, sd)).toBeLessThan(4);
  const loss = expected((n) => (kept(n) < 0 ? 1 : 0));
  expect(loss).toBeGreaterThan(0);
  expect(deviation(measures.terms!.probabilityOfLoss, loss)).toBeLessThan(4);
});

test("on every path the parts paid by month sum to the tiers of the total", () => {
  const { payment, starts } = ledgers.terms!;
  for (const [i, n] of starts.entries()) {
    if (payment[i] !== 100 * paid(n)) expect(payment[i]).toBe(100 * paid(n));
  }
});
