import { expect, test } from "vitest";
import { openPoissonCounts } from "../../../src/sim/random/poisson-counts.ts";
import { poissonQuantile } from "../../../src/sim/random/poisson-quantile.ts";
import { upperGammaShare } from "../../../src/sim/special/incomplete-gamma.ts";
import { ALPHA, chiSquaredChance } from "./chi-squared.ts";
import { ADVERSARIAL, uniforms } from "./uniforms.ts";

/** P(K <= k), by the incomplete gamma function: DLMF 8.4.10. */
function distribution(mean: number, k: number): number {
  return k < 0 ? 0 : upperGammaShare(k + 1, mean);
}

/** Whether u is so near a step of the distribution function that rounding may decide. */
function onTheEdge(mean: number, k: number, u: number): boolean {
  const low = Math.abs(distribution(mean, k - 1) - u);
  return low < 1e-13 || Math.abs(distribution(mean, k) - u) < 1e-13;
}

function expectWitness(means: Float64Array, us: Float64Array, out: Float64Array): void {
  for (let i = 0; i < us.length; i++) {
    const mean = means[i] as number;
    const u = us[i] as number;
    const expected = poissonQuantile(mean, u);
    if (out[i] !== expected && !onTheEdge(mean, expected, u)) {
      expect.fail(`mean ${mean}, u ${u}: ${out[i]} instead of ${expected}`);
    }
  }
}

test("the witness is the smallest k whose distribution function, an incomplete gamma, reaches u", () => {
  const us = uniforms("witness u", 3000);
  uniforms("witness mean", 3000).forEach((v, i) => {
    const mean = 2 ** (22 * v - 6);
    for (const u of [us[i] as number, ADVERSARIAL[i % ADVERSARIAL.length] as number]) {
      if (u === 0) continue;
      const k = poissonQuantile(mean, u);
      expect(distribution(mean, k)).toBeGreaterThanOrEqual(u - 1e-12);
      expect(distribution(mean, k - 1)).toBeLessThanOrEqual(u + 1e-12);
    }
  });
});

test("counts equal the scalar witness for 300,000 means and uniform numbers", () => {
  const length = 300_000;
  const us = uniforms("u", length);
  // Most means are small, all up to 512 occur.
  const means = uniforms("mean", length).map((v, i) =>
    i % 3 === 0 ? 80 * v : i % 3 === 1 ? 4 * v : 512 * v * v,
  );
  const out = new Float64Array(length);
  openPoissonCounts()(means, us, out, length);
  expectWitness(means, us, out);
});

test("counts equal the witness on grid means, just off them, tiny, and beyond the tables, at adversarial u", () => {
  const means: number[] = [];
  const us: number[] = [];
  for (const base of [0, 0.125, 0.25, 1, 3.5, 8, 20.125, 64, 200, 511.875, 512, 700, 5000]) {
    for (const shift of [0, 1e-12, 1e-6, 0.03, 0.0624, 0.0626, 0.1249999]) {
      for (const u of ADVERSARIAL) {
        means.push(base + shift);
        us.push(u);
      }
    }
  }
  const out = new Float64Array(us.length);
  openPoissonCounts()(Float64Array.from(means), Float64Array.from(us), out, us.length);
  expectWitness(Float64Array.from(means), Float64Array.from(us), out);
});

test("counts equal the witness at uniform numbers next to the steps of the distribution function", () => {
  const means: number[] = [];
  const us: number[] = [];
  for (let mean = 0.07; mean < 90; mean += 0.613) {
    for (const shift of [-2e-13, 2e-13, -1e-9, 1e-9]) {
      for (let k = Math.max(0, Math.floor(mean - 2 * Math.sqrt(mean))); k < mean + 3; k += 1) {
        means.push(mean);
        us.push(distribution(mean, k) + shift);
      }
    }
  }
  const out = new Float64Array(us.length);
  openPoissonCounts()(Float64Array.from(means), Float64Array.from(us), out, us.length);
  expectWitness(Float64Array.from(means), Float64Array.from(us), out);
});

test("counts rise with u at a fixed mean, and with the mean at a fixed u", () => {
  const length = 20_000;
  const sorted = uniforms("sorted", length).sort();
  const out = new Float64Array(length);
  const counts = openPoissonCounts();
  for (const mean of [0.3, 7.77, 140.06, 600.5]) {
    const some = mean > 512 ? 1000 : length;
    counts(new Float64Array(some).fill(mean), sorted.subarray(length - some), out, some);
    for (let i = 1; i < some; i++)
      if ((out[i] as number) < (out[i - 1] as number)) expect.fail(`falls at ${i}`);
  }
  const rising = sorted.map((v) => 100 * v);
  for (const u of [2 ** -32, 0.1, 0.5, 0.9, 1 - 2 ** -32]) {
    counts(rising, new Float64Array(length).fill(u), out, length);
    for (let i = 1; i < length; i++)
      if ((out[i] as number) < (out[i - 1] as number)) expect.fail(`falls at ${i}`);
  }
});

test("counts at one mean are Poisson (chi-squared, 1e-4), mean and variance equal", () => {
  const length = 100_000;
  for (const mean of [0.6, 12.34, 57.9]) {
    const out = new Float64Array(length);
    openPoissonCounts()(new Float64Array(length).fill(mean), uniforms(`chi ${mean}`, length), out, length);
    const observed = new Array<number>(200).fill(0);
    for (const k of out) observed[k] = (observed[k] as number) + 1;
    const expected = observed.map((_, k) => length * (distribution(mean, k) - distribution(mean, k - 1)));
    expect(chiSquaredChance(observed, expected)).toBeGreaterThan(ALPHA);
    const average = out.reduce((sum, k) => sum + k, 0) / length;
    expect(Math.abs(average - mean)).toBeLessThan(5 * Math.sqrt(mean / length));
    const spread = out.reduce((sum, k) => sum + (k - mean) ** 2, 0) / length;
    expect(Math.abs(spread - mean)).toBeLessThan(5 * Math.sqrt((mean + 2 * mean * mean) / length));
  }
});

test("counts do not depend on the calls they are drawn in, nor on what was drawn before", () => {
  const length = 5000;
  const us = uniforms("calls u", length);
  const means = uniforms("calls mean", length).map((v) => 90 * v);
  const whole = new Float64Array(length);
  openPoissonCounts()(means, us, whole, length);
  const counts = openPoissonCounts();
  counts(means.slice().reverse(), us, new Float64Array(length), length);
  const pieces = new Float64Array(length);
  for (let at = 0; at < length; at += 250) {
    counts(means.subarray(at), us.subarray(at), pieces.subarray(at), 250);
  }
  expect(pieces).toEqual(whole);
});

test("edges: mean 0 and u 0 give 0, a mean that is none gives none", () => {
  const means = Float64Array.of(0, 5, 400, 600, -1, Number.NaN, Number.POSITIVE_INFINITY);
  const us = Float64Array.of(1 - 2 ** -32, 0, 0, 0, 0.5, 0.5, 0.5);
  const out = new Float64Array(7);
  openPoissonCounts()(means, us, out, 7);
  expect(Array.from(out)).toEqual([0, 0, 0, 0, Number.NaN, Number.NaN, Number.NaN]);
});
