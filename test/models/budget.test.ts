import { expect, test } from "vitest";
import { deviation, runModel } from "./run-model.ts";
import { model, perStart } from "./terms.ts";

// Model: 3 Poisson starts a month from October 2017 for 18 months at £300; a budget of £7,500 a financial year; once
// a year's payments reach it, referrals stop until April. Closed form: in each year the count at the end of a month
// goes on by a Poisson number while it is under 25; 6 months in the first year, 12 in the second; the years are
// independent. 200,000 paths; 4 standard errors.
const paths = 200_000;
const { terms: measures } = runModel(
  {
    ...model("budget", 18, {
      volume: { indicative: 3 },
      commissioner: { budgetPerFinancialYear: 7500, stopsWhenSpent: true },
      rulesets: [perStart(300)],
    }),
    contractStart: "2017-10-01",
  },
  { paths, seed: "budget" },
).measures;

const month = [Math.exp(-3)];
for (let n = 1; n <= 40; n++) month.push((month[n - 1]! * 3) / n);

/** Chances of each number of starts in a financial year of so many months. */
function year(months: number): number[] {
  let chance = [1];
  for (let m = 0; m < months; m++) {
    const next = new Array<number>(80).fill(0);
    for (const [n, p] of chance.entries()) {
      if (n >= 25) next[n]! += p;
      else for (const [more, q] of month.entries()) next[n + more]! += p * q;
    }
    chance = next;
  }
  return chance;
}
const years = [year(6), year(12)];
const moment = (chance: number[], power: number) => chance.reduce((sum, p, n) => sum + p * n ** power, 0);

test("referrals stop when the year's budget is spent and come back with the next", () => {
  const mean = years.reduce((sum, chance) => sum + moment(chance, 1), 0);
  const variance = years.reduce((sum, chance) => sum + moment(chance, 2) - moment(chance, 1) ** 2, 0);
  expect(mean).toBeLessThan(54 - 5);
  expect(deviation(measures!.meanReferrals, mean)).toBeLessThan(4);
  expect(deviation(measures!.sdPayment, 300 * Math.sqrt(variance))).toBeLessThan(4);
});

test("the chance of going over the budget is that of passing it within a month", () => {
  const within = years.map((chance) => chance.slice(0, 26).reduce((a, b) => a + b, 0));
  expect(deviation(measures!.probabilityOverBudget, 1 - within[0]! * within[1]!)).toBeLessThan(4);
});
