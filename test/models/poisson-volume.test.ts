import { expect, test } from "vitest";
import { deviation, runModel } from "./run-model.ts";
import { model, perStart } from "./terms.ts";

// Model: Poisson referrals, 4 a month for a year, everyone starts, £500 a start, cost £1,800 a month.
// Closed form: N ~ Poisson(48), margin = 500 N − 21,600; 200,000 paths; 4 standard errors, quantiles exact.
const paths = 200_000;
const seed = "poisson-volume";
const { terms: measures } = runModel(
  model("poisson-volume", 12, {
    volume: { indicative: 4 },
    costs: { perMonth: 1800 },
    rulesets: [perStart(500)],
  }),
  { paths, seed },
).measures;

const most = 200;
const chance = [Math.exp(-48)];
for (let n = 1; n <= most; n++) chance.push((chance[n - 1]! * 48) / n);
const margin = (n: number) => 500 * n - 21_600;
const mean = (of: (n: number) => number) => chance.reduce((sum, p, n) => sum + p * of(n), 0);

test("the margin of Poisson starts has the mean and the standard deviation of the closed form", () => {
  expect(deviation(measures!.meanMargin, 500 * 48 - 21_600)).toBeLessThan(4);
  expect(deviation(measures!.sdMargin, 500 * Math.sqrt(48))).toBeLessThan(4);
  expect(deviation(measures!.sdReferrals, Math.sqrt(48))).toBeLessThan(4);
});

test("the chance of a loss is the Poisson distribution function at break-even", () => {
  const loss = mean((n) => (margin(n) < 0 ? 1 : 0));
  expect(deviation(measures!.probabilityOfLoss, loss, Math.sqrt((loss * (1 - loss)) / paths))).toBeLessThan(
    4,
  );
  expect(
    deviation(
      measures!.expectedLoss,
      mean((n) => Math.max(0, -margin(n))),
    ),
  ).toBeLessThan(4);
});

test("quantiles of the margin are those of the Poisson distribution where no atom ends near the level", () => {
  for (const [level, name] of [
    [0.05, "marginQuantile05"],
    [0.5, "marginQuantile50"],
    [0.95, "marginQuantile95"],
  ] as const) {
    let n = 0;
    let upTo = chance[0]!;
    while (upTo < level) upTo += chance[++n]!;
    const se = Math.sqrt((level * (1 - level)) / paths);
    // Else the sample quantile could fall on the next atom by luck.
    expect(Math.min(upTo - level, level - (upTo - chance[n]!))).toBeGreaterThan(4 * se);
    expect(measures![name]!.value).toBe(margin(n));
  }
});

test("money owed is the price times the starts on every path", () => {
  const free = runModel(
    model("poisson-volume", 12, { volume: { indicative: 4 }, rulesets: [perStart(499.99)] }),
    { paths: 2000, seed },
  );
  const { startFee, starts, margin: kept } = free.ledgers.terms!;
  for (const [i, count] of starts.entries()) {
    expect(startFee[i]).toBe(count * 49_999);
    expect(kept[i]).toBe(count * 49_999);
  }
});
