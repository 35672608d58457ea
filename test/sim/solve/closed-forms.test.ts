import { describe, expect, it } from "vitest";
import { neutralShare } from "../../../src/sim/volume-neutral.ts";
import { flatShare, margin, revenue } from "./flat-share.ts";
import { checkedText, marginOf, solved } from "./solved.ts";

// Revenue at plan 1, volume ratio r, margin m, fixed share of cost φ, service fee share s:
// Profit(r) = s + (1 − s) r − (1 − m)[φ + (1 − φ) r], which is 0 at r* = ((1 − m) φ − s) ÷ ((1 − s) − (1 − m)(1 − φ)).
const slopeOf = (s: number, fixed: number) => 1 - s - (1 - margin) * (1 - fixed);
const breakEvenOf = (s: number, fixed: number) => ((1 - margin) * fixed - s) / slopeOf(s, fixed);
const few = { paths: 4, look: { paths: 4, parts: 5 } };

describe("the referrals that break even", () => {
  const printed: Record<string, string[]> = {
    0.31: [".78", ".70", ".52", "never", "only above 3.3", "only above 1.59"],
    0.5: [".85", ".82", ".76", ".67", ".43", "never"],
    0.7: [".89", ".87", ".85", ".81", ".75", ".64"],
  };
  for (const fixed of [0.31, 0.5, 0.7]) {
    it(`with a fixed share of ${fixed} are those of the closed form, to a billionth`, async () => {
      const words: string[] = [];
      for (const s of [0, 0.1, 0.2, 0.3, 0.4, 0.5]) {
        const text = flatShare({ counts: "expected", ratio: 1, fixed, share: s });
        const { value, side, whole, reached } = await solved(text, "volume.factors.ratio", marginOf(0), few);
        expect(reached).toBe(true);
        const exact = breakEvenOf(s, fixed);
        if (whole) {
          // A loss at no volume: the line meets 0 below a volume of 0.
          expect(exact).toBeLessThan(0);
          words.push("never");
          continue;
        }
        expect(Math.abs(value! / exact - 1)).toBeLessThan(1e-9);
        expect(side).toBe(slopeOf(s, fixed) > 0 ? "from" : "upTo");
        const digits = value!.toFixed(value! > 2 ? 1 : 2);
        words.push(side === "from" ? digits.slice(1) : `only above ${digits}`);
      }
      expect(words).toEqual(printed[fixed]);
    });
  }

  it("as a share of what was indicated are the same, whatever comes now", async () => {
    const text = flatShare({ counts: "expected", ratio: 0.6, fixed: 0.5, share: 0.2 });
    const { value, now } = await solved(text, "referralShare", marginOf(0), few);
    expect(Math.abs(value! / breakEvenOf(0.2, 0.5) - 1)).toBeLessThan(1e-9);
    expect(now.value).toBeCloseTo(revenue * (0.2 + 0.8 * 0.6 - 0.92 * (0.5 + 0.5 * 0.6)), 6);
  });

  it("with drawn people lie within 4.5 standard errors of it", async () => {
    for (const [s, fixed] of [
      [0, 0.31],
      [0.2, 0.5],
      [0.4, 0.7],
    ] as const) {
      const text = flatShare({ counts: "drawn", ratio: 1, fixed, share: s });
      const { value, low, high } = await solved(text, "referralShare", marginOf(0), {
        paths: 2048,
        look: { paths: 1024, parts: 6 },
      });
      const se = (high! - low!) / (2 * 1.96);
      expect(se).toBeGreaterThan(0);
      expect(Math.abs(value! - breakEvenOf(s, fixed)) / se).toBeLessThan(4.5);
    }
  });
});

describe("the service fee share", () => {
  it("of (1 − m) φ breaks even without a single referral", async () => {
    const text = flatShare({ counts: "expected", ratio: 0, fixed: 0.5, share: 0.1 });
    const { value } = await solved(text, "serviceFeeShare", marginOf(0), few);
    expect(Math.abs(value! / ((1 - margin) * 0.5) - 1)).toBeLessThan(1e-9);
  });

  it("that earns the planned margin at any volume is the neutral share, (1 − m) φ + m", async () => {
    // At the neutral share the profit does not depend on the volume, so that it is m of the revenue at every volume.
    for (const fixed of [0.31, 0.5, 0.7]) {
      const exact = (1 - margin) * fixed + margin;
      for (const ratio of [0.3, 0.7]) {
        const text = flatShare({ counts: "expected", ratio, fixed, share: 0.1 });
        const { value } = await solved(text, "serviceFeeShare", marginOf(margin * revenue), few);
        expect(Math.abs(value! / exact - 1)).toBeLessThan(1e-9);
      }
      const checked = checkedText(flatShare({ counts: "expected", ratio: 1, fixed, share: 0 }));
      expect(Math.abs(neutralShare(checked, checked.policies[0]!)! / exact - 1)).toBeLessThan(1e-9);
    }
  });

  it("with drawn people is the neutral share to the rounding of payments, and others lie within 4.5 standard errors", async () => {
    const text = flatShare({ counts: "drawn", ratio: 0.7, fixed: 0.5, share: 0.1 });
    const asked = { paths: 2048, look: { paths: 1024, parts: 6 } };
    // At the neutral share luck in the volume moves nothing: what is left is half a penny in each of 17 payments.
    const neutral = await solved(text, "serviceFeeShare", marginOf(margin * revenue), asked);
    expect(Math.abs(neutral.value! - (0.92 * 0.5 + margin))).toBeLessThan((17 * 0.005) / (0.3 * revenue));
    // At a profit of nothing: s + 0.7 (1 − s) = 0.782.
    const { value, low, high } = await solved(text, "serviceFeeShare", marginOf(0), asked);
    const se = (high! - low!) / (2 * 1.96);
    expect(se).toBeGreaterThan(0);
    expect(Math.abs(value! - 0.082 / 0.3) / se).toBeLessThan(4.5);
  });
});

describe("prices", () => {
  // At s = 0.1 and r = 0.7: profit = κ (0.1 + 0.9 × 0.7) − 0.92 (0.5 + 0.5 × 0.7), with all prices κ times as high.
  it("all scaled by one number break even where the closed form says", async () => {
    const text = flatShare({ counts: "expected", ratio: 0.7, fixed: 0.5, share: 0.1 });
    const { value } = await solved(text, "priceScale", marginOf(0), few);
    expect(Math.abs(value! / (0.782 / 0.73) - 1)).toBeLessThan(1e-9);
  });

  it("in pounds are not cut to pence where payments are not, and are whole pence where they are", async () => {
    const price = (100 * 0.782) / 0.73;
    const expected = flatShare({ counts: "expected", ratio: 0.7, fixed: 0.5, share: 0.1 });
    const exact = await solved(expected, "startPrice", marginOf(0), few);
    expect(Math.abs(exact.value! / price - 1)).toBeLessThan(1e-9);
    const drawn = flatShare({ counts: "drawn", ratio: 0.7, fixed: 0.5, share: 0.1 });
    const { value, low, high } = await solved(drawn, "startPrice", marginOf(0), { paths: 512 });
    expect(Math.round(value! * 100) / 100).toBe(value);
    expect(Math.abs(value! - price)).toBeLessThan(high! - low!);
  });
});
