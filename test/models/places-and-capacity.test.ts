import { expect, test } from "vitest";
import { deviation, runModel } from "./run-model.ts";
import { model, pays, pounds, type Terms, terms } from "./terms.ts";

// Model: 5 Poisson referrals a month for a year; the provider takes at most 6 a month and is ready 1 or 2 months late
// (even chances); 50 places are called off. Clauses pay £1 for each start and each refusal, by reason.
// Closed form: accepted in a month min(N, 6), their sum S by convolution, started min(S, 50); 100,000 paths; 4
// standard errors; without capacity or delay the same with min(N, 50).
const paths = 100_000;
const count = (fact: string): Terms =>
  terms("adjustment", `count-${fact.toLowerCase()}`, [pays(fact, { mul: [{ param: "pound" }, { fact }] })], {
    parameters: { pound: pounds(1) },
  });
const facts = ["starts", "referralsRefusedByProvider", "referralsBeyondPlaces", "referralsRefused"];
const run = (volume: object, seed: string) =>
  runModel(
    model("places-and-capacity", 12, {
      volume: { indicative: 5, ...volume },
      rulesets: facts.map(count),
      policies: facts.map((fact) => ({
        id: fact.toLowerCase(),
        title: fact,
        rulesets: [`count-${fact.toLowerCase()}`],
      })),
    }),
    { paths, seed },
  ).measures;

const poisson = (mean: number, most: number) => {
  const chance = [Math.exp(-mean)];
  for (let n = 1; n <= most; n++) chance.push((chance[n - 1]! * mean) / n);
  return chance;
};
const meanOf = (chance: number[], of: (n: number) => number) =>
  chance.reduce((sum, p, n) => sum + p * of(n), 0);
const convolve = (a: number[], b: number[]) => {
  const sum = new Array<number>(a.length + b.length - 1).fill(0);
  for (const [i, p] of a.entries()) for (const [j, q] of b.entries()) sum[i + j]! += p * q;
  return sum;
};

test("places take the first so many and refuse the rest", () => {
  const m = run({ places: 50 }, "places");
  const year = poisson(60, 200);
  const taken = (n: number) => Math.min(n, 50);
  const mean = meanOf(year, taken);
  expect(deviation(m.starts!.meanReferrals, mean)).toBeLessThan(4);
  const sd = Math.sqrt(meanOf(year, (n) => taken(n) ** 2) - mean ** 2);
  expect(deviation(m.starts!.sdReferrals, sd)).toBeLessThan(4);
  expect(deviation(m.referralsbeyondplaces!.meanPayment, 60 - mean)).toBeLessThan(4);
  expect(m.referralsrefusedbyprovider!.meanPayment!.value).toBe(0);
});

test("capacity, a late provider and places refuse in this order, each counted as its own reason", () => {
  const m = run(
    { places: 50, capacityPerMonth: 6, readyDelayMonths: { empirical: { values: [1, 2] } } },
    "places and capacity",
  );
  const month = poisson(5, 60);
  const able = month.slice(0, 6);
  able.push(1 - able.reduce((a, b) => a + b, 0));
  const ready = (months: number) => {
    let total = [1];
    for (let k = 0; k < months; k++) total = convolve(total, able);
    return total;
  };
  const both = [ready(10), ready(11)];
  const even = (of: (n: number) => number) => (meanOf(both[0]!, of) + meanOf(both[1]!, of)) / 2;
  const taken = even((n) => Math.min(n, 50));
  expect(deviation(m.starts!.meanPayment, taken)).toBeLessThan(4);
  const sd = Math.sqrt(even((n) => Math.min(n, 50) ** 2) - taken ** 2);
  expect(deviation(m.starts!.sdPayment, sd)).toBeLessThan(4);
  expect(
    deviation(
      m.referralsbeyondplaces!.meanPayment,
      even((n) => Math.max(0, n - 50)),
    ),
  ).toBeLessThan(4);
  expect(deviation(m.referralsrefusedbyprovider!.meanPayment, 60 - even((n) => n))).toBeLessThan(4);
  expect(deviation(m.referralsrefused!.meanPayment, 60 - taken)).toBeLessThan(4);
});
