import { expect, test } from "vitest";
import { deviation, runModel } from "./run-model.ts";
import { model } from "./terms.ts";

// Model: indicative 4 then 6 a month for 9 months from month 3 (June), times a ramp, a season and independent
// factors drawn once a contract; Poisson counts on top; perhaps no referral at all.
// Closed form: E N = S·ΠE f, Var N = E N + S²·(ΠE f² − ΠE² f), S the sum of indicative × ramp × season; with a chance
// c of none, both moments of the rate are multiplied by 1 − c. 100,000 paths; 4 standard errors.
const paths = 100_000;
const ramp = [0.25, 0.5, 1];
const season = [1, 1, 1.1, 0.9, 1, 1.2, 1, 0.6, 1.1, 1, 1, 0.4];
const scale = Array.from({ length: 9 }, (_, k) => {
  const monthOfYear = (5 + k) % 12;
  return (k === 0 ? 4 : 6) * (ramp[k] ?? 1) * season[monthOfYear]!;
}).reduce((a, b) => a + b, 0);

type Moments = [mean: number, second: number];
const ofVariance = (mean: number, variance: number): Moments => [mean, variance + mean ** 2];
const pertVariance = (min: number, mode: number, max: number) => {
  const mean = (min + 4 * mode + max) / 6;
  return ofVariance(mean, ((mean - min) * (max - mean)) / 7);
};
const factors: Record<string, { value: object; moments: Moments }> = {
  lognormal: {
    value: { lognormal: { median: 0.85, sdlog: 0.4 } },
    moments: [0.85 * Math.exp(0.08), 0.85 ** 2 * Math.exp(0.32)],
  },
  gamma: { value: { gamma: { mean: 0.7, shape: 4 } }, moments: ofVariance(0.7, 0.49 / 4) },
  beta: { value: { beta: { alpha: 3, beta: 2 } }, moments: ofVariance(0.6, (3 * 2) / (25 * 6)) },
  uniform: { value: { uniform: { min: 0.4, max: 1.4 } }, moments: ofVariance(0.9, 1 / 12) },
  triangular: {
    value: { triangular: { min: 0.2, mode: 0.8, max: 1.4 } },
    moments: ofVariance(0.8, (0.04 + 0.64 + 1.96 - 0.16 - 0.28 - 1.12) / 18),
  },
  pert: { value: { pert: { min: 0.5, mode: 1, max: 2.5 } }, moments: pertVariance(0.5, 1, 2.5) },
  empirical: { value: { empirical: { values: [0, 1, 3], weights: [1, 2, 1] } }, moments: [1.25, 2.75] },
  bernoulli: { value: { bernoulli: { p: 0.8 } }, moments: [0.8, 0.8] },
  mixture: {
    value: {
      mixture: [
        { weight: 3, distribution: { fixed: 0.4 } },
        { weight: 1, distribution: { gamma: { mean: 2, shape: 8 } } },
      ],
    },
    moments: [0.75 * 0.4 + 0.25 * 2, 0.75 * 0.16 + 0.25 * 4.5],
  },
};

function compare(names: string[], none: number): void {
  const { terms } = runModel(
    model("causes-of-volume", 11, {
      contract: { leadInMonths: 2 },
      volume: {
        indicative: [4, 6],
        ramp,
        season,
        factors: Object.fromEntries(names.map((name) => [name, { value: factors[name]!.value }])),
        ...(none > 0 && { chanceOfNone: none }),
      },
    }),
    { paths, seed: `causes of volume: ${names.join(", ")} ${none}` },
  ).measures;
  const product = (k: 0 | 1) => names.reduce((all, name) => all * factors[name]!.moments[k], 1 - none);
  const mean = scale * product(0);
  expect(deviation(terms!.meanReferrals, mean)).toBeLessThan(4);
  const variance = mean + scale ** 2 * product(1) - mean ** 2;
  expect(deviation(terms!.sdReferrals, Math.sqrt(variance))).toBeLessThan(4);
}

test.each(Object.keys(factors))("a %s cause of volume gives the mean and the variance of its law", (name) => {
  compare([name], 0);
});

test("several causes multiply, and a chance of none thins both moments", () => {
  compare(["lognormal", "gamma", "pert"], 0);
  compare(["lognormal", "uniform"], 0.15);
});
