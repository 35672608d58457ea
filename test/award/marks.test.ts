import fc from "fast-check";
import { expect, it } from "vitest";
import { marksFor, splitMarks } from "../../src/award/marks.ts";

const runs = { numRuns: 500, seed: 20261126 };

it("marks that are split are whole, sum to the whole, and each lies within one of its share", () => {
  const weights = fc.array(fc.integer({ min: 0, max: 10_000 }), { minLength: 1, maxLength: 12 });
  fc.assert(
    fc.property(fc.integer({ min: 1, max: 100_000 }), weights, (whole, hundredths) => {
      const sum = hundredths.reduce((total, each) => total + each, 0);
      fc.pre(sum > 0);
      const parts = splitMarks(
        whole,
        hundredths.map((each) => each / 100),
      );
      expect(parts.reduce((total, part) => total + part, 0)).toBe(whole);
      for (const [k, part] of parts.entries()) {
        expect(Number.isInteger(part)).toBe(true);
        expect(Math.abs(part - (whole * hundredths[k]!) / sum)).toBeLessThanOrEqual(1 + 1e-9);
      }
    }),
    runs,
  );
});

it("marks for points are the exact product, rounded half up", () => {
  const exact = (points: bigint, outOf: bigint, marks: bigint) =>
    (points * marks * 2n + outOf) / (outOf * 2n);
  fc.assert(
    fc.property(
      fc
        .integer({ min: 1, max: 1_000_000 })
        .chain((outOf) =>
          fc.tuple(
            fc.integer({ min: 0, max: outOf }),
            fc.constant(outOf),
            fc.integer({ min: 0, max: 100_000 }),
          ),
        ),
      ([points, outOf, marks]) => {
        expect(marksFor(points, outOf, marks)).toBe(
          Number(exact(BigInt(points), BigInt(outOf), BigInt(marks))),
        );
      },
    ),
    runs,
  );
});
