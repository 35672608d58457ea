import { describe, expect, it } from "vitest";
import { pathAtQuantile } from "../../src/sim/path-at-quantile.ts";

describe("the future at a quantile", () => {
  it("stands at rank ⌈at × n⌉ from the lowest", () => {
    const margins = [50, 10, 40, 20, 30];
    expect([0.01, 0.2, 0.21, 0.5, 0.8, 0.99].map((at) => margins[pathAtQuantile(margins, at)])).toEqual([
      10, 10, 20, 30, 40, 50,
    ]);
  });

  it("is the first drawn of those with the same value, whatever the sign of zero", () => {
    expect(pathAtQuantile([3, -1, 2, -1, -1], 0.5)).toBe(1);
    expect(pathAtQuantile([1, 0, -0], 0.1)).toBe(1);
    expect(pathAtQuantile([7], 0.5)).toBe(0);
  });
});
