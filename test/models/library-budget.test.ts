import { describe, expect, it } from "vitest";
import { agreesOver, endsWhen, followsOver, months, policy, scenario } from "./endings.ts";
import { sequences } from "./exact.ts";
import { certain, library } from "./library.ts";
import { runModel } from "./run-model.ts";
import { where } from "./terms.ts";

// rules/limit/budget-of-year.json. Six months from January, so that the financial year ends with month 3, of 0, 2 or 6
// referrals (0.2, 0.2, 0.6), all of whom start, at £100. The year's budget is £800 or £1,700 (0.25, 0.75), drawn once; a
// policy also pays back £300 for each referral missing at the end from 15 of 24, in the second financial year.
// Exact: all 3⁶ futures × budgets. 40,000 paths; no value but the enumeration's, each within 4 standard errors.
const budgets = [
  { pence: 80_000, chance: 0.25 },
  { pence: 170_000, chance: 0.75 },
];
const { ledgers, measures } = runModel(
  {
    ...scenario("library-budget", 6, {
      commissioner: {
        budgetPerFinancialYear: {
          empirical: {
            values: budgets.map((b) => b.pence / 100),
            weights: budgets.map((b) => b.chance),
          },
        },
      },
      rulesets: library("per-start", "band-clawback", "budget-of-year"),
      policies: [
        policy("held", ["per-start", "budget-of-year"], { startPrice: 100 }),
        policy("clawback", ["per-start", "band-clawback", "budget-of-year"], {
          startPrice: 100,
          bandUnder: 0.375,
          clawbackPerMissing: 300,
          paymentPerExtra: 0,
        }),
      ],
    }),
    contractStart: "2018-01-01",
  },
  { paths: 40_000, seed: "library-budget" },
);
const sum = (numbers: number[]) => numbers.reduce((total, x) => total + x, 0);
const futures = sequences(months, 6).flatMap(({ values, chance }) =>
  budgets.map((budget) => {
    const [first, second] = [10_000 * sum(values.slice(0, 3)), 10_000 * sum(values.slice(3))];
    const back = 30_000 * Math.max(0, 15 - sum(values));
    return {
      chance: chance * budget.chance,
      first: Math.min(first, budget.pence),
      second: Math.min(second, budget.pence),
      secondAfterClawback: Math.min(second - back, budget.pence),
      madeRoom: second > budget.pence && back > 0,
    };
  }),
);

describe("a budget that payments of each financial year are held to", () => {
  it("pays the lesser of what is owed and the budget, on either side of the end of March", () => {
    followsOver("held", ledgers.held!.payment, futures, (f) => f.first + f.second);
    agreesOver("2017/18", measures.held!.meanOwedInYear2017!, futures, (f) => f.first / 100);
    agreesOver("2018/19", measures.held!.meanOwedInYear2018!, futures, (f) => f.second / 100);
  });

  it("is never exceeded", () => {
    expect(ledgers.held!.overBudget!.some((flag) => flag > 0)).toBe(false);
  });

  it("gives back what it took off as far as a clawback of the same year makes room", () => {
    expect(futures.some((f) => f.madeRoom)).toBe(true);
    followsOver("clawback", ledgers.clawback!.payment, futures, (f) => f.first + f.secondAfterClawback);
  });
});

describe("a settlement and a budget", () => {
  // £1,000 a month is owed in months 1 to 4 of a year from April; an end after month 8, or 12, settles £100 for each of
  // 40, or 80, people missing.
  const paid = (endAfter: number, budgetPerFinancialYear: number) => {
    const end = endsWhen({ all: [where("month", "equal", endAfter)] }, {}, "end-after");
    const bound = ["per-start", "to-date", "always-commissioner", "budget-of-year"];
    const { ledgers } = runModel(
      scenario("budget-settlement", 14, {
        volume: { ...certain(10), ramp: [1, 1, 1, 1, 0] },
        commissioner: { budgetPerFinancialYear },
        rulesets: [...library(...bound), end],
        parameters: { startPrice: 100, countedShare: 1, feePerMissing: 100 },
        policies: [policy("ends", [...bound, "end-after"])],
      }),
      { paths: 1 },
    );
    return ledgers.ends!.payment[0]! / 100;
  };

  it("the settlement is paid whole, whatever is left of the budget", () => {
    expect(paid(8, 4500)).toBe(4000 + 4000);
    expect(paid(8, 4000)).toBe(4000 + 4000);
    expect(paid(8, 3999)).toBe(3999 + 4000);
    // In March, the last month of the year.
    expect(paid(12, 3999)).toBe(3999 + 8000);
  });
});
