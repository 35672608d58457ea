import { describe, it } from "vitest";
import { agreesOver, endsWhen, followsOver, months, policy, scenario } from "./endings.ts";
import { sequences } from "./exact.ts";
import { runModel } from "./run-model.ts";
import { pays, perOutcome, perStart, pounds, terms, where } from "./terms.ts";

// Six months from January, so that the financial year ends with month 3, of 0, 2 or 6 referrals (0.2, 0.2, 0.6), all of
// whom start (£100) and find a job (£50) a month later. The year's budget is £1,700: referrals stop in the months after
// the one in which what is owed in the year reaches it, and open again in April. £1 is owed for each referral
// refused. The contract is run with and without the stop, and for each once more with an end after month 5, after
// which the jobs of those who started are paid at £20; and with a budget of £800 or £1,700 (0.25, 0.75) that stops.
// Exact: all 3⁶ futures walked month by month; 100,000 paths; no value but the walk's, each within 4 standard errors.
const MONTHS = 6;
type Chances = { pounds: number; chance: number }[];

describe("a budget of a financial year", () => {
  const refused = terms(
    "adjustment",
    "refused",
    [pays("refused", { mul: [{ param: "pound" }, { fact: "referralsRefused" }] })],
    { parameters: { pound: pounds(1) } },
  );
  const model = (id: string, stopsWhenSpent: boolean, budgets: Chances) =>
    runModel(
      {
        ...scenario(id, MONTHS, {
          contract: { lastMonth: MONTHS + 1 },
          delivery: { startRate: 1, stages: [{ id: "jobs", rate: 1, delayMonths: 1 }] },
          commissioner: {
            budgetPerFinancialYear: {
              empirical: { values: budgets.map((b) => b.pounds), weights: budgets.map((b) => b.chance) },
            },
            stopsWhenSpent,
          },
          costs: { perReferral: 3, perOutcome: { jobs: 2 } },
          rulesets: [
            perStart(100),
            perOutcome("jobs", 50),
            perOutcome("jobsAfterEnd", 20, 0, "per-job-after-end"),
            refused,
            endsWhen({ all: [where("month", "equal", 5)] }),
          ],
          policies: [
            policy("budget", ["per-start", "per-jobs", "refused"]),
            policy("ended", ["per-start", "per-jobs", "per-job-after-end", "refused", "ends"]),
          ],
        }),
        contractStart: "2018-01-01",
      },
      { paths: 100_000, seed: id },
    );

  describe.each([
    ["year-budget-stops", true, [{ pounds: 1700, chance: 1 }]],
    ["year-budget-warns", false, [{ pounds: 1700, chance: 1 }]],
    [
      "year-budget-uncertain",
      true,
      [
        { pounds: 800, chance: 0.25 },
        { pounds: 1700, chance: 0.75 },
      ],
    ],
  ] as [string, boolean, Chances][])("%s", (id, stops, budgets) => {
    const { ledgers, measures } = model(id, stops, budgets);

    it.each([
      ["budget", MONTHS + 1],
      ["ended", 5],
    ])("%s: referrals, payments and overspend follow the walk", (terms, runs) => {
      const ledger = ledgers[terms]!;
      const found = measures[terms]!;
      const say = `${id} ${terms}`;
      const futures = sequences(months, MONTHS).flatMap(({ values, chance }) =>
        budgets.map((budget) => ({
          chance: chance * budget.chance,
          ...walk(values, stops, runs, 100 * budget.pounds),
        })),
      );
      followsOver(`${say} referrals`, ledger.referrals, futures, (f) => f.accepted);
      followsOver(`${say} refused`, ledger.otherPayment!, futures, (f) => 100 * f.refused);
      followsOver(`${say} payment`, ledger.payment, futures, (f) => f.payment);
      followsOver(`${say} margin`, ledger.margin, futures, (f) => f.payment - 500 * f.accepted);
      agreesOver(`${say} P(over)`, found.probabilityOverBudget!, futures, (f) => Number(f.over));
      // Month 3 is March: what was owed until then belongs to the financial year 2017/18.
      agreesOver(`${say} owed in 2017/18`, found.meanOwedInYear2017!, futures, (f) => f.firstYear / 100);
      agreesOver(
        `${say} owed in 2018/19`,
        found.meanOwedInYear2018!,
        futures,
        (f) => (f.payment - f.firstYear) / 100,
      );
      agreesOver(`${say} E[jobs]`, found.meanJobOutcomes!, futures, (f) => f.accepted);
    });
  });
});

function walk(made: number[], stops: boolean, runs: number, budget: number) {
  let [accepted, refused, payment, year] = [0, 0, 0, 0];
  let over = false;
  let firstYear = 0;
  let last = 0;
  for (let m = 1; m <= MONTHS + 1; m++) {
    if (m === 4) year = 0;
    const live = m <= runs;
    const open = live && (!stops || year < budget);
    const referrals = open ? (made[m - 1] ?? 0) : 0;
    const turnedAway = live && !open ? (made[m - 1] ?? 0) : 0;
    const owed = 10_000 * referrals + (live ? 5_000 : 2_000) * last + 100 * turnedAway;
    accepted += referrals;
    refused += turnedAway;
    payment += owed;
    year += owed;
    if (m === 3) firstYear = payment;
    over ||= year > budget;
    last = referrals;
  }
  return { accepted, refused, payment, over, firstYear };
}
