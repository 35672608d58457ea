import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { sortedCopy } from "../../../src/sim/risk/sorted-copy.ts";

const seed = 20171127;
/** Long enough that digits are counted. */
const many = 3000;

function expectSorted(column: Float64Array): void {
  const before = column.slice();
  const sorted = sortedCopy(column);
  expect(column).toEqual(before);
  const expected = before.sort();
  expect(sorted.length).toBe(expected.length);
  // 0 and −0 are one number here, and NaN stands last, as a sort of numbers has it.
  for (let i = 0; i < sorted.length; i++)
    if (sorted[i] !== expected[i] && !(Number.isNaN(sorted[i]) && Number.isNaN(expected[i])))
      expect.fail(`place ${i}: ${sorted[i]} instead of ${expected[i]}`);
}

describe("a column is sorted as by comparing", () => {
  it("of whole numbers over any span, negative ones too", () => {
    const spans = fc.constantFrom(0, 1, 2047, 2048, 2 ** 22, 2 ** 31, 2 ** 32 - 1, 2 ** 32, 2 ** 40);
    const columns = fc.record({
      span: spans,
      least: fc.maxSafeInteger().map((n) => Math.trunc(n / 4)),
      shares: fc.array(fc.double({ min: 0, max: 1, noNaN: true }), { minLength: 2, maxLength: 40 }),
    });
    fc.assert(
      fc.property(columns, ({ span, least, shares }) => {
        const of = (i: number) => least + Math.floor(shares[i % shares.length]! * span);
        // Both ends of the span are there.
        expectSorted(Float64Array.from({ length: many }, (_, i) => (i === 7 ? least + span : of(i))));
      }),
      { seed, numRuns: 200 },
    );
  });

  it("of fractions, of what has no end, of −0, and of a few", () => {
    const odd = [0.5, -0, 0, Number.NEGATIVE_INFINITY, Number.POSITIVE_INFINITY, Number.NaN, 1e300, -3];
    for (const value of odd)
      expectSorted(Float64Array.from({ length: many }, (_, i) => (i === 1234 ? value : (i * 7919) % 1009)));
    for (const length of [0, 1, 2, 1023, 1024])
      expectSorted(Float64Array.from({ length }, (_, i) => (i * 7919) % 101));
  });

  it("of memory that threads share, into memory that they do not", () => {
    const shared = new Float64Array(new SharedArrayBuffer(many * 8)).map((_, i) => (i * 7919) % 1009);
    expectSorted(shared);
    expect(sortedCopy(shared).buffer).toBeInstanceOf(ArrayBuffer);
  });
});
