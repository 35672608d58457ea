import { describe, expect, it } from "vitest";
import { disagreements } from "../../src/sim/replay-check.ts";

describe("the two roads held against each other", () => {
  it("finds every total that differs by as little as a penny, and no other", () => {
    const kernel = { margin: -100, payment: 2500, starts: 3, bill: 2900 };
    expect(disagreements({ margin: -100, payment: 2500, starts: 3 }, kernel)).toEqual([]);
    expect(disagreements({ margin: -101, payment: 2500, starts: 4, ofRoadOnly: 1 }, kernel)).toEqual([
      { total: "margin", replayed: -101, kernel: -100 },
      { total: "starts", replayed: 4, kernel: 3 },
    ]);
  });
});
