import { describe, expect, it } from "vitest";
import { keepCounts } from "../../src/sim/kept-counts.ts";
import { openStream } from "../../src/sim/random/stream.ts";

const drawn = (
  kept: ReturnType<typeof keepCounts>,
  key: string,
  counts: readonly number[],
  isWhole = true,
) => {
  const { open, end } = kept.begin(key);
  const { recalled } = open("seed", "people", 0);
  const out = new Float64Array(counts.length);
  const isTaken = recalled!.take(out);
  if (!isTaken) recalled!.note(Float64Array.from(counts), counts.length);
  if (isWhole) end();
  return isTaken ? [...out] : undefined;
};

describe("counts that are kept", () => {
  it("are given again under the same key, and only there", () => {
    const kept = keepCounts(1000);
    expect(drawn(kept, "a", [3, 0, 65_535])).toBeUndefined();
    expect(drawn(kept, "b", [1, 1, 1])).toBeUndefined();
    expect(drawn(kept, "a", [9, 9, 9])).toEqual([3, 0, 65_535]);
    expect(drawn(kept, "a", [9, 9, 9])).toEqual([3, 0, 65_535]);
    kept.clear();
    expect(drawn(kept, "a", [9, 9, 9])).toBeUndefined();
  });

  it("are drawn each time where they do not fit in two bytes, are not whole, or there is no room", () => {
    for (const odd of [65_536, 0.5, -1, Number.NaN]) {
      const kept = keepCounts(1000);
      for (let i = 0; i < 2; i++) expect(drawn(kept, "a", [1, odd])).toBeUndefined();
    }
    const small = keepCounts(7);
    expect(drawn(small, "a", [1, 2, 3])).toBeUndefined();
    expect(drawn(small, "b", [1])).toBeUndefined();
    // Six of seven bytes are taken.
    expect(drawn(small, "a", [9, 9, 9])).toEqual([1, 2, 3]);
    expect(drawn(small, "b", [1])).toBeUndefined();
  });

  it("are not kept of a drawing that was broken off", () => {
    const kept = keepCounts(1000);
    expect(drawn(kept, "a", [1, 2], false)).toBeUndefined();
    expect(drawn(kept, "a", [4, 5])).toBeUndefined();
    expect(drawn(kept, "a", [9, 9])).toEqual([4, 5]);
  });

  it("leave the stream's own numbers as they are", () => {
    const [plain, recalling] = [openStream("s", "p", 3), keepCounts(10).begin("a").open("s", "p", 3)];
    const [a, b] = [new Float64Array(600), new Float64Array(600)];
    plain.fill(a, 600);
    recalling.fill(b, 600);
    expect(b).toEqual(a);
  });
});
