import { describe, expect, it } from "vitest";
import { waitLaw } from "../../../src/offer/before/wait-law.ts";

describe("whole months from an offer to its contract", () => {
  it("round a PERT law: of 0, 1 and 2 months by the polynomial of Beta(3, 3)", () => {
    // F(x) = 10x³ − 15x⁴ + 6x⁵ on [0, 1]; half a month is a quarter of the way.
    const quarter = 10 / 64 - 15 / 256 + 6 / 1024;
    const { chances, meanMonths } = waitLaw(0, 1, 2);
    for (const [months, chance] of [quarter, 1 - 2 * quarter, quarter].entries())
      expect(chances[months]).toBeCloseTo(chance, 12);
    expect(meanMonths).toBeCloseTo(1, 12);
  });

  it("round a skewed one: by Simpson's rule on the density of the beta law", () => {
    const [low, likely, high] = [1, 4, 12];
    const [a, b] = [(4 * (likely - low)) / (high - low), (4 * (high - likely)) / (high - low)];
    const density = (x: number) => x ** a * (1 - x) ** b;
    const area = (from: number, to: number) => {
      const steps = 20_000;
      const h = (to - from) / steps;
      let sum = density(from) + density(to);
      for (let i = 1; i < steps; i++) sum += (i % 2 === 0 ? 2 : 4) * density(from + i * h);
      return (sum * h) / 3;
    };
    const share = (months: number) => Math.min(1, Math.max(0, (months - low) / (high - low)));
    const { chances, meanMonths } = waitLaw(low, likely, high);
    let mean = 0;
    for (let months = 0; months <= high; months++) {
      const chance = area(share(months - 0.5), share(months + 0.5)) / area(0, 1);
      expect(chances[months]).toBeCloseTo(chance, 6);
      mean += months * chance;
    }
    expect(meanMonths).toBeCloseTo(mean, 5);
  });

  it("come by inversion: each number of months from just the luck that is its chance", () => {
    const { chances, months } = waitLaw(1, 4, 12);
    let upTo = 0;
    for (const [count, chance] of chances.entries()) {
      if (chance === 0) continue;
      expect(months(upTo + chance * 1e-6)).toBe(count);
      expect(months(upTo + chance * (1 - 1e-6))).toBe(count);
      upTo += chance;
    }
    expect(upTo).toBeCloseTo(1, 12);
  });

  it("are certain where low and high are one", () => {
    for (const certain of [0, 7]) {
      const law = waitLaw(certain, certain, certain);
      expect([law.meanMonths, law.months(0), law.months(1 - 2 ** -32)]).toEqual([certain, certain, certain]);
    }
  });
});
