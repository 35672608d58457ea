import { describe, expect, it } from "vitest";
import { fitShare } from "../../src/calibrate/fit-share.ts";
import { ripeGroups, ripePeople } from "../../src/calibrate/ripe-people.ts";
import { shareLikelihood } from "../../src/calibrate/share-likelihood.ts";
import { thinnedInterval } from "../../src/calibrate/thinned-interval.ts";
import { clopperPearson } from "../../src/sim/risk/clopper-pearson.ts";

const beta = (from: number, n: number) =>
  Array.from({ length: n }, (_, j) => Math.log(from + j)).reduce((a, b) => a + b, 0);
/** The beta-binomial log chance without its number of ways, as the textbook has it. */
const betaBinomial = (hits: number, of: number, mean: number, size: number) =>
  beta(mean * size, hits) + beta((1 - mean) * size, of - hits) - beta(size, of);

describe("a share in one contract", () => {
  it("is hits over people with Clopper and Pearson's interval: 4 of 20 is 0.0573 to 0.4366", () => {
    const { share, method, spread, beta: law } = fitShare([{ hits: 4, of: 20 }]);
    expect(method).toBe("exact");
    expect(spread).toBeUndefined();
    expect(share.value).toBe(0.2);
    // P(X >= 4) at the low end and P(X <= 4) at the high one are 2.5 %, by the binomial's own sum.
    const tail = (p: number, from: number, to: number) => {
      let [chance, sum] = [(1 - p) ** 20, 0];
      for (let k = 0; k <= 20; k++) {
        if (k >= from && k <= to) sum += chance;
        chance *= ((20 - k) / (k + 1)) * (p / (1 - p));
      }
      return sum;
    };
    expect(tail(share.low, 4, 20)).toBeCloseTo(0.025, 9);
    expect(tail(share.high, 0, 4)).toBeCloseTo(0.025, 9);
    // What is drawn has the mean that is told, and as many people.
    expect(law).toEqual({ mean: 4 / 20, size: 20 });
  });

  it("is drawn with a mean that is right on average, but where none or all did it", () => {
    const [of, share] = [14, 0.25];
    let [chance, mean] = [(1 - share) ** of, 0];
    const [none, all] = [chance, share ** of];
    for (let hits = 0; hits <= of; hits++) {
      mean += chance * fitShare([{ hits, of }]).beta.mean;
      chance *= ((of - hits) / (hits + 1)) * (share / (1 - share));
    }
    // Hits over people are right on average; none and all of them are moved by half a person of so many and one.
    expect(mean - share).toBeCloseTo(((none - all) * 0.5) / (of + 1), 12);
  });

  it("of nobody or everybody has a law to draw from all the same", () => {
    // Jeffreys' prior: half a person either way.
    expect(fitShare([{ hits: 0, of: 10 }]).beta).toEqual({ mean: 0.5 / 11, size: 11 });
    expect(fitShare([{ hits: 10, of: 10 }]).beta).toEqual({ mean: 10.5 / 11, size: 11 });
    expect(fitShare([{ hits: 10, of: 10 }]).share).toMatchObject({ value: 1, high: 1 });
  });
});

describe("a share over contracts", () => {
  const contracts = [
    { hits: 30, of: 40 },
    { hits: 12, of: 30 },
    { hits: 25, of: 35 },
    { hits: 9, of: 20 },
  ];

  it("has the likelihood of the beta-binomial law", () => {
    const size = 1 / 0.08 - 1;
    const exact = contracts
      .map(({ hits, of }) => betaBinomial(hits, of, 0.6, size))
      .reduce((a, b) => a + b, 0);
    expect(shareLikelihood(contracts, 0.6, 0.08)).toBeCloseTo(exact, 8);
  });

  it("is where that is highest, at the fitted spread, by a fine grid", () => {
    const { share, spread, spreadChance } = fitShare(contracts);
    expect(spread).toBeGreaterThan(0.05);
    expect(spreadChance).toBeLessThan(0.05);
    const correlation = (spread! * spread!) / (share.value * (1 - share.value));
    let [best, at] = [Number.NEGATIVE_INFINITY, 0];
    for (let p = 0.3; p < 0.9; p += 0.0005) {
      const value = contracts
        .map(({ hits, of }) => betaBinomial(hits, of, p, 1 / correlation - 1))
        .reduce((a, b) => a + b, 0);
      if (value > best) [best, at] = [value, p];
    }
    expect(Math.abs(share.value - at)).toBeLessThan(0.0006);
  });

  it("of contracts that are alike is the share of all, and does not differ", () => {
    const { share, spread, spreadChance } = fitShare([
      { hits: 30, of: 40 },
      { hits: 15, of: 20 },
      { hits: 45, of: 60 },
    ]);
    expect(share.value).toBeCloseTo(0.75, 5);
    expect(spread).toBeLessThan(0.01);
    expect(spreadChance).toBeGreaterThan(0.4);
  });
});

describe("people who have not had all of their time", () => {
  const delay = [
    { months: 2, share: 0.6 },
    { months: 3, share: 0.4 },
  ];

  it("count by the share of delays that fit: by hand", () => {
    // Five months known: who began in months 1 and 2 have had three months and more, in month 3 two, later too few.
    const groups = ripeGroups([10, 20, 5, 7, 8], 5, delay);
    expect(groups).toEqual([
      { people: 30, ripe: 1 },
      { people: 5, ripe: 0.6 },
    ]);
    expect(ripePeople(groups)).toBe(33);
  });

  it("have Clopper and Pearson's interval where all are ripe, and twice theirs where all are half ripe", () => {
    expect(thinnedInterval(7, [{ people: 40, ripe: 1 }])).toEqual(clopperPearson(7, 40));
    // An outcome has chance rate ÷ 2, so that the ends are twice the binomial ones.
    const half = thinnedInterval(7, [{ people: 40, ripe: 0.5 }]);
    expect(half.low).toBeCloseTo(2 * clopperPearson(7, 40).low, 5);
    expect(half.high).toBeCloseTo(2 * clopperPearson(7, 40).high, 5);
    expect(thinnedInterval(0, [{ people: 40, ripe: 0.5 }]).low).toBe(0);
  });

  it("of two kinds have the interval whose tails are 2.5 %, by the sum of two binomials", () => {
    const groups = [
      { people: 12, ripe: 1 },
      { people: 8, ripe: 0.4 },
    ];
    const { low, high } = thinnedInterval(5, groups);
    const chances = (n: number, p: number) => {
      let chance = (1 - p) ** n;
      return Array.from({ length: n + 1 }, (_, k) => {
        const own = chance;
        chance *= ((n - k) / (k + 1)) * (p / (1 - p));
        return own;
      });
    };
    const atMost = (most: number, rate: number) => {
      const [a, b] = [chances(12, rate), chances(8, 0.4 * rate)];
      let sum = 0;
      for (const [i, x] of a.entries()) for (const [j, y] of b.entries()) if (i + j <= most) sum += x * y;
      return sum;
    };
    expect(1 - atMost(4, low)).toBeCloseTo(0.025, 5);
    expect(atMost(5, high)).toBeCloseTo(0.025, 5);
  });
});
