import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { figureSchema } from "../../src/sim/figure.ts";

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
    fc.record({ lognormal: record("median", "sdlog") }),
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
