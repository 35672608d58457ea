import { expect, it } from "vitest";
import type { BasisResult } from "../../src/sim/compare.ts";
import { type Precision, untilPrecise } from "../../src/sim/precision.ts";

/** Comparisons whose intervals shrink as one over the root of the paths, as those of means do; `open` has no end yet. */
function shrinking(halves: readonly number[], open = 0) {
  const asked: number[] = [];
  const run = async (paths: number) => {
    asked.push(paths);
    const estimate = (half: number) => {
      const reach = half / Math.sqrt(paths);
      const high = paths < open ? null : 10 + reach;
      return { value: 10, se: reach / 2, low: 10 - reach, high, unit: "pounds" as const };
    };
    const [first, ...others] = halves.map((half, p) => ({
      id: `p${p}`,
      metrics: { meanMargin: estimate(half) },
    }));
    const result = { policies: [first, ...others], differences: others } as unknown as BasisResult;
    return { compared: paths, results: [result] };
  };
  return { asked, run };
}

const precision = (halfWidth: number, ofDifferences = false): Precision => ({
  metric: "meanMargin",
  ofDifferences,
  halfWidth,
});

it("runs until the widest of all policies is narrow enough, by powers of two", async () => {
  // 100 / √n ≤ 1 asks for 10,000 paths: the next power of two is 16,384.
  const { asked, run } = shrinking([50, 100]);
  const { compared, paths, halfWidth, isReached } = await untilPrecise(precision(1), 1000, 1e8, run);
  expect([compared, paths, isReached]).toEqual([16_384, 16_384, true]);
  expect(halfWidth).toBeCloseTo(100 / 128, 12);
  for (const n of asked) expect(Math.log2(n) % 1).toBe(0);
  expect(asked[0]).toBe(1024);
});

it("looks at differences alone where they are asked for", async () => {
  const { run } = shrinking([1e6, 10]);
  expect((await untilPrecise(precision(1, true), 64, 1e8, run)).paths).toBe(128);
});

it("stops at the most it may run, and says that it fell short", async () => {
  const { run, asked } = shrinking([1e4]);
  const { paths, isReached } = await untilPrecise(precision(1), 1000, 50_000, run);
  expect([paths, isReached]).toEqual([50_000, false]);
  expect(asked.every((n) => n <= 50_000)).toBe(true);
});

it("goes on where an interval has an open end, and at most sixteenfold in one step", async () => {
  const { run, asked } = shrinking([10], 4096);
  expect((await untilPrecise(precision(1), 256, 1e8, run)).paths).toBe(4096);
  const far = shrinking([1e5]);
  await untilPrecise(precision(1), 256, 1e6, far.run);
  for (const [k, n] of far.asked.entries()) expect(n / (far.asked[k - 1] ?? n)).toBeLessThanOrEqual(16);
  expect(asked).toEqual([256, 512, 1024, 2048, 4096]);
});
