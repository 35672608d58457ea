import { expect, test } from "vitest";
import {
  type Distribution,
  distributionFunction,
  meanOf,
  quantileFunction,
  varianceOf,
} from "../../../src/sim/random/distribution.ts";
import { uniforms } from "./uniforms.ts";

const lognormal: Distribution = { kind: "lognormal", median: 12, sdlog: 0.6 };
const UNIFORMS = uniforms("mixture", 3000);

test("an atom at 0 takes exactly its share, and the rest is the other part's quantile", () => {
  const quantile = quantileFunction({
    kind: "mixture",
    parts: [
      { weight: 0.25, distribution: { kind: "fixed", value: 0 } },
      { weight: 0.75, distribution: lognormal },
    ],
  });
  const part = quantileFunction(lognormal);
  expect(quantile(0)).toBe(0);
  expect(quantile(0.25)).toBe(0);
  expect(quantile(0.25 + 2 ** -32)).toBeGreaterThan(0);
  for (const u of UNIFORMS) expect(quantile(u)).toBe(u <= 0.25 ? 0 : part((u - 0.25) / 0.75));
});

test("an atom inside a density is met exactly, with the density's own quantile on both sides", () => {
  const quantile = quantileFunction({
    kind: "mixture",
    parts: [
      { weight: 1, distribution: { kind: "uniform", min: 0, max: 8 } },
      { weight: 1, distribution: { kind: "fixed", value: 4 } },
    ],
  });
  for (const u of UNIFORMS) {
    const expected = u < 0.25 ? 16 * u : u <= 0.75 ? 4 : 16 * (u - 0.5);
    expect(quantile(u)).toBeCloseTo(expected, 12);
    if (u > 0.25 && u <= 0.75) expect(quantile(u)).toBe(4);
  }
});

test("several densities: the answer is the first double whose distribution function reaches u, atoms exactly", () => {
  const d: Distribution = {
    kind: "mixture",
    parts: [
      { weight: 0.2, distribution: { kind: "fixed", value: 8 } },
      { weight: 0.3, distribution: lognormal },
      { weight: 0.5, distribution: { kind: "gamma", mean: 9, shape: 3 } },
    ],
  };
  const quantile = quantileFunction(d);
  const distribution = distributionFunction(d);
  const low = distribution(8 - 1e-9);
  let atoms = 0;
  for (const u of UNIFORMS) {
    const x = quantile(u);
    expect(distribution(x)).toBeGreaterThanOrEqual(u);
    expect(distribution(x * (1 - 1e-12))).toBeLessThan(u);
    if (x === 8) atoms += 1;
    if (u > low + 1e-9 && u < low + 0.2) expect(x).toBe(8);
  }
  expect(atoms).toBeGreaterThan(0.17 * UNIFORMS.length);
});

test("the law of total variance: within plus between", () => {
  const d: Distribution = {
    kind: "mixture",
    parts: [
      { weight: 3, distribution: { kind: "poisson", mean: 4 } },
      { weight: 1, distribution: { kind: "uniform", min: 0, max: 6 } },
    ],
  };
  expect(meanOf(d)).toBeCloseTo(0.75 * 4 + 0.25 * 3, 14);
  expect(varianceOf(d)).toBeCloseTo(0.75 * 4 + 0.25 * 3 + 0.75 * 0.25 * 1, 14);
});

test("a mixture of one part is that part, and weightless parts are not there", () => {
  const single = quantileFunction({
    kind: "mixture",
    parts: [
      { weight: 5, distribution: lognormal },
      { weight: 0, distribution: { kind: "fixed", value: -1 } },
    ],
  });
  const part = quantileFunction(lognormal);
  for (const u of [0, ...UNIFORMS.subarray(0, 200)]) expect(single(u)).toBe(part(u));
});
