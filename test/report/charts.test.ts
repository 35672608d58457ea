import fc from "fast-check";
import { expect, test } from "vitest";
import { apartFrom } from "../../src/report/charts/label-places.ts";
import { marginBins } from "../../src/report/charts/margin-bins.ts";
import { niceTicks } from "../../src/report/charts/nice-ticks.ts";
import { scaleOver } from "../../src/report/charts/scale.ts";
import type { LedgerColumns } from "../../src/sim/risk/ledger-columns.ts";

const number = fc.double({ min: -1e9, max: 1e9, noNaN: true });

test("ticks are round, evenly spaced and within the range", () => {
  fc.assert(
    fc.property(number, fc.double({ min: 1e-3, max: 1e9, noNaN: true }), (low, span) => {
      fc.pre(span > Math.abs(low) * 1e-9);
      const high = low + span;
      const ticks = niceTicks(low, high, 5);
      expect(ticks.length).toBeLessThanOrEqual(12);
      for (const tick of ticks) expect(tick >= low - 1e-6 * span && tick <= high + 1e-6 * span).toBe(true);
    }),
  );
  expect(niceTicks(-12_000, 18_000, 5)).toEqual([-10_000, 0, 10_000]);
});

test("a scale has a place for every value, also where all are one", () => {
  fc.assert(
    fc.property(fc.array(number, { maxLength: 6 }), (values) => {
      const scale = scaleOver(values, [10, 200], { include: [0] });
      for (const value of values) {
        expect(scale.at(value)).toBeGreaterThanOrEqual(10 - 1e-6);
        expect(scale.at(value)).toBeLessThanOrEqual(200 + 1e-6);
      }
    }),
  );
});

test("bins count every future once, and zero is an edge", () => {
  fc.assert(
    fc.property(fc.array(fc.integer({ min: -5_000_000, max: 5_000_000 }), { minLength: 1 }), (margins) => {
      const bins = marginBins([{ margin: Float64Array.from(margins) } as unknown as LedgerColumns]);
      expect(bins.shares[0]!.reduce((sum, share) => sum + share, 0)).toBeCloseTo(1, 9);
      expect(Math.abs(bins.from / bins.width - Math.round(bins.from / bins.width))).toBeLessThan(1e-9);
    }),
  );
});

test("labels of points that lie close stand apart", () => {
  const points = Array.from({ length: 9 }, (_, i) => ({
    x: 100 + i,
    y: 100 + (i % 3),
    left: 95 + i,
    right: 105 + i,
    width: 120,
  }));
  const places = apartFrom(points, { right: 600, top: 10, bottom: 400, line: 14 });
  const heights = places.map(({ y }) => y).sort((a, b) => a - b);
  for (const [i, y] of heights.slice(1).entries()) expect(y - heights[i]!).toBeGreaterThanOrEqual(14 - 1e-9);
});

test("no label leaves a narrow picture, and none lies on its own point", () => {
  fc.assert(
    fc.property(
      fc.array(fc.tuple(fc.integer({ min: 50, max: 340 }), fc.integer({ min: 20, max: 280 })), {
        minLength: 1,
        maxLength: 9,
      }),
      fc.integer({ min: 20, max: 190 }),
      (at, width) => {
        const points = at.map(([x, y]) => ({ x, y, left: x - 5, right: x + 5, width }));
        const places = apartFrom(points, { right: 350, top: 16, bottom: 290, line: 15 });
        for (const [i, { x, y, end }] of places.entries()) {
          const left = end ? x - width : x;
          expect(left).toBeGreaterThanOrEqual(0);
          expect(left + width).toBeLessThanOrEqual(350);
          const point = points[i]!;
          const across = left < point.right && left + width > point.left;
          // With nine labels in so small a picture a clear place need not exist.
          if (points.length === 1 && across) expect(Math.abs(y - point.y)).toBeGreaterThanOrEqual(14);
        }
      },
    ),
  );
});
