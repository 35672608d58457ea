import { expect, test } from "vitest";
import { follows, policy, scenario } from "./endings.ts";
import { binomial, convolve, type Law } from "./exact.ts";
import { certain, library } from "./library.ts";
import { runModel } from "./run-model.ts";

// rules/indexation/indexation.json. Three contract years of one referral a month.
// Closed form: prices × 1, 1 + r and (1 + r)². 20,000 paths; each value within 4 standard errors.
const terms = ["per-start", "indexation"];
const years = (id: string, startRate: number, parameters: Record<string, unknown>) =>
  runModel(
    scenario(id, 36, {
      volume: certain(1),
      delivery: { startRate },
      rulesets: library(...terms),
      policies: [
        policy("free", ["per-start"], { startPrice: parameters.startPrice }),
        policy("indexed", terms, parameters),
      ],
    }),
    { paths: 20_000, seed: id },
  );

test("half of the referrals start at £100, £110 and £121", () => {
  const { ledgers } = years("indexation-chance", 0.5, { startPrice: 100, inflationRate: 0.1 });
  const chances = binomial(12, 0.5);
  const year = (pence: number): Law => new Map(chances.map((p, starts) => [pence * starts, p]));
  follows("payment", ledgers.indexed!.payment, convolve(convolve(year(10_000), year(11_000)), year(12_100)));
  follows("the rise", ledgers.indexed!.otherPayment, convolve(year(1_000), year(2_100)));
});

test.each([
  // £1.01 × 0.033 is 3.333p and × (1.033² − 1) is 6.776p: rounded in each month.
  [0.033, 1, 12 * (3 + 7)],
  [0.033, 0.5, 12 * (2 + 3)],
  // 0.95 and 0.9025: prices fall by 5.05p and 9.8475p.
  [-0.05, 1, -12 * (5 + 10)],
  [0, 1, 0],
])("at %d a year, %d of it indexed, every month's rise is rounded once", (rate, share, pence) => {
  const { ledgers } = years("indexation-pence", 1, {
    startPrice: 1.01,
    inflationRate: rate,
    indexedShare: share,
  });
  expect(new Set(ledgers.free!.payment)).toEqual(new Set([36 * 101]));
  expect(new Set(ledgers.indexed!.payment)).toEqual(new Set([36 * 101 + pence]));
});
