import { expect, test } from "vitest";
import { endsWhen, followsOver, policy, scenario } from "./endings.ts";
import { binomial, sequences } from "./exact.ts";
import { binomialLetters, certain, jobOutcomes, library } from "./library.ts";
import { runModel } from "./run-model.ts";
import { where } from "./terms.ts";

// rules/adjustment/withheld-under-minimum.json. Five months of 3 starts at £100, each with an outcome in the same month
// with chance 1/3, at £300; costs £500 a month. From month 2 a fifth of all that is owed to date is withheld while
// outcomes to date are under a third of starts to date: under 1 a month, so that exactly as many are enough.
// Exact: all 4⁵ futures. Seed "library-withheld", 40,000 paths; no value but the walk's, each within 4 standard errors.
const MONTHS = 5;
const terms = ["per-start", "single-outcome"];
const parameters = {
  startPrice: 100,
  jobOutcomePrice: 300,
  outcomeTermDays: 0,
};
const { ledgers } = runModel(
  scenario("library-withheld", MONTHS, {
    volume: certain(3),
    delivery: jobOutcomes(1 / 3),
    costs: { perMonth: 500 },
    rulesets: library(...terms, "withheld-under-minimum"),
    policies: [
      policy("free", terms, parameters),
      policy("withheld", [...terms, "withheld-under-minimum"], {
        ...parameters,
        withheldShare: 0.2,
        minimumPerformance: 1 / 3,
        performanceFromMonth: 2,
      }),
    ],
  }),
  { paths: 40_000, seed: "library-withheld" },
);

function walk(outcomes: number[]) {
  let [owed, toDate, paid, lowest] = [0, 0, 0, 0];
  let released = false;
  let wasUnder = false;
  outcomes.forEach((people, k) => {
    const month = k + 1;
    owed += 30_000 + 30_000 * people;
    toDate += people;
    const under = month >= 2 && toDate < month;
    paid = under ? 0.8 * owed : owed;
    released ||= wasUnder && !under;
    wasUnder = under;
    lowest = Math.min(lowest, paid - 50_000 * month);
  });
  return { owed, paid, released, under: wasUnder, peak: -lowest };
}

const futures = sequences(binomialLetters(binomial(3, 1 / 3)), MONTHS).map(({ values, chance }) => ({
  ...walk(values),
  chance,
}));

test("what is withheld and not released is lost, by the exact law of the payment", () => {
  followsOver("payment", ledgers.withheld!.payment, futures, (f) => Math.round(f.paid));
  followsOver("withheld", ledgers.withheld!.otherPayment, futures, (f) => Math.round(f.paid - f.owed));
});

test("withholding and release move cash, by the exact law of the peak funding", () => {
  expect(futures.filter((f) => f.released).length).toBeGreaterThan(100);
  followsOver("peak funding", ledgers.withheld!.peakFunding, futures, (f) => Math.round(f.peak));
});

test("on every path all or four fifths is paid in the end, by the outcomes of the whole contract", () => {
  const { payment, jobOutcomes: reached } = ledgers.withheld!;
  const wrong = payment.findIndex((paid, i) => {
    const share = reached[i]! < MONTHS ? 0.8 : 1;
    return paid !== Math.round(share * ledgers.free!.payment[i]!);
  });
  expect(wrong).toBe(-1);
});

test("what is withheld before an end is released when those who started before it bring the minimum", () => {
  // 20 start by the end after month 2, at £100; each reaches an outcome in months 4 and 5, at £1,000: more than 15 %.
  const endAfter = endsWhen({ all: [where("month", "equal", 2)] }, {}, "end-after");
  const bound = [...terms, "withheld-under-minimum", "end-after"];
  const paid = (minimumPerformance: number) =>
    runModel(
      scenario("withheld-after-end", 6, {
        contract: { lastMonth: 9 },
        volume: certain(10),
        delivery: { startRate: 1, stages: [{ id: "jobOutcomes", rate: 1, delayMonths: 3 }] },
        rulesets: [...library(...bound.slice(0, -1)), endAfter],
        parameters: { startPrice: 100, jobOutcomePrice: 1000, withheldShare: 0.25, minimumPerformance },
        policies: [policy("withheld", bound)],
      }),
      { paths: 1 },
    ).ledgers.withheld!.payment[0];
  expect(paid(0.15)).toBe(2_200_000);
  // All 20 are needed, and all come.
  expect(paid(1)).toBe(2_200_000);
});
