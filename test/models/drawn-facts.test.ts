import { expect, test } from "vitest";
import { deviation, runModel } from "./run-model.ts";
import { given, model, pays, plain, pounds, terms, where } from "./terms.ts";

// Model: no volume; each month a coin falls (chance 0.3) and a number is drawn (uniform 50 to 150), once a contract
// another coin (chance 0.6). A fee of £1,000 is due in month 12 where 5 or more months' coins fell; a fee of £10 times
// the month's number where the contract's coin fell; a fee in the first month of three coins running.
// Closed form: binomial tail; sums of independent uniforms times a coin; a three-state recursion. 200,000 paths; 4
// standard errors.
const paths = 200_000;
const coin = (chance: number, each: string) => ({
  type: "boolean",
  each,
  value: { bernoulli: { p: chance } },
  sentence: "Does the coin fall?",
});
const boolean = {
  type: "boolean" as const,
  unit: "yes or no",
  default: false,
  from: "scenario" as const,
  sentence: "Does the coin fall?",
};
const fell = { all: [where("monthlyCoin", "equal", true)] };
const rulesets = [
  terms(
    "adjustment",
    "five-coins",
    [
      pays(
        "fiveCoins",
        { param: "coinFee" },
        {
          when: {
            all: [
              where("month", "equal", { fact: "lastMonth" }),
              where("coinsToDate", "greaterThanInclusive", { fact: "coinsNeeded" }),
            ],
          },
        },
      ),
    ],
    {
      parameters: { coinFee: pounds(1000), coinsNeeded: plain(5, "months") },
      facts: { monthlyCoin: boolean },
      tracked: { coinsToDate: { count: fell } },
    },
  ),
  terms(
    "adjustment",
    "number",
    [
      pays(
        "number",
        { mul: [{ param: "numberFee" }, { fact: "monthlyNumber" }] },
        {
          when: { all: [where("contractCoin", "equal", true)] },
        },
      ),
    ],
    {
      parameters: { numberFee: pounds(10) },
      facts: { contractCoin: boolean, ...given("monthlyNumber") },
    },
  ),
  terms(
    "adjustment",
    "three-running",
    [
      pays(
        "threeRunning",
        { param: "runningFee" },
        {
          when: { all: [where("firstOfThree", "equal", { fact: "month" })] },
        },
      ),
    ],
    {
      parameters: { runningFee: pounds(1) },
      facts: { monthlyCoin: boolean },
      tracked: {
        coinsRunning: { consecutive: fell },
        firstOfThree: { firstMonth: where("coinsRunning", "greaterThanInclusive", 3) },
      },
    },
  ),
];
const { measures } = runModel(
  model("drawn-facts", 12, {
    volume: { indicative: 0 },
    drawn: {
      monthlyCoin: coin(0.3, "month"),
      contractCoin: coin(0.6, "contract"),
      monthlyNumber: {
        type: "number",
        each: "month",
        unit: "people",
        value: { uniform: { min: 50, max: 150 } },
        sentence: "The month's number.",
      },
    },
    rulesets,
    policies: rulesets.map(({ id }) => ({ id, title: id, rulesets: [id] })),
  }),
  { paths, seed: "drawn-facts" },
);

test("a coin tossed anew each month falls binomially often", () => {
  let [chance, tail] = [0.7 ** 12, 0];
  for (let k = 0; k <= 12; k++) {
    if (k >= 5) tail += chance;
    chance *= ((12 - k) / (k + 1)) * (0.3 / 0.7);
  }
  expect(deviation(measures["five-coins"]!.meanPayment, 1000 * tail)).toBeLessThan(4);
});

test("a coin tossed once a contract holds in all its months; a monthly number is independent", () => {
  const { meanPayment, sdPayment } = measures.number!;
  expect(deviation(meanPayment, 10 * 0.6 * 12 * 100)).toBeLessThan(4);
  const second = 0.6 * (12 * (100 ** 2 / 12) + 1200 ** 2);
  expect(deviation(sdPayment, 10 * Math.sqrt(second - (0.6 * 1200) ** 2))).toBeLessThan(4);
});

test("three coins running come by the last month with the chance of the recursion, and pay once", () => {
  let state = [1, 0, 0];
  for (let month = 1; month <= 12; month++) {
    const [none, one, two] = state as [number, number, number];
    state = [0.7 * (none + one + two), 0.3 * none, 0.3 * one];
  }
  const hit = 1 - state.reduce((a, b) => a + b, 0);
  expect(deviation(measures["three-running"]!.meanPayment, hit)).toBeLessThan(4);
});
