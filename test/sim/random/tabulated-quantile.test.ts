import { expect, test } from "vitest";
import { quantileFunction } from "../../../src/sim/random/distribution.ts";
import { betaQuantileOf } from "../../../src/sim/special/beta-quantile.ts";
import { gammaQuantile } from "../../../src/sim/special/gamma-quantile.ts";
import { uniforms } from "./uniforms.ts";

const UNIFORMS = uniforms("tabulated quantile", 2000);
// Every octave is entered, at its ends and inside.
const OCTAVES = Array.from({ length: 30 }, (_, k) => [
  2 ** -k / 2,
  2 ** -k * 0.51,
  2 ** -k * 0.7,
  2 ** -k * 0.99,
])
  .flat()
  .filter((u) => u < 1 && u > 2 ** -32)
  .flatMap((u) => [u, 1 - u]);

test("the interpolated gamma quantile is within 1e-9 of the exact one, for small shapes too", () => {
  for (const shape of [0.004, 0.03, 0.1, 0.29, 0.3, 0.7, 0.999, 1, 1.3, 2, 7, 20, 150, 1e4, 1e7]) {
    const quantile = quantileFunction({ kind: "gamma", mean: shape, shape });
    let worst = 0;
    for (const u of [...OCTAVES, ...UNIFORMS.subarray(0, 500)]) {
      const exact = gammaQuantile(shape, u);
      if (exact > 1e-290) worst = Math.max(worst, Math.abs(quantile(u) - exact) / exact);
    }
    expect(worst).toBeLessThan(1e-9);
  }
});

test("the interpolated beta quantile is within 1e-9 of the exact one, from U-shaped to needle-sharp", () => {
  for (const [alpha, beta] of [
    [0.02, 0.02],
    [0.1, 4],
    [0.5, 0.5],
    [0.9, 0.2],
    [1, 1],
    [1, 5],
    [1.2, 4.8],
    [3, 3],
    [20, 0.6],
    [40, 90],
    [5000, 200],
  ] as const) {
    const quantile = quantileFunction({ kind: "beta", alpha, beta });
    let worst = 0;
    for (const u of [...OCTAVES, ...UNIFORMS.subarray(0, 300)]) {
      const exact = betaQuantileOf(alpha, beta, u, 1 - u).x;
      if (exact > 1e-290) worst = Math.max(worst, Math.abs(quantile(u) - exact) / exact);
    }
    expect(worst).toBeLessThan(1e-9);
  }
});

test("interpolated quantiles rise strictly over neighbouring grid points, across cells and octaves", () => {
  for (const quantile of [
    quantileFunction({ kind: "gamma", mean: 50, shape: 20 }),
    quantileFunction({ kind: "gamma", mean: 1, shape: 0.3 }),
    quantileFunction({ kind: "beta", alpha: 12, beta: 30 }),
    quantileFunction({ kind: "pert", min: 1, mode: 2, max: 6 }),
  ]) {
    for (let k = 1; k <= 18; k++) {
      for (const centre of [2 ** -k, 1 - 2 ** -k, 2 ** -k * 1.25, 1 - 2 ** -k * 0.75, 2 ** -k * 0.6180339]) {
        const start = Math.round(centre * 2 ** 32) - 20;
        for (let i = start; i < start + 40; i++) {
          if (!(quantile(i / 2 ** 32) < quantile((i + 1) / 2 ** 32))) expect.fail(`at ${i} of 2^32`);
        }
      }
    }
  }
});
