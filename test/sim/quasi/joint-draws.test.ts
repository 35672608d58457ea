import { describe, expect, it } from "vitest";
import type { Column } from "../../../src/engine/column.ts";
import { openNativeLoops } from "../../../src/engine/native/native-loops.ts";
import { plainLoops } from "../../../src/engine/plain-loops.ts";
import { ownColumn } from "../../../src/sim/draw-figure.ts";
import { openJointCounts } from "../../../src/sim/quasi/joint-counts.ts";
import { openJointThinning } from "../../../src/sim/quasi/joint-thinning.ts";
import { hypergeometricAt } from "../../../src/sim/random/hypergeometric-counts.ts";
import { openStream } from "../../../src/sim/random/stream.ts";
import { openThinning } from "../../../src/sim/thinning.ts";
import { ALPHA, chiSquaredChance } from "../random/chi-squared.ts";

/** Logarithms of factorials, by addition. */
const logFactorial = [0];
for (let n = 1; n <= 3000; n++) logFactorial.push(logFactorial[n - 1]! + Math.log(n));
const logChoose = (n: number, k: number) => logFactorial[n]! - logFactorial[k]! - logFactorial[n - k]!;

it("a hypergeometric count is the smallest whose distribution function reaches u", () => {
  const cases = [
    [5, 7, 4],
    [1, 1, 1],
    [30, 2, 31],
    [90, 80, 100],
    [100, 90, 150],
    [700, 600, 800],
    [1200, 40, 60],
    [40, 1200, 1000],
  ];
  for (const [left, right, drawn] of cases as [number, number, number][]) {
    const least = Math.max(0, drawn - right);
    const most = Math.min(left, drawn);
    let below = 0;
    for (let k = least; k <= most; k++) {
      const chance = Math.exp(
        logChoose(left, k) + logChoose(right, drawn - k) - logChoose(left + right, drawn),
      );
      // Not so near an end that rounding may decide.
      if (chance > 1e-6) {
        expect(hypergeometricAt(left, right, drawn, below + chance * 0.999)).toBe(k);
        expect(hypergeometricAt(left, right, drawn, below + chance * 0.001)).toBe(k);
      }
      below += chance;
    }
    expect(hypergeometricAt(left, right, drawn, 0)).toBe(least);
  }
});

const width = 512;
const column = (value: (i: number) => number): Column => {
  const made = ownColumn(width);
  for (let i = 0; i < width; i++) made.data[i] = value(i);
  return { ...made, uniform: false };
};
const uniform = (value: number): Column => ({ ...ownColumn(width), value });

/** Chances of Poisson counts, the last of `most` and more. */
function poisson(mean: number, most: number): number[] {
  const chances = [Math.exp(-mean)];
  for (let k = 1; k < most; k++) chances.push((chances[k - 1]! * mean) / k);
  chances.push(1 - chances.reduce((a, b) => a + b));
  return chances;
}

describe.each([1, 2, 5])("drawn %d columns together", (together) => {
  const blocks = 60;
  const means = [2, 0.5, 3, 1, 2];
  it.each([
    { shares: "worked out path by path", weights: undefined },
    { shares: "the same on every path", weights: means.map((mean) => 7 * mean) },
  ])("Poisson counts are Poisson and independent of each other, shares $shares", ({ weights }) => {
    const draw = openJointCounts(width);
    const counts = means.map(() => new Array<number>(12).fill(0));
    const pair = new Array<number>(16).fill(0);
    for (let block = 0; block < blocks; block++) {
      const out = means.map(() => ownColumn(width));
      draw(
        means.map((mean) => column(() => mean)),
        openStream("joint counts", "poisson", block),
        out,
        together,
        weights,
      );
      for (let i = 0; i < width; i++) {
        for (const [m, { data }] of out.entries()) counts[m]![Math.min(data[i]!, 11)]! += 1;
        pair[Math.min(out[0]!.data[i]!, 3) * 4 + Math.min(out[2]!.data[i]!, 3)]! += 1;
      }
    }
    const all = blocks * width;
    for (const [m, mean] of means.entries())
      expect(
        chiSquaredChance(
          counts[m]!,
          poisson(mean, 11).map((p) => p * all),
        ),
      ).toBeGreaterThan(ALPHA);
    const [one, other] = [poisson(2, 3), poisson(3, 3)];
    expect(
      chiSquaredChance(
        pair,
        one.flatMap((p) => other.map((q) => p * q * all)),
      ),
    ).toBeGreaterThan(ALPHA);
  });

  it("thinned people are binomial and independent of each other, months without anyone left out", () => {
    const thin = openJointThinning(width, true, openThinning(width, true));
    const people = [3, 0, 2, 4, 1];
    const pair = new Array<number>(20).fill(0);
    for (let block = 0; block < blocks; block++) {
      const out = people.map(() => ownColumn(width));
      const of = people.map((n) => (n === 0 ? uniform(0) : column(() => n)));
      thin(of, uniform(0.3), openStream("joint thinning", "binomial", block), out, together);
      expect([out[1]!.uniform, out[1]!.value]).toEqual([true, 0]);
      for (let i = 0; i < width; i++) pair[out[0]!.data[i]! * 5 + out[3]!.data[i]!]! += 1;
    }
    const binomial = (n: number) =>
      Array.from({ length: n + 1 }, (_, k) => Math.exp(logChoose(n, k)) * 0.3 ** k * 0.7 ** (n - k));
    const expected = binomial(3).flatMap((p) => binomial(4).map((q) => p * q * blocks * width));
    expect(chiSquaredChance(pair, expected)).toBeGreaterThan(ALPHA);
  });
});

it("native and plain loops draw the same, to the last bit", () => {
  const native = openNativeLoops()!;
  const drawn = [plainLoops, native].map((loops) => {
    const means = Array.from({ length: 6 }, (_, m) => column((i) => (i % 40) * (m + 1) * 0.4));
    const own = () => means.map(() => ownColumn(width, loops));
    const [counts, kept] = [own(), own()];
    openJointCounts(width, loops)(means, openStream("both loops", "counts", 0), counts, 4);
    const thin = openJointThinning(width, true, openThinning(width, true, loops), loops);
    thin(counts, uniform(0.4), openStream("both loops", "kept", 0), kept, 4);
    return [...counts, ...kept].map(({ data }) => [...data]);
  });
  native.release();
  expect(drawn[1]).toEqual(drawn[0]);
});
