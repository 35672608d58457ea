import { expect, test } from "vitest";
import { deviation, runModel } from "./run-model.ts";
import { model, pays, perStart, plain, pounds, type Terms, terms, where } from "./terms.ts";

// Model: 4 Poisson starts a month for a year at £350; where fewer than 90 % of the indicative 48 came, the last month
// makes up the starts missing at half the price; above 110 % the same is paid back.
// Closed form: top-up 175·(43.2 − N)⁺, clawback 175·(N − 52.8)⁺ with N ~ Poisson(48). 200,000 paths; 4 standard
// errors, and path by path to the penny.
const paths = 200_000;
const lastMonth = { all: [where("month", "equal", { fact: "lastReferralMonth" })] };
const short = {
  sub: [{ mul: [{ param: "least" }, { fact: "indicativeToDate" }] }, { fact: "referralsToDate" }],
};
const over = {
  sub: [{ fact: "referralsToDate" }, { mul: [{ param: "most" }, { fact: "indicativeToDate" }] }],
};
const band: Terms = terms(
  "volume",
  "band",
  [
    pays("topUp", { mul: [{ param: "halfPrice" }, { max: [0, short] }] }, { when: lastMonth }),
    pays(
      "clawback",
      { sub: [0, { mul: [{ param: "halfPrice" }, { max: [0, over] }] }] },
      { when: lastMonth },
    ),
  ],
  {
    parameters: { halfPrice: pounds(175, true), least: plain(0.9), most: plain(1.1) },
    tracked: {
      referralsToDate: { sum: { fact: "referrals" } },
      indicativeToDate: { sum: { fact: "indicativeReferrals" } },
    },
  },
);
const { measures, ledgers } = runModel(
  model("minimum-guarantee", 12, {
    volume: { indicative: 4 },
    rulesets: [perStart(350), band],
  }),
  { paths, seed: "minimum-guarantee" },
);

const chance = [Math.exp(-48)];
for (let n = 1; n <= 200; n++) chance.push((chance[n - 1]! * 48) / n);
const banded = (n: number) => 350 * n + 175 * Math.max(0, 43.2 - n) - 175 * Math.max(0, n - 52.8);
const expected = (of: (n: number) => number) => chance.reduce((sum, p, n) => sum + p * of(n), 0);

test("a band round the indicative volume pays the exact mean and lessens the exact swing", () => {
  const mean = expected(banded);
  expect(deviation(measures.terms!.meanPayment, mean)).toBeLessThan(4);
  const sd = Math.sqrt(expected((n) => banded(n) ** 2) - mean ** 2);
  expect(deviation(measures.terms!.sdPayment, sd)).toBeLessThan(4);
  expect(sd).toBeLessThan(350 * Math.sqrt(48));
});

test("on every path the payment is the start fee with the band's adjustment, to the penny", () => {
  const { payment, referrals } = ledgers.terms!;
  for (const [i, n] of referrals.entries()) {
    const pence = Math.round(100 * banded(n));
    if (payment[i] !== pence) expect(payment[i]).toBe(pence);
  }
});
