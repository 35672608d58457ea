import { expect, it } from "vitest";
import { checkModel } from "../../models/run-model.ts";
import { model, pays, perStart, plain, pounds, terms, where } from "../../models/terms.ts";
import { lossOf, marginOf, solved } from "./solved.ts";

// Demand: in one month a Poisson number of people of mean 20, all of whom start. Its chances are summed one by one.
const mean = 20;
const chances: number[] = [];
for (let n = 0; n <= 120; n++) chances.push(n === 0 ? Math.exp(-mean) : (chances[n - 1]! * mean) / n);
const atMost = (n: number) => chances.slice(0, n + 1).reduce((sum, chance) => sum + chance, 0);
const counts = chances.map((_, n) => n);
const asked = { paths: 16_384, look: { paths: 1024, parts: 8 } };
const people = (value: number) => plain(value, "people");

it("the capacity of a newsvendor: the last place is worth its cost", async () => {
  // A place costs £40 and earns £100 where it is filled. What is earned on average with q places, for every q:
  const earned = (q: number) =>
    counts.reduce((sum, n) => sum + chances[n]! * 100 * Math.min(n, q), 0) - 40 * q;
  const best = counts.reduce((a, b) => (earned(b) > earned(a) ? b : a));
  const lastPlace = terms(
    "start-fee",
    "last-place",
    [
      pays(
        "startFee",
        { param: "earned" },
        {
          when: { all: [where("starts", "greaterThanInclusive", { fact: "capacity" })] },
        },
      ),
    ],
    { parameters: { capacity: people(10), earned: pounds(100) } },
  );
  const checked = checkModel(
    model("newsvendor", 1, { volume: { indicative: mean }, costs: { perMonth: 40 }, rulesets: [lastPlace] }),
  );
  const { value, side } = await solved(checked, "capacity", marginOf(0), asked);
  expect([value, side]).toEqual([best, "upTo"]);
});

it("the lump sum that makes a loss no likelier than 5 %", async () => {
  // The margin is F + £100 n − £3,000: with k people or more no loss at F = £3,000 − £100 k.
  const most = Math.max(...counts.filter((k) => atMost(k - 1) <= 0.05));
  const lump = terms("service-fee", "lump-sum", [pays("serviceFee", { param: "lumpSum" })], {
    parameters: { lumpSum: pounds(2500) },
  });
  const checked = checkModel(
    model("lump-sum", 1, {
      volume: { indicative: mean },
      costs: { perMonth: 3000 },
      rulesets: [lump, perStart(100)],
    }),
  );
  const { value, side } = await solved(checked, "lumpSum", lossOf(0.05), asked);
  expect([value, side]).toEqual([3000 - 100 * most, "from"]);
});

it("the threshold at which a fee comes to what is expected of it", async () => {
  // £1,000 where no more than t people come; £250 on average.
  const least = counts.find((t) => 1000 * atMost(t) >= 250)!;
  const fee = terms(
    "start-fee",
    "shortfall-fee",
    [
      pays(
        "startFee",
        { param: "fee" },
        {
          when: { all: [where("starts", "lessThanInclusive", { fact: "threshold" })] },
        },
      ),
    ],
    { parameters: { threshold: people(10), fee: pounds(1000) } },
  );
  const checked = checkModel(model("threshold", 1, { volume: { indicative: mean }, rulesets: [fee] }));
  const target = { metric: "meanPayment", at: "least", limit: 250 } as const;
  const { value, side } = await solved(checked, "threshold", target, asked);
  expect([value, side]).toEqual([least, "from"]);
});
