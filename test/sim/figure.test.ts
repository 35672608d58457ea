import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { figureSchema } from "../../src/sim/figure.ts";
import { quantileFunction } from "../../src/sim/random/distribution.ts";

const any = fc.oneof(
  fc.constantFrom(0, 1, -1, 0.5, 1e-9, 1e9, 1e308, -1e308, 5e-324, Number.NaN, Number.POSITIVE_INFINITY),
  fc.double({ min: -2, max: 3 }),
  fc.double(),
);
const record = (...names: string[]) => fc.record(Object.fromEntries(names.map((name) => [name, any])));
const { law } = fc.letrec((tie) => ({
  law: fc.oneof(
    { maxDepth: 2, depthSize: "small" },
    fc.record({ fixed: any }),
    fc.record({ bernoulli: record("p") }),
    fc.record({ poisson: record("mean") }),
    fc.record({ negativeBinomial: record("mean", "size") }),
    fc.record({ gamma: record("mean", "shape") }),
    fc.record({ lognormal: fc.oneof(record("median", "sdlog"), record("mean", "sdlog")) }),
    fc.record({ beta: fc.oneof(record("mean", "size"), record("alpha", "beta")) }),
    fc.record({
      betaBinomial: fc.record({ trials: fc.integer({ min: -1, max: 40 }), alpha: any, beta: any }),
    }),
    fc.record({ uniform: record("min", "max") }),
    fc.record({ triangular: record("min", "mode", "max") }),
    fc.record({ pert: record("min", "mode", "max") }),
    fc.record({
      empirical: fc.record(
        { values: fc.array(any, { maxLength: 4 }), weights: fc.array(any, { maxLength: 4 }) },
        { requiredKeys: ["values"] },
      ),
    }),
    fc.record({ mixture: fc.array(fc.record({ weight: any, distribution: tie("law") }), { maxLength: 3 }) }),
  ),
}));

describe("a lognormal figure", () => {
  it("may be written with its mean, which it then has but for rounding, for over-dispersion too", () => {
    const schema = figureSchema({ min: 0 });
    for (const [mean, sdlog] of [
      [1, 0.65],
      [1, 2],
      [12.5, 0.1],
      [3, 10],
    ] as const) {
      const figure = schema.parse({ lognormal: { mean, sdlog } });
      expect(Math.abs(figure.mean / mean - 1)).toBeLessThan(1e-14);
      // E[X] = median × e^(sdlog² ÷ 2): the mean of a normal number's exponential.
      const median = quantileFunction(figure.distribution)(0.5);
      expect(Math.abs((median * Math.exp(sdlog ** 2 / 2)) / mean - 1)).toBeLessThan(1e-12);
    }
  });

  it("has that mean when it is drawn", () => {
    const { distribution } = figureSchema().parse({ lognormal: { mean: 1, sdlog: 0.5 } });
    const quantile = quantileFunction(distribution);
    // The mean over equal steps of probability: its error is the two half steps at the ends, under 1e-4 of the mean.
    const steps = 100_000;
    let sum = 0;
    for (let step = 0; step < steps; step++) sum += quantile((step + 0.5) / steps);
    expect(Math.abs(sum / steps - 1)).toBeLessThan(1e-4);
  });

  it("is written with one of the two", () => {
    expect(figureSchema().safeParse({ lognormal: { mean: 1, median: 1, sdlog: 0.5 } }).success).toBe(false);
    expect(figureSchema().safeParse({ lognormal: { sdlog: 0.5 } }).success).toBe(false);
  });
});

describe("a figure of a scenario", () => {
  it("is accepted or refused, whatever distribution is written; nothing written makes the check throw", () => {
    const ranges = [
      {},
      { min: 0 },
      { min: 0, max: 1 },
      { min: 0, max: 1e10, money: true },
      { min: 1, whole: true },
    ];
    const schemas = ranges.map((range) => figureSchema(range));
    let accepted = 0;
    fc.assert(
      fc.property(fc.oneof(law, fc.record({ value: law, believed: any })), (spec) => {
        for (const schema of schemas) {
          const { success, data } = schema.safeParse(spec);
          if (!success) continue;
          accepted += 1;
          expect(Number.isFinite(data.mean)).toBe(true);
          expect(Number.isFinite(data.believed)).toBe(true);
        }
      }),
      { seed: 20170401, numRuns: 3000 },
    );
    expect(accepted).toBeGreaterThan(500);
  });
});
