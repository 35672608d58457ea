import { expect, test } from "vitest";
import { deviation, runModel } from "./run-model.ts";
import { model, perStart } from "./terms.ts";

// Model: Poisson referrals, 40 a month, times a gamma factor of mean 1 and shape 25, drawn once a contract or anew
// each month. Closed form: the total is negative binomial of size 25 and mean 480, or the 12-fold convolution of the
// negative binomial of size 25 and mean 40. 100,000 paths each; 4 standard errors.
const paths = 100_000;
const seed = "over-dispersion";
const shape = 25;
const run = (scope: "contract" | "month", months = 12) =>
  runModel(
    model("over-dispersion", months, {
      volume: {
        indicative: 40,
        overDispersion: { distribution: { gamma: { mean: 1, shape } }, scope },
      },
      // Break-even at 90 % of the indicative volume: the chance of a loss is the chance of fewer.
      costs: { setUp: 100 * 432 },
      rulesets: [perStart(100)],
    }),
    { paths, seed },
  );
const shared = run("contract").measures.terms!;
const monthly = run("month").measures.terms!;

function negativeBinomial(mean: number, most: number): number[] {
  const p = mean / (mean + shape);
  const chance = [(1 - p) ** shape];
  for (let n = 1; n <= most; n++) chance.push((chance[n - 1]! * p * (shape + n - 1)) / n);
  return chance;
}

const convolve = (a: number[], b: number[], most: number) =>
  Array.from({ length: most + 1 }, (_, n) => {
    let sum = 0;
    for (let k = 0; k <= n; k++) sum += a[k]! * b[n - k]!;
    return sum;
  });

const under = (chance: number[], n: number) => chance.slice(0, n).reduce((a, b) => a + b, 0);
const month = negativeBinomial(40, 1500);
let year = month;
for (let m = 2; m <= 12; m++) year = convolve(year, month, 1500);
const exact = { shared: under(negativeBinomial(480, 1500), 432), monthly: under(year, 432) };

test("a factor shared over the contract makes the total negative binomial", () => {
  expect(deviation(shared.meanReferrals, 480)).toBeLessThan(4);
  expect(deviation(shared.sdReferrals, Math.sqrt(480 + 480 ** 2 / shape))).toBeLessThan(4);
  expect(deviation(shared.probabilityOfLoss, exact.shared)).toBeLessThan(4);
});

test("a factor drawn anew each month makes the total a convolution of negative binomials", () => {
  expect(deviation(monthly.meanReferrals, 480)).toBeLessThan(4);
  expect(deviation(monthly.sdReferrals, Math.sqrt(480 + (12 * 40 ** 2) / shape))).toBeLessThan(4);
  expect(deviation(monthly.probabilityOfLoss, exact.monthly)).toBeLessThan(4);
});

test("sharing the factor makes a bad year likelier by the ratio that the exact chances say", () => {
  const p = shared.probabilityOfLoss!;
  const q = monthly.probabilityOfLoss!;
  const ratio = p.value! / q.value!;
  const se = ratio * Math.hypot(p.se! / p.value!, q.se! / q.value!);
  expect(deviation({ value: ratio, se }, exact.shared / exact.monthly)).toBeLessThan(4);
});

test("both scopes have the same marginal: in a contract of one month they are the same futures", () => {
  const once = run("contract", 1).ledgers.terms!.referrals;
  expect(run("month", 1).ledgers.terms!.referrals).toEqual(once);
});
