import { expect, test } from "vitest";
import { runModel } from "./run-model.ts";
import { model, pays, plain, pounds, type Terms, terms } from "./terms.ts";

// Model: people by their means, revenue at plan £1,000,000 (10 months, 1,000 starts at £1,000), volume ratio r, cost
// 1 − m = 92 % of that with a fixed share φ, and a flat service fee of a share s of the contract's value, taken out of
// unit prices. Closed form (employment-programmes.md, section 6): Profit(r) = s + (1 − s) r − (1 − m)[φ + (1 − φ) r],
// with the break-even volumes printed there. One path; to a billionth of the revenue.
const cost = 920_000;
const serviceFeeShare = plain(0);
const rulesets: Terms[] = [
  terms(
    "start-fee",
    "price",
    [
      pays("startFee", {
        mul: [{ param: "startPrice" }, { sub: [1, { param: "serviceFeeShare" }] }, { fact: "starts" }],
      }),
    ],
    { parameters: { startPrice: pounds(1000, true), serviceFeeShare } },
  ),
  terms(
    "service-fee",
    "fee",
    [
      pays("serviceFee", {
        instalment: [
          { mul: [{ param: "serviceFeeShare" }, { fact: "contractValuePence" }] },
          { fact: "month" },
          { param: "feeMonths" },
        ],
      }),
    ],
    { parameters: { serviceFeeShare, feeMonths: plain(7, "months") } },
  ),
];
const shares = [0, 0.1, 0.2, 0.3, 0.4, 0.5];
const fixedShares = [0.31, 0.5, 0.7];

/** The provider's profit for each share of service fee, in pounds. */
function profits(ratio: number, fixed: number): number[] {
  const { ledgers } = runModel(
    model("expected-counts", 10, {
      counts: "expected",
      contract: { paymentTermDays: 45 },
      volume: { indicative: 125, factors: { ratio } },
      delivery: { startRate: 0.8 },
      costs: {
        perMonth: Math.round(fixed * cost * 10) / 100,
        perStart: Math.round((1 - fixed) * cost * 0.1) / 100,
      },
      rulesets,
      policies: shares.map((s) => ({
        id: `fee-${s * 100}`,
        title: `A fee of ${s}`,
        rulesets: ["price", "fee"],
        parameters: { serviceFeeShare: s },
      })),
    }),
    { paths: 1 },
  );
  return shares.map((s) => ledgers[`fee-${s * 100}`]!.margin[0]! / 100);
}

test.each(fixedShares)("with a fixed share of %d the profit is the closed form at any volume", (fixed) => {
  for (const ratio of [0, 0.26, 0.48, 1, 1.4]) {
    for (const [k, profit] of profits(ratio, fixed).entries()) {
      const s = shares[k]!;
      const exact = 1e6 * (s + (1 - s) * ratio) - cost * (fixed + (1 - fixed) * ratio);
      expect(Math.abs(profit - exact)).toBeLessThan(1e-9 * 1e6);
    }
  }
});

test("the volumes under which the provider loses are those printed for a margin of 8 %", () => {
  const printed = [
    [".78", ".70", ".52", "never", "only above 3.3", "only above 1.59"],
    [".85", ".82", ".76", ".67", ".43", "never"],
    [".89", ".87", ".85", ".81", ".75", ".64"],
  ];
  const found = fixedShares.map((fixed) => {
    const [none, all] = [profits(0, fixed), profits(1, fixed)];
    return shares.map((_, k) => {
      const slope = all[k]! - none[k]!;
      const breakEven = -none[k]! / slope;
      // Profit is a straight line in the volume: without volume it already shows on which side the loss is.
      if (slope < 0) return `only above ${breakEven.toFixed(breakEven > 2 ? 1 : 2)}`;
      return breakEven < 0 ? "never" : breakEven.toFixed(2).slice(1);
    });
  });
  expect(found).toEqual(printed);
});

test("at the volume-neutral share the profit does not depend on the volume", () => {
  // s₀ = (1 − m) φ + m = 0.08 + 0.92 φ, worked out from the two lines above and below it.
  for (const fixed of fixedShares) {
    const slope = profits(1, fixed).map((profit, k) => profit - profits(0, fixed)[k]!);
    const neutral = slope[0]! / (slope[0]! - slope[1]!) / 10;
    expect(neutral).toBeCloseTo(0.08 + 0.92 * fixed, 9);
  }
});
