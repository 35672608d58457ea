import { describe, expect, it } from "vitest";
import { isTallied, isTallyBasis, pilotPaths } from "../../../src/sim/tally/pilot-size.ts";

const mebibyte = 1024 * 1024;

describe("a run is tallied", () => {
  it("from 1 GB of columns on", () => {
    // 4 policies of 22 columns of 8 bytes are 704 bytes a future.
    const most = Math.floor((1024 * mebibyte) / 704);
    expect(isTallied(most, 4, 22)).toBe(false);
    expect(isTallied(most + 1, 4, 22)).toBe(true);
  });

  it("on a basis of which no price is solved on the futures", () => {
    expect(isTallyBasis("same-unit-prices")).toBe(true);
    expect(isTallyBasis("same-price")).toBe(true);
    expect(isTallyBasis("same-expected-bill")).toBe(false);
    expect(isTallyBasis("same-requirement")).toBe(false);
    expect(isTallyBasis(undefined)).toBe(false);
  });
});

describe("a pilot", () => {
  it("is of whole groups of 8,192 futures, 65,536 at most, in 128 MB at most", () => {
    expect(pilotPaths(10_000_000, 4, 22)).toBe(65_536);
    expect(pilotPaths(20_000, 4, 22)).toBe(16_384);
    // 20 policies of 100 columns: 16,000 bytes a future, 8,388 futures.
    expect(pilotPaths(1_000_000, 20, 100)).toBe(8192);
  });

  it("is none where not one group can be kept, and then nothing is tallied", () => {
    expect(pilotPaths(1_000_000, 50, 100)).toBe(0);
    expect(isTallied(1_000_000, 50, 100)).toBe(false);
  });
});
