import { expect, test } from "vitest";
import { openBinomialCounts } from "../../../src/sim/random/binomial-counts.ts";
import { binomialCountsVaryingRate } from "../../../src/sim/random/binomial-counts-varying-rate.ts";
import { binomialQuantile } from "../../../src/sim/random/binomial-quantile.ts";
import { incompleteBeta } from "../../../src/sim/special/incomplete-beta.ts";
import { ALPHA, chiSquaredChance } from "./chi-squared.ts";
import { ADVERSARIAL, uniforms } from "./uniforms.ts";

type Draw = (trials: Float64Array, p: number, us: Float64Array) => Float64Array;

const byTable: Draw = (trials, p, us) => {
  const out = new Float64Array(us.length);
  openBinomialCounts(p)(trials, us, out, us.length);
  return out;
};
const byRate: Draw = (trials, p, us) => {
  const out = new Float64Array(us.length);
  binomialCountsVaryingRate(trials, new Float64Array(us.length).fill(p), us, out, us.length);
  return out;
};
const SAMPLERS = [
  ["constant rate", byTable],
  ["varying rate", byRate],
] as const;
const RATES = [1e-9, 0.003, 0.1, 0.35, 0.5, 0.6, 0.97, 1 - 1e-9];

/** P(K <= k), by the incomplete beta function: DLMF 8.17.5. */
function distribution(n: number, p: number, k: number): number {
  if (k < 0) return 0;
  return k >= n ? 1 : 1 - incompleteBeta(k + 1, n - k, p);
}

function onTheEdge(n: number, p: number, k: number, u: number): boolean {
  return Math.abs(distribution(n, p, k - 1) - u) < 1e-13 || Math.abs(distribution(n, p, k) - u) < 1e-13;
}

test("the witness is the smallest k whose distribution function, an incomplete beta, reaches u", () => {
  const us = uniforms("binomial witness u", 2000);
  const rates = uniforms("binomial witness p", 2000);
  uniforms("binomial witness n", 2000).forEach((v, i) => {
    const n = Math.floor(10 ** (6 * v));
    const p = rates[i] as number;
    for (const u of [us[i] as number, ADVERSARIAL[i % ADVERSARIAL.length] as number]) {
      if (u === 0) continue;
      const k = binomialQuantile(n, p, u);
      expect(distribution(n, p, k)).toBeGreaterThanOrEqual(u - 1e-11);
      expect(distribution(n, p, k - 1)).toBeLessThanOrEqual(u + 1e-11);
    }
  });
});

test.each(SAMPLERS)(
  "%s: counts equal the scalar witness on random and adversarial uniform numbers",
  (_, draw) => {
    for (const p of RATES) {
      const us = Float64Array.from([...uniforms(`binomial ${p}`, 20_000), ...ADVERSARIAL, ...ADVERSARIAL]);
      const trials = uniforms("trials", us.length).map((v, i) => Math.floor(i % 20 === 0 ? 420 * v : 66 * v));
      const out = draw(trials, p, us);
      for (let i = 0; i < us.length; i++) {
        const n = trials[i] as number;
        const u = us[i] as number;
        const expected = binomialQuantile(n, p, u);
        if (out[i] !== expected && !onTheEdge(n, p, expected, u)) {
          expect.fail(`n ${n}, p ${p}, u ${u}: ${out[i]} instead of ${expected}`);
        }
      }
    }
  },
);

test.each(SAMPLERS)(
  "%s: counts equal the witness next to the steps of the distribution function",
  (_, draw) => {
    for (const p of [0.03, 0.4, 0.75]) {
      for (const n of [1, 7, 33, 64, 65, 200]) {
        const us: number[] = [];
        for (let k = 0; k < n; k++) {
          const f = distribution(n, p, k);
          if (f > 1e-6 && f < 1 - 1e-6) us.push(f - 3e-13, f + 3e-13, f - 1e-9, f + 1e-9);
        }
        const out = draw(new Float64Array(us.length).fill(n), p, Float64Array.from(us));
        us.forEach((u, i) => {
          expect(out[i]).toBe(binomialQuantile(n, p, u));
        });
      }
    }
  },
);

test.each(SAMPLERS)(
  "%s: counts are binomial (chi-squared, 1e-4), with mean np and variance np(1 - p)",
  (_, draw) => {
    const length = 50_000;
    for (const [n, p] of [
      [12, 0.25],
      [50, 0.6],
      [150, 0.9],
    ] as const) {
      const out = draw(new Float64Array(length).fill(n), p, uniforms(`chi ${n}`, length));
      const observed = new Array<number>(n + 1).fill(0);
      for (const k of out) observed[k] = (observed[k] as number) + 1;
      const expected = observed.map((_, k) => length * (distribution(n, p, k) - distribution(n, p, k - 1)));
      expect(chiSquaredChance(observed, expected)).toBeGreaterThan(ALPHA);
      const variance = n * p * (1 - p);
      const average = out.reduce((sum, k) => sum + k, 0) / length;
      expect(Math.abs(average - n * p)).toBeLessThan(5 * Math.sqrt(variance / length));
      const spread = out.reduce((sum, k) => sum + (k - n * p) ** 2, 0) / length;
      expect(Math.abs(spread / variance - 1)).toBeLessThan(5 * Math.sqrt(3 / length));
    }
  },
);

test.each(SAMPLERS)("%s: counts rise with u and stay between 0 and n", (_, draw) => {
  const sorted = Float64Array.from([...uniforms("sorted", 5000), ...ADVERSARIAL]).sort();
  for (const p of RATES) {
    for (const n of [1, 40, 64, 65, 401]) {
      const out = draw(new Float64Array(sorted.length).fill(n), p, sorted);
      out.forEach((k, i) => {
        if (!(k >= (out[i - 1] ?? 0) && k <= n)) expect.fail(`n ${n}, p ${p}: ${k} at ${i}`);
      });
    }
  }
});

test.each(SAMPLERS)(
  "%s: no trials, no chance and certainty are exact, and u = 0 gives the least possible",
  (_, draw) => {
    const us = Float64Array.from(ADVERSARIAL);
    const trials = Float64Array.from(us, (_, i) => [0, 1, 30, 300, 1e6][i % 5] as number);
    expect(draw(trials, 0, us)).toEqual(new Float64Array(us.length));
    expect(draw(trials, 1, us)).toEqual(trials);
    expect(draw(new Float64Array(us.length), 0.4, us)).toEqual(new Float64Array(us.length));
    expect(Array.from(draw(Float64Array.of(30, 300, 5000), 0.9, new Float64Array(3)))).toEqual([0, 0, 0]);
  },
);

test.each(SAMPLERS)("%s: a million trials neither underflow nor overflow", (_, draw) => {
  for (const p of [1e-7, 0.001, 0.5, 0.999]) {
    const us = Float64Array.of(0.01, 0.5, 0.99);
    const out = draw(new Float64Array(3).fill(1e6), p, us);
    us.forEach((u, i) => {
      const k = out[i] as number;
      expect(distribution(1e6, p, k)).toBeGreaterThanOrEqual(u - 1e-10);
      expect(distribution(1e6, p, k - 1)).toBeLessThanOrEqual(u + 1e-10);
    });
  }
});

test("counts may overwrite their trials, and do not depend on the calls they are drawn in", () => {
  const length = 4000;
  const us = uniforms("in place", length);
  const trials = uniforms("in place trials", length).map((v) => Math.floor(450 * v * v));
  const whole = byTable(trials, 0.35, us);
  const counts = openBinomialCounts(0.35);
  const place = trials.slice();
  for (let at = 0; at < length; at += 500) {
    const part = place.subarray(at, at + 500);
    counts(part, us.subarray(at), part, 500);
  }
  expect(place).toEqual(whole);
  const varying = trials.slice();
  binomialCountsVaryingRate(varying, new Float64Array(length).fill(0.35), us, varying, length);
  expect(varying).toEqual(byRate(trials, 0.35, us));
});

test("each path has its own rate, and one outside 0 to 1 gives no number", () => {
  const out = new Float64Array(5);
  const rates = Float64Array.of(0, 0.5, 1, -0.1, Number.NaN);
  binomialCountsVaryingRate(new Float64Array(5).fill(4), rates, new Float64Array(5).fill(0.5), out, 5);
  expect(Array.from(out)).toEqual([0, 2, 4, Number.NaN, Number.NaN]);
  expect(() => openBinomialCounts(1.5)).toThrow(RangeError);
});
