import { describe, expect, test } from "vitest";
import {
  type Distribution,
  distributionFunction,
  meanOf,
  quantileFunction,
  varianceOf,
} from "../../../src/sim/random/distribution.ts";
import { ALPHA, chiSquaredChance } from "./chi-squared.ts";
import { CONTINUOUS, DISCRETE, PARTLY_DISCRETE } from "./sample-distributions.ts";
import { ADVERSARIAL, uniforms } from "./uniforms.ts";

const ALL = [...DISCRETE, ...CONTINUOUS, ...PARTLY_DISCRETE];
const UNIFORMS = uniforms("distribution", 20_000);

describe.each(ALL.map((d) => [JSON.stringify(d).slice(0, 90), d] as const))("%s", (_, d) => {
  const quantile = quantileFunction(d);
  const distribution = distributionFunction(d);

  test("the quantile is monotone in u, the extremes included", () => {
    const sorted = [...UNIFORMS, ...ADVERSARIAL].sort((a, b) => a - b).map(quantile);
    for (let i = 1; i < sorted.length; i++) {
      if (!((sorted[i - 1] as number) <= (sorted[i] as number))) expect.fail(`falls after ${sorted[i - 1]}`);
    }
  });

  test("draws fall into cells as the distribution function says (chi-squared, 1e-4)", () => {
    const draws = Float64Array.from(UNIFORMS, quantile);
    const edges = [...new Set(Array.from({ length: 63 }, (_, i) => quantile((i + 1) / 64)))];
    const reached = [...edges.map(distribution), 1];
    const expected = reached.map((f, i) => (f - (reached[i - 1] ?? 0)) * draws.length);
    const observed = reached.map(() => 0);
    for (const x of draws) {
      let cell = edges.findIndex((edge) => x <= edge);
      if (cell < 0) cell = edges.length;
      observed[cell] = (observed[cell] as number) + 1;
    }
    expect(chiSquaredChance(observed, expected)).toBeGreaterThan(ALPHA);
  });

  test("mean and variance are those of the quantile over the unit interval, within six standard errors", () => {
    const draws = Array.from(UNIFORMS, quantile);
    const mean = meanOf(d);
    const variance = varianceOf(d);
    const n = draws.length;
    const average = (of: (x: number) => number) => draws.reduce((sum, x) => sum + of(x), 0) / n;
    expect(Math.abs(average((x) => x) - mean)).toBeLessThanOrEqual(6 * Math.sqrt(variance / n) + 1e-12);
    const fourth = average((x) => (x - mean) ** 4);
    const error = Math.sqrt(Math.max(fourth - variance ** 2, 0) / n);
    expect(Math.abs(average((x) => (x - mean) ** 2) - variance)).toBeLessThanOrEqual(6 * error + 1e-12);
  });
});

test.each(DISCRETE.map((d) => [JSON.stringify(d).slice(0, 90), d] as const))(
  "%s: the quantile is the smallest value whose distribution function reaches u",
  (_, d) => {
    const quantile = quantileFunction(d);
    const distribution = distributionFunction(d);
    for (const u of [...ADVERSARIAL, ...UNIFORMS.subarray(0, 5000)]) {
      const x = quantile(u);
      // 1e-15 for the sums of the Bernoulli rule and of mixtures.
      expect(distribution(x)).toBeGreaterThanOrEqual(u - 1e-15);
      if (u > 0) expect(distribution(x - 1e-9)).toBeLessThanOrEqual(u + 1e-15);
    }
  },
);

test.each(CONTINUOUS.map((d) => [JSON.stringify(d).slice(0, 90), d] as const))(
  "%s: the distribution function undoes the quantile",
  (_, d) => {
    const quantile = quantileFunction(d);
    const distribution = distributionFunction(d);
    for (const u of [2 ** -20, 2 ** -31, ...UNIFORMS.subarray(0, 3000)]) {
      expect(Math.abs(distribution(quantile(u)) - u)).toBeLessThan(2e-9 * u + 1e-14);
    }
  },
);

test("known means and variances: textbook formulas", () => {
  const cases: [Distribution, number, number][] = [
    [{ kind: "fixed", value: 7 }, 7, 0],
    [{ kind: "bernoulli", p: 0.25 }, 0.25, 0.1875],
    [{ kind: "poisson", mean: 9 }, 9, 9],
    [{ kind: "negativeBinomial", mean: 10, size: 5 }, 10, 30],
    [{ kind: "gamma", mean: 10, shape: 4 }, 10, 25],
    [
      { kind: "lognormal", median: 2, sdlog: 0.5 },
      2 * Math.exp(0.125),
      4 * Math.exp(0.25) * Math.expm1(0.25),
    ],
    [{ kind: "beta", alpha: 2, beta: 3 }, 0.4, 0.04],
    // n p (1 - p) (a + b + n) / (a + b + 1)
    [{ kind: "betaBinomial", trials: 10, alpha: 2, beta: 3 }, 4, (10 * 0.4 * 0.6 * 15) / 6],
    [{ kind: "uniform", min: 1, max: 7 }, 4, 3],
    [{ kind: "triangular", min: 0, mode: 3, max: 6 }, 3, 1.5],
    // alpha = beta = 3: variance 36 · 9 / (36 · 7)
    [{ kind: "pert", min: 0, mode: 3, max: 6 }, 3, 9 / 7],
    [{ kind: "empirical", values: [1, 2, 3] }, 2, 2 / 3],
    [{ kind: "empirical", values: [1, 2, 3], weights: [1, 0, 1] }, 2, 1],
  ];
  for (const [d, mean, variance] of cases) {
    expect(meanOf(d)).toBeCloseTo(mean, 12);
    expect(varianceOf(d)).toBeCloseTo(variance, 12);
  }
});

test("at u = 0 a discrete law gives its smallest possible value", () => {
  const least = (d: Distribution) => quantileFunction(d)(0);
  expect(least({ kind: "poisson", mean: 3000 })).toBe(0);
  expect(least({ kind: "negativeBinomial", mean: 400, size: 90 })).toBe(0);
  expect(least({ kind: "betaBinomial", trials: 500, alpha: 300, beta: 3 })).toBe(0);
  expect(least({ kind: "empirical", values: [5, 2, 1], weights: [1, 1, 0] })).toBe(2);
  expect(least({ kind: "bernoulli", p: 1 })).toBe(1);
});

test("at u = 0 a law without a least value gives that of 2^-33, one with ends its end", () => {
  const lognormal = quantileFunction({ kind: "lognormal", median: 1, sdlog: 1 });
  expect(lognormal(0)).toBe(lognormal(2 ** -33));
  expect(lognormal(0)).toBeGreaterThan(0);
  const gamma = quantileFunction({ kind: "gamma", mean: 3, shape: 20 });
  expect(gamma(0)).toBe(gamma(2 ** -33));
  expect(gamma(0)).toBeGreaterThan(0);
  expect(quantileFunction({ kind: "uniform", min: 2, max: 3 })(0)).toBe(2);
});

test("parameters outside their range are refused", () => {
  const wrong: Distribution[] = [
    { kind: "fixed", value: Number.NaN },
    { kind: "bernoulli", p: 1.1 },
    { kind: "poisson", mean: -1 },
    { kind: "negativeBinomial", mean: 1, size: 0 },
    { kind: "gamma", mean: 1, shape: 0 },
    { kind: "lognormal", median: 0, sdlog: 1 },
    { kind: "beta", alpha: 0, beta: 1 },
    { kind: "betaBinomial", trials: 1.5, alpha: 1, beta: 1 },
    { kind: "uniform", min: 2, max: 1 },
    { kind: "triangular", min: 0, mode: 2, max: 1 },
    { kind: "pert", min: 0, mode: 2, max: 1 },
    { kind: "empirical", values: [] },
    { kind: "empirical", values: [1, 2], weights: [1] },
    { kind: "empirical", values: [1], weights: [0] },
    { kind: "mixture", parts: [] },
  ];
  for (const d of wrong) expect(() => quantileFunction(d)).toThrow(RangeError);
});
