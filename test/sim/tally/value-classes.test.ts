import fc from "fast-check";
import { expect, test } from "vitest";
import { openValueClasses } from "../../../src/sim/tally/value-classes.ts";

/** The class by its definition: 2 for each bound below the number, and one more where a bound equals it. */
function classOf(value: number, bounds: readonly number[]): number {
  return 2 * bounds.filter((bound) => bound < value).length + (bounds.includes(value) ? 1 : 0);
}

const numbers = fc.oneof(
  fc.integer({ min: -50, max: 50 }),
  fc.double({ min: -1e9, max: 1e9, noNaN: true }),
  fc.constantFrom(-0, 0, 1e15, -1e15, 1e300),
);

test("a class tells the bounds below and whether one is met, wherever bounds crowd", () => {
  fc.assert(
    fc.property(
      fc.uniqueArray(numbers, { minLength: 1, maxLength: 60, comparator: (a, b) => a === b }),
      fc.array(numbers, { maxLength: 100 }),
      (given, others) => {
        const bounds = Float64Array.from(given).sort();
        const values = Float64Array.from([...others, ...given, ...given.map((bound) => bound + 1e-9)]);
        const found = new Uint16Array(values.length);
        openValueClasses(bounds).write(values, values.length, found);
        expect([...found]).toEqual([...values].map((value) => classOf(value, [...bounds])));
      },
    ),
    { numRuns: 500, seed: 11 },
  );
});
