import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { quantilesOf, ranked } from "../../src/sim/quantiles-of.ts";

const numbers = fc.array(
  fc.oneof(fc.integer({ min: -50, max: 50 }), fc.double({ noNaN: true, min: -1e9, max: 1e9 })),
  {
    minLength: 1,
    maxLength: 300,
  },
);

describe("quantiles without sorting", () => {
  it("are those of the sorted numbers", () => {
    fc.assert(
      fc.property(numbers, (list) => {
        const sorted = Float64Array.from(list).sort();
        const places = [0, list.length >> 2, list.length >> 1, list.length - 1];
        expect(ranked(Float64Array.from(list), places).map((x) => x + 0)).toEqual(
          places.map((place) => sorted[place]! + 0),
        );
      }),
      { seed: 5, numRuns: 400 },
    );
  });

  it("are the smallest numbers that so many do not pass", () => {
    expect(quantilesOf(Float64Array.from([4, 1, 3, 2]), [0.05, 0.25, 0.5, 0.51, 1])).toEqual([1, 1, 2, 3, 4]);
  });
});
