import { describe, expect, it } from "vitest";
import { lookFor } from "../../../src/sim/solve/look-for.ts";
import { shippedNames, shippedScenario } from "../../laws/shipped-scenarios.ts";

describe("the first look of a solve", () => {
  it("takes thousands of futures of a small contract, and a quarter of them of twenty that serve thousands", () => {
    expect(lookFor(shippedScenario("dps-2017"))).toEqual({ paths: 4096, parts: 16 });
    expect(lookFor(shippedScenario("crc-volume-band"))).toEqual({ paths: 1024, parts: 8 });
  });

  it.each(shippedNames)("%s: takes whole blocks, and never more than the most", (name) => {
    const { paths, parts } = lookFor(shippedScenario(name));
    expect(paths % 512).toBe(0);
    expect(paths).toBeGreaterThanOrEqual(1024);
    expect(paths).toBeLessThanOrEqual(4096);
    expect([8, 16]).toContain(parts);
  });
});
