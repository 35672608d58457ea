import { describe, expect, it } from "vitest";
import { fitVolume } from "../../src/calibrate/fit-volume.ts";
import { openMonthLikelihood } from "../../src/calibrate/month-counts.ts";
import { openVolumeLikelihood } from "../../src/calibrate/volume-likelihood.ts";
import { volumePeak } from "../../src/calibrate/volume-peak.ts";

const logFactorial = (n: number) =>
  Array.from({ length: n }, (_, i) => Math.log(i + 1)).reduce((a, b) => a + b, 0);
const rise = (size: number, n: number) =>
  Array.from({ length: n }, (_, j) => Math.log(size + j)).reduce((a, b) => a + b, 0);
/** The log chance of a negative binomial count, as the textbook has it. */
const negativeBinomial = (n: number, mean: number, size: number) =>
  rise(size, n) -
  logFactorial(n) +
  size * Math.log(size / (size + mean)) +
  n * Math.log(mean / (size + mean));

const counts = [3, 0, 7, 2, 4, 1, 9, 5];
const means = [4, 4, 5, 5, 5, 6, 6, 6];
const sum = (numbers: readonly number[]) => numbers.reduce((a, b) => a + b, 0);

describe("the likelihood of a contract's months", () => {
  it("is the textbook's, Poisson and negative binomial, and its derivatives are its differences", () => {
    for (const variance of [0, 0.2, 1.5]) {
      const of = openMonthLikelihood({ counts, means }, variance);
      for (const u of [-0.7, 0, 0.4]) {
        const exact = counts.map((n, i) => {
          const mean = means[i]! * Math.exp(u);
          return variance === 0
            ? n * Math.log(mean) - mean - logFactorial(n)
            : negativeBinomial(n, mean, 1 / variance);
        });
        const { value, slope, bend } = of(u, Math.exp(u));
        expect(value).toBeCloseTo(sum(exact), 9);
        const [up, down] = [of(u + 1e-4, Math.exp(u + 1e-4)), of(u - 1e-4, Math.exp(u - 1e-4))];
        expect(slope).toBeCloseTo((up.value - down.value) / 2e-4, 5);
        expect(bend).toBeCloseTo((up.slope - down.slope) / 2e-4, 5);
      }
    }
  });

  it("is the same where counts are so many that sums are taken another way", () => {
    const many = { counts: [201, 350], means: [200, 400] };
    const of = openMonthLikelihood(many, 0.3);
    const exact = many.counts.map((n, i) => negativeBinomial(n, many.means[i]!, 1 / 0.3));
    expect(of(0, 1).value).toBeCloseTo(sum(exact), 7);
  });
});

describe("the likelihood of contracts", () => {
  const contracts = [
    { counts: [3, 5, 4], means: [6, 6, 6] },
    { counts: [9, 7, 12], means: [6, 6, 6] },
    { counts: [0, 0, 1], means: [2, 4, 6] },
  ];

  it("with Poisson months and gamma contracts is known in closed form: totals are negative binomial", () => {
    for (const cv of [0.2, 0.8, 1.6]) {
      const of = openVolumeLikelihood(contracts, "gamma", cv, 0);
      for (const logRatio of [-0.5, 0.2]) {
        const exact = contracts.map(({ counts: own, means: m }) => {
          // Given the total, months are multinomial.
          const split =
            logFactorial(sum(own)) + sum(own.map((n, i) => n * Math.log(m[i]! / sum(m)) - logFactorial(n)));
          return split + negativeBinomial(sum(own), sum(m) * Math.exp(logRatio), 1 / (cv * cv));
        });
        // The trapezium rule's own error; a log-likelihood is judged to tenths.
        expect(of(logRatio).value).toBeCloseTo(sum(exact), 3);
      }
    }
  });

  it("with lognormal contracts is the integral, by brute force", () => {
    const [spread, variance, logRatio] = [0.6, 0.1, -0.2];
    const exact = contracts.map(({ counts: own, means: m }) => {
      let integral = 0;
      for (let z = -8; z <= 8; z += 0.002) {
        const ratio = Math.exp(logRatio + spread * z);
        const log = sum(own.map((n, i) => negativeBinomial(n, m[i]! * ratio, 1 / variance)));
        integral += (Math.exp(log - (z * z) / 2) / Math.sqrt(2 * Math.PI)) * 0.002;
      }
      return Math.log(integral);
    });
    const of = openVolumeLikelihood(contracts, "lognormal", spread, variance);
    const { value, slope, bend } = of(logRatio);
    expect(value).toBeCloseTo(sum(exact), 4);
    const [up, down] = [of(logRatio + 1e-3), of(logRatio - 1e-3)];
    expect(slope).toBeCloseTo((up.value - down.value) / 2e-3, 3);
    expect(bend).toBeCloseTo((up.slope - down.slope) / 2e-3, 3);
  });

  it("without a spread is that of one ratio", () => {
    const alike = openVolumeLikelihood(contracts, "none", 0, 0.1)(0.1).value;
    expect(openVolumeLikelihood(contracts, "lognormal", 1e-4, 0.1)(0.1).value).toBe(alike);
    expect(openVolumeLikelihood(contracts, "lognormal", 0.01, 0.1)(0.1).value).toBeCloseTo(alike, 2);
  });
});

describe("the peak", () => {
  it("of Poisson months is actual over indicative", () => {
    const { logRatio } = volumePeak([{ counts, means }], { law: "none", monthly: false }, "plain");
    expect(Math.exp(logRatio)).toBeCloseTo(sum(counts) / sum(means), 7);
  });

  it("of negative binomial months is the best point of a fine grid", () => {
    const { logRatio, monthlyVariance, value } = volumePeak(
      [{ counts, means }],
      { law: "none", monthly: true },
      "plain",
    );
    let best = { value: Number.NEGATIVE_INFINITY, ratio: 0, sd: 0 };
    for (let ratio = 0.5; ratio < 1.1; ratio += 0.005)
      for (let sd = 0.01; sd < 1.2; sd += 0.01) {
        const at = sum(counts.map((n, i) => negativeBinomial(n, means[i]! * ratio, 1 / (sd * sd))));
        if (at > best.value) best = { value: at, ratio, sd };
      }
    expect(best.sd).toBeGreaterThan(0.2);
    expect(value).toBeGreaterThanOrEqual(best.value - 1e-6);
    expect(Math.abs(Math.exp(logRatio) - best.ratio)).toBeLessThan(0.005);
    expect(Math.abs(Math.sqrt(monthlyVariance) - best.sd)).toBeLessThan(0.01);
  });
});

describe("the interval of the ratio", () => {
  it("with months as even as can be is the Poisson likelihood's, at Student's t of the months", () => {
    const even = { counts: [7, 7, 7, 7, 7, 7], means: [10, 10, 10, 10, 10, 10] };
    const { ratio, monthlySd, spread } = fitVolume([even], "none");
    expect(spread).toBeUndefined();
    expect(ratio.value).toBeCloseTo(0.7, 6);
    expect(monthlySd.value).toBeLessThan(0.01);
    // t of 5 degrees at 97.5 %: 2.570582 (NIST/SEMATECH e-Handbook, 1.3.6.7.2).
    const drop = (r: number) => 2 * (42 * Math.log(0.7 / r) - 60 * (0.7 - r));
    expect(drop(ratio.low)).toBeCloseTo(2.570582 ** 2, 2);
    expect(drop(ratio.high)).toBeCloseTo(2.570582 ** 2, 2);
  });

  it("of many people is Student's of the logarithms of contracts' ratios, as for normal numbers", () => {
    // So many that the counts' own luck does not matter: log ratios 0, 0.2, 0.4 and 0.6 to five digits.
    const contracts = [0, 0.2, 0.4, 0.6].map((log) => ({
      counts: [1, 2, 3].map(() => Math.round(300_000 * Math.exp(log))),
      means: [300_000, 300_000, 300_000],
    }));
    const { ratio, spread } = fitVolume(contracts, "lognormal");
    const sd = Math.sqrt((0.09 + 0.01 + 0.01 + 0.09) / 3);
    expect(spread!.value).toBeCloseTo(sd, 2);
    // t of 3 degrees at 97.5 %: 3.182446. The likelihood of the mean at a known spread is a parabola.
    expect(Math.log(ratio.low)).toBeCloseTo(0.3 - (3.182446 * sd) / 2, 2);
    expect(Math.log(ratio.high)).toBeCloseTo(0.3 + (3.182446 * sd) / 2, 2);
  });
});
