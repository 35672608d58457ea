import { expect, test } from "vitest";
import { deviation, runModel } from "./run-model.ts";
import { model, pays, pounds, terms, where } from "./terms.ts";

// Model: 3 Poisson referrals a month for 18 months; in each month that is not suspended yet, referrals are suspended
// for 3 months with chance 0.08. Closed form: the chance of each number of open months by recursion over months and
// months of suspension left; given it, referrals are Poisson. 100,000 paths; 4 standard errors.
const paths = 100_000;
const [months, chance, length, rate] = [18, 0.08, 3, 3];
const counted = terms(
  "adjustment",
  "suspended-months",
  [
    pays(
      "suspendedMonth",
      { param: "pound" },
      {
        when: { all: [where("referralsSuspended", "equal", true)] },
      },
    ),
  ],
  { parameters: { pound: pounds(1) } },
);
const { terms: measures } = runModel(
  model("suspension", months, {
    volume: { indicative: rate, suspension: { chancePerMonth: chance, months: length } },
    rulesets: [counted],
  }),
  { paths, seed: "suspension" },
).measures;

/** `open[k]`: the chance of k open months, by states of months of suspension left. */
function openMonths(): number[] {
  let states = Array.from({ length }, () => new Array<number>(months + 1).fill(0));
  states[0]![0] = 1;
  for (let month = 1; month <= months; month++) {
    const next = Array.from({ length }, () => new Array<number>(months + 1).fill(0));
    for (const [left, byOpen] of states.entries()) {
      for (const [k, p] of byOpen.entries()) {
        if (p === 0) continue;
        if (left > 0) next[left - 1]![k]! += p;
        else {
          next[length - 1]![k]! += p * chance;
          next[0]![k + 1]! += p * (1 - chance);
        }
      }
    }
    states = next;
  }
  return states[0]!.map((_, k) => states.reduce((sum, byOpen) => sum + byOpen[k]!, 0));
}
const open = openMonths();
const mean = open.reduce((sum, p, k) => sum + p * k, 0);
const variance = open.reduce((sum, p, k) => sum + p * k * k, 0) - mean ** 2;

test("suspended months are as many as the recursion says", () => {
  expect(open.reduce((a, b) => a + b, 0)).toBeCloseTo(1, 12);
  expect(deviation(measures!.meanPayment, months - mean)).toBeLessThan(4);
  expect(deviation(measures!.sdPayment, Math.sqrt(variance))).toBeLessThan(4);
});

test("referrals are Poisson given the open months", () => {
  expect(deviation(measures!.meanReferrals, rate * mean)).toBeLessThan(4);
  expect(deviation(measures!.sdReferrals, Math.sqrt(rate * mean + rate ** 2 * variance))).toBeLessThan(4);
});

test("the flag follows the suspension through months without indicative volume, in which none begins", () => {
  // Volume is indicated in months 2 and 5 alone and a suspension of 3 months begins for certain: months 2 to 4 and 5 to
  // 7 of 8 are suspended, of which 2 and 5 alone have any volume to lose; month 1 and month 8 are not.
  const run = runModel(
    model("suspension-gaps", 5, {
      contract: { lastReferralMonth: 5, lastMonth: 8 },
      volume: { indicative: [0, 4, 0, 0, 4], suspension: { chancePerMonth: 1, months: 3 } },
      rulesets: [counted],
    }),
    { paths: 512, seed: "suspension-gaps" },
  );
  expect(new Set(run.ledgers.terms!.payment)).toEqual(new Set([600]));
  expect(new Set(run.ledgers.terms!.referrals)).toEqual(new Set([0]));
});
