import { expect, it } from "vitest";
import { smallestOfRows } from "../../../src/sim/risk/smallest-of-rows.ts";

it("gives what sorting all numbers of the rows gives, at every rank, ties and infinities too", () => {
  const size = 6;
  // 36 numbers from −4 to 4, with ties in rows and between them.
  const rows = Array.from({ length: size }, (_, row) =>
    Array.from({ length: size }, (_, step) => ((row * 7 + step * 5) % 9) - 4).sort((a, b) => a - b),
  );
  rows[2]![0] = Number.NEGATIVE_INFINITY;
  rows[4]![size - 1] = Number.POSITIVE_INFINITY;
  const sorted = rows.flat().sort((a, b) => (a < b ? -1 : a > b ? 1 : 0));
  for (const [place, expected] of sorted.entries())
    expect(smallestOfRows(size, place + 1, (row, step) => rows[row]![step]!)).toBe(expected);
});
