import { describe, expect, it } from "vitest";
import { binomialRanks } from "../../../src/sim/risk/binomial-ranks.ts";
import { bonettPrice } from "../../../src/sim/risk/bonett-price.ts";
import { clopperPearson } from "../../../src/sim/risk/clopper-pearson.ts";

/** P(B ≤ b) for B ~ Binomial(count, probability), term by term. */
function binomialAtMost(b: number, count: number, probability: number): number {
  let chance = (1 - probability) ** count;
  let sum = 0;
  for (let hits = 0; hits <= b; hits++) {
    sum += chance;
    chance *= ((count - hits) * probability) / ((hits + 1) * (1 - probability));
  }
  return sum;
}

describe("Clopper–Pearson", () => {
  it("has the closed form at no hit and at all hits", () => {
    for (const count of [1, 10, 1000, 1_000_000]) {
      const end = 1 - 0.025 ** (1 / count);
      expect(clopperPearson(0, count).low).toBe(0);
      expect(Math.abs(clopperPearson(0, count).high / end - 1)).toBeLessThan(1e-9);
      expect(clopperPearson(count, count).high).toBe(1);
      expect(clopperPearson(count, count).low).toBeCloseTo(1 - end, 12);
    }
  });

  it("leaves 2.5 % of the binomial distribution on each side", () => {
    for (const [hits, count] of [
      [1, 10],
      [5, 50],
      [60, 100],
      [3, 400],
    ] as const) {
      const { low, high } = clopperPearson(hits, count);
      expect(1 - binomialAtMost(hits - 1, count, low)).toBeCloseTo(0.025, 9);
      expect(binomialAtMost(hits, count, high)).toBeCloseTo(0.025, 9);
    }
  });

  it("has the published limits for 1 of 10", () => {
    const { low, high } = clopperPearson(1, 10);
    expect(low).toBeCloseTo(0.0025, 4);
    expect(high).toBeCloseTo(0.445, 4);
  });
});

describe("ranks of a quantile's interval", () => {
  it("cover at least 95 % and no rank less would do", () => {
    for (const count of [20, 60, 100, 200]) {
      for (const percent of [5, 50, 95]) {
        const { low, high } = binomialRanks(count, percent);
        const level = percent / 100;
        if (low > 1) {
          expect(binomialAtMost(low - 1, count, level)).toBeLessThanOrEqual(0.025);
          expect(binomialAtMost(low, count, level)).toBeGreaterThanOrEqual(0.025);
        }
        if (high < count) {
          expect(binomialAtMost(high - 1, count, level)).toBeGreaterThanOrEqual(0.975);
          expect(binomialAtMost(high - 2, count, level)).toBeLessThan(0.975);
        }
      }
    }
  });

  it("are the published ones for the median of 100", () => {
    expect(binomialRanks(100, 50)).toEqual({ low: 40, high: 61 });
  });

  it("lie beyond the sample where it is too small to bound that side", () => {
    // The largest of 100 is above the 99 % quantile with a chance of 1 − 0.99^100 = 63 %, the smallest of 10 below
    // the 5 % quantile with 40 %: neither is 97.5 %.
    expect(binomialRanks(100, 99)).toMatchObject({ high: 101 });
    expect(binomialRanks(10, 5)).toMatchObject({ low: 0 });
    // Both ends exist from the first n with 1 − p^n ≥ 97.5 %.
    for (const [percent, enough] of [
      [99, 368],
      [95, 72],
    ] as const) {
      expect((percent / 100) ** enough).toBeLessThanOrEqual(0.025);
      expect((percent / 100) ** (enough - 1)).toBeGreaterThan(0.025);
      expect(binomialRanks(enough, percent).high).toBe(enough);
      expect(binomialRanks(enough - 1, percent).high).toBe(enough);
      expect(binomialRanks(enough, 100 - percent).low).toBe(1);
      expect(binomialRanks(enough - 1, 100 - percent).low).toBe(0);
    }
  });

  it("lie 1.96 standard deviations around the level in a large sample", () => {
    const { low, high } = binomialRanks(1_000_000, 95);
    const reach = 1.959964 * Math.sqrt(1_000_000 * 0.95 * 0.05);
    expect(Math.abs(low - (950_000 - reach))).toBeLessThan(2);
    expect(Math.abs(high - (950_000 + reach))).toBeLessThan(2);
  });
});

describe("Bonett–Price", () => {
  it("is the adjusted Wald interval with one path added to each discordant count", () => {
    const { low, high, se } = bonettPrice(12, 4, 100);
    const [first, second] = [13 / 102, 5 / 102];
    const reach = 1.959963984540054 * Math.sqrt((first + second - (first - second) ** 2) / 102);
    expect(low).toBeCloseTo(first - second - reach, 12);
    expect(high).toBeCloseTo(first - second + reach, 12);
    expect(se).toBeCloseTo(Math.sqrt((0.16 - 0.08 ** 2) / 100), 12);
  });

  it("keeps a width where no path tells the two apart", () => {
    const { low, high, se } = bonettPrice(0, 0, 1000);
    expect(se).toBe(0);
    expect(high).toBeGreaterThan(0.002);
    expect(low).toBeCloseTo(0 - high, 15);
  });
});
