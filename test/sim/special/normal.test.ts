import { expect, test } from "vitest";
import { normalDensity, normalDistribution, normalQuantile } from "../../../src/sim/special/normal.ts";
import { relativeError } from "./relative-error.ts";
import { simpson } from "./simpson.ts";

// erfc(-z/√2)/2 to 20 digits, mpmath 1.3.0 at 60 digits.
const DISTRIBUTION: [number, number][] = [
  [-37, 5.725571222524577e-300],
  [-20, 2.7536241186062337e-89],
  [-8, 6.220960574271784e-16],
  [-5.75, 4.462172453901612e-9],
  [-5.5, 1.8989562465887718e-8],
  [-2, 0.02275013194817921],
  [-0.75, 0.2266273523768682],
  [-0.5, 0.3085375387259869],
  [-0.0009765625, 0.4996104079912195],
  [1, 0.8413447460685429],
  [3, 0.9986501019683699],
  [8, 0.9999999999999993],
];

test("the normal distribution function agrees with high-precision values, far out in the lower tail too", () => {
  for (const [z, expected] of DISTRIBUTION) {
    expect(relativeError(normalDistribution(z), expected)).toBeLessThan(2e-15);
  }
});

test("the normal distribution function is the integral of its density", () => {
  for (const [from, to] of [
    [-1, 2],
    [-6, -3],
    [0.5, 0.75],
  ] as const) {
    const area = simpson((z) => Math.exp((-z * z) / 2) / Math.sqrt(2 * Math.PI), from, to, 2000);
    expect(normalDistribution(to) - normalDistribution(from)).toBeCloseTo(area, 13);
    expect(normalDensity(from)).toBeCloseTo(Math.exp((-from * from) / 2) / Math.sqrt(2 * Math.PI), 15);
  }
});

test("the normal quantile agrees with the values its author published", () => {
  // Wichura (1988), Applied Statistics 37, section "Test results".
  expect(relativeError(normalQuantile(0.25), -0.6744897501960817)).toBeLessThan(3e-16);
  expect(relativeError(normalQuantile(0.001), -3.090232306167814)).toBeLessThan(3e-16);
  expect(relativeError(normalQuantile(1e-20), -9.262340089798409)).toBeLessThan(5e-16);
});

test("the normal quantile undoes the distribution function", () => {
  for (let k = 1; k < 990; k += 7) {
    const p = 2 ** -k;
    expect(relativeError(normalDistribution(normalQuantile(p)), p)).toBeLessThan(1e-12);
  }
  for (let i = 1; i < 1000; i++) {
    expect(relativeError(normalDistribution(normalQuantile(i / 1000)), i / 1000)).toBeLessThan(3e-15);
  }
  for (let i = 1; i < 512; i++) expect(normalQuantile(1 - i / 1024)).toBe(-normalQuantile(i / 1024));
});

test("limits: the ends of the range", () => {
  expect(normalQuantile(0)).toBe(Number.NEGATIVE_INFINITY);
  expect(normalQuantile(1)).toBe(Number.POSITIVE_INFINITY);
  expect(normalQuantile(-0.1)).toBeNaN();
  expect(normalQuantile(1.1)).toBeNaN();
  expect(normalQuantile(Number.NaN)).toBeNaN();
  expect(normalDistribution(Number.NEGATIVE_INFINITY)).toBe(0);
  expect(normalDistribution(Number.POSITIVE_INFINITY)).toBe(1);
  expect(normalDistribution(Number.NaN)).toBeNaN();
  expect(normalDensity(Number.POSITIVE_INFINITY)).toBe(0);
});
