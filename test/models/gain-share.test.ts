import { expect, test } from "vitest";
import { deviation, runModel } from "./run-model.ts";
import { given, model, pays, perOutcome, perStart, plain, pounds, terms, where } from "./terms.ts";

// Model: 3 Poisson starts a month for 8 months at £500, a third with a job at £900, cost £1,500 a month and £200 a
// start. At the end half of what payments exceed cost by more than £4,000 goes back; and 15 % of all start fees is
// held back where jobs are under 30 % of starts (nothing where nobody starts).
// Closed form: enumeration of S ~ Poisson(24) and J | S binomial. 200,000 paths; 4 standard errors, path by path to
// the penny.
const paths = 200_000;
const atEnd = where("month", "equal", { fact: "lastMonth" });
const surplus = { sub: [{ fact: "dueToDatePence" }, { fact: "costToDatePence" }, { param: "keptWhole" }] };
const gain = terms(
  "limit",
  "gain-share",
  [
    pays(
      "gainShare",
      { sub: [0, { mul: [{ param: "shareBack" }, { max: [0, surplus] }] }] },
      {
        when: { all: [atEnd] },
      },
    ),
  ],
  { parameters: { shareBack: plain(0.5), keptWhole: pounds(4000) } },
);
const held = terms(
  "adjustment",
  "held-back",
  [
    pays(
      "heldBack",
      { sub: [0, { mul: [{ param: "heldShare" }, { fact: "startFeeToDatePence" }] }] },
      {
        when: { all: [atEnd, where("performance", "lessThan", { fact: "leastPerformance" })] },
      },
    ),
  ],
  {
    parameters: { heldShare: plain(0.15), leastPerformance: plain(0.3) },
    facts: given("jobs"),
    tracked: {
      jobsToDate: { sum: { fact: "jobs" } },
      startsToDate: { sum: { fact: "starts" } },
      performance: { value: { div: [{ fact: "jobsToDate" }, { fact: "startsToDate" }], otherwise: 1 } },
    },
  },
);
const { measures, ledgers } = runModel(
  model("gain-share", 8, {
    volume: { indicative: 3 },
    delivery: { startRate: 1, stages: [{ id: "jobs", rate: 1 / 3 }] },
    costs: { perMonth: 1500, perStart: 200 },
    rulesets: [perStart(500), perOutcome("jobs", 900), held, gain],
  }),
  { paths, seed: "gain-share" },
);

function paid(starts: number, jobs: number): number {
  const withheld = starts > 0 && jobs < 0.3 * starts ? 0.15 * 500 * starts : 0;
  const due = 500 * starts + 900 * jobs - withheld;
  return due - 0.5 * Math.max(0, due - 12_000 - 200 * starts - 4000);
}

test("withholding and gain share pay the exact mean and swing", () => {
  let [mean, second] = [0, 0];
  let chance = Math.exp(-24);
  for (let s = 0; s <= 90; s++) {
    let jobs = (2 / 3) ** s;
    for (let j = 0; j <= s; j++) {
      mean += chance * jobs * paid(s, j);
      second += chance * jobs * paid(s, j) ** 2;
      jobs *= (s - j) / (j + 1) / 2;
    }
    chance *= 24 / (s + 1);
  }
  expect(deviation(measures.terms!.meanPayment, mean)).toBeLessThan(4);
  expect(deviation(measures.terms!.sdPayment, Math.sqrt(second - mean ** 2))).toBeLessThan(4);
});

test("on every path the payment is that of the whole contract's counts, to the penny", () => {
  const { payment, starts, jobOutcomes } = ledgers.terms!;
  for (const [i, s] of starts.entries()) {
    const pence = Math.round(100 * paid(s, jobOutcomes[i]!));
    if (payment[i] !== pence) expect(payment[i]).toBe(pence);
  }
});
