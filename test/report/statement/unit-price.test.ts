import { expect, it } from "vitest";
import type { AmountSpec } from "../../../src/engine/amount.ts";
import { penniesWords, rateWords } from "../../../src/report/statement/pennies.ts";
import { unitPrice } from "../../../src/report/statement/unit-price.ts";
import { checkModel } from "../../models/run-model.ts";
import { model, pays, plain, pounds, terms } from "../../models/terms.ts";

// startPrice £177.78 and keptShare 0.2: 4 starts owe 4 × 17,778 × 0.8 = 56,889.6 pence, to the nearest 56,890.
const parameters = {
  startPrice: pounds(177.78, true),
  keptShare: plain(0.2),
  band: plain(0.1),
  most: pounds(500),
};
const kept = { sub: [1, { param: "keptShare" }] };
const perStart: AmountSpec = { mul: [{ mul: [{ param: "startPrice" }, kept] }, { fact: "starts" }] };

function priceOf(amount: AmountSpec, read: Record<string, number>, pence: number, scale = 1) {
  const checked = checkModel(
    model("prices", 3, {
      volume: { indicative: 5 },
      rulesets: [
        terms("start-fee", "fee", [pays("startFee", amount)], {
          parameters,
          tracked: {
            startsOfYear: { sum: { fact: "starts" }, over: "contractYear" },
            feesOfYearPence: { sum: { fact: "startFeePence" }, over: "contractYear" },
          },
        }),
      ],
    }),
  );
  const { contract } = checked.policies[0]!;
  const effect = contract.rulesets[0]!.stages[0]!.rules[0]!.event;
  return unitPrice(contract, { effect, rule: undefined, read }, { priceScale: scale, rounded: true }, pence);
}

it("takes a payment apart into a count and the price that is left after a share", () => {
  expect(priceOf(perStart, { starts: 4 }, 56_890)).toEqual({
    quantity: 4,
    unit: "starts",
    ratePence: 14_222.4,
    rounded: true,
  });
  expect(priceOf(perStart, { starts: 1 }, 14_222)).toMatchObject({ quantity: 1, unit: "start" });
  expect(priceOf({ mul: [{ param: "startPrice" }, { fact: "starts" }] }, { starts: 4 }, 71_112)).toEqual({
    quantity: 4,
    unit: "starts",
    ratePence: 17_778,
    rounded: false,
  });
});

it("gives nothing where count and price as shown would not make the amount", () => {
  expect(priceOf(perStart, { starts: 4 }, 56_889)).toBeUndefined();
  expect(priceOf(perStart, { starts: 4 }, 57_000)).toBeUndefined();
});

it("counts what a clause works out of people as people, and a clawback below zero", () => {
  // (1 − 0.1) × 20 indicated − 12 started = 6 missing.
  const missing: AmountSpec = {
    max: [
      {
        sub: [
          { mul: [{ sub: [1, { param: "band" }] }, { fact: "indicativeReferrals" }] },
          { fact: "startsOfYear" },
        ],
      },
      0,
    ],
  };
  const amount: AmountSpec = { mul: [-1, { param: "startPrice" }, missing] };
  expect(priceOf(amount, { indicativeReferrals: 20, startsOfYear: 12 }, -106_668)).toEqual({
    quantity: 6,
    unit: "people",
    ratePence: -17_778,
    rounded: false,
  });
});

it("sees a product through a limit that it does not reach, and none through one that it does", () => {
  const amount: AmountSpec = {
    min: [{ mul: [{ param: "startPrice" }, { fact: "starts" }] }, { param: "most" }],
  };
  expect(priceOf(amount, { starts: 2 }, 35_556)).toMatchObject({ quantity: 2, ratePence: 17_778 });
  expect(priceOf(amount, { starts: 3 }, 50_000)).toBeUndefined();
});

it("finds no count in shares of money, in sums of products, or in a fixed amount", () => {
  const share: AmountSpec = { mul: [{ param: "keptShare" }, { fact: "feesOfYearPence" }] };
  expect(priceOf(share, { feesOfYearPence: 1000 }, 200)).toBeUndefined();
  expect(priceOf({ add: [perStart, perStart] }, { starts: 1 }, 28_445)).toBeUndefined();
  expect(priceOf({ param: "most" }, {}, 50_000)).toBeUndefined();
});

it("shows more decimals of a price that a basis scales, so that the product is the amount", () => {
  // 17,778 × 1.0371 = 18,437.5638 pence; 123 of them are 2,267,820.3474.
  const amount: AmountSpec = { mul: [{ param: "startPrice" }, { fact: "starts" }] };
  expect(priceOf(amount, { starts: 123 }, 2_267_820, 1.0371)).toEqual({
    quantity: 123,
    unit: "starts",
    ratePence: 18_437.5638,
    rounded: true,
  });
  // A seventh of 17,778 is 2,539.714285… without end: as many decimals are shown as give the amount to the penny,
  // 5 × 2,539.71 = 12,698.55, and 10,000 × 2,539.7143 = 25,397,143.
  expect(priceOf(amount, { starts: 5 }, 12_699, 1 / 7)?.ratePence).toBe(2_539.71);
  expect(priceOf(amount, { starts: 10_000 }, 25_397_143, 1 / 7)?.ratePence).toBe(2_539.7143);
  expect(rateWords(18_437.5638)).toBe("£184.375638");
});

it("writes amounts with both pennies and prices with the decimals they have", () => {
  expect([0, 5, 123_456_789, -40_000, -0.2].map(penniesWords)).toEqual([
    "£0.00",
    "£0.05",
    "£1,234,567.89",
    "−£400.00",
    "£0.00",
  ]);
  expect([17_778, 14_222.4, -50, 0.5].map(rateWords)).toEqual(["£177.78", "£142.224", "−£0.50", "£0.005"]);
});
