import { expect, test } from "vitest";
import { endsWhen, policy, scenario } from "./endings.ts";
import { certain, library } from "./library.ts";
import { runModel } from "./run-model.ts";
import { where } from "./terms.ts";

// rules/indexation/indexation.json beside terms that settle across contract years: prices are 1 in the first year and
// 1.1 in the second, all people are certain, and what is taken back takes the indexation that was paid on it. Pounds
// over the contract, to the penny, without and with indexation.
type Model = {
  months: number;
  volume: Record<string, unknown>;
  delayMonths?: number;
  rate?: number;
  calledOffValue?: number;
  endAfter?: number;
  parameters?: Record<string, unknown>;
};

function paid(ids: string[], model: Model): [free: number, indexed: number] {
  const { months, volume, delayMonths = 0, rate = 0, calledOffValue, endAfter, parameters = {} } = model;
  const end = endsWhen({ all: [where("month", "equal", endAfter ?? 1000)] }, {}, "end-after");
  const bound = [...ids, "end-after"];
  const { ledgers } = runModel(
    scenario("indexation-settled", months, {
      contract: { ...(calledOffValue !== undefined && { calledOffValue }) },
      volume,
      delivery: { startRate: 1, stages: [{ id: "jobOutcomes", rate, delayMonths }] },
      drawn: {
        validationErrorRate: { type: "number", each: "month", unit: "share", sentence: "All.", value: 1 },
      },
      rulesets: [...library(...ids, "indexation"), end],
      parameters: { inflationRate: 0.1, ...parameters },
      policies: [policy("free", bound), policy("indexed", [...bound, "indexation"])],
    }),
    { paths: 1 },
  );
  return [ledgers.free!.payment[0]! / 100, ledgers.indexed!.payment[0]! / 100];
}
const nobody = { factors: { nobody: { value: 0 } } };
const secondYear = [...Array(12).fill(0), ...Array(12).fill(2)];

test("a guarantee of the first year that is made good in the second costs nothing", () => {
  const parameters = { startPrice: 100, guaranteeShare: 0.5, settleMonths: 12 };
  const volume = { ...certain(10), ramp: secondYear };
  // 240 people in the second year, at £100 and at £110.
  expect(paid(["per-start", "minimum-guarantee"], { months: 24, volume, parameters })).toEqual([
    24_000, 26_400,
  ]);
  // Nobody: 60 are made up in each year, at £100 and at £110.
  expect(
    paid(["per-start", "minimum-guarantee"], {
      months: 24,
      volume: { ...certain(10), ...nobody },
      parameters,
    }),
  ).toEqual([12_000, 6000 + 6600]);
});

test("a guarantee of the second year is made good with a part of its indexation", () => {
  // Settled in months 12, 18 and 24; 120 of 240 are guaranteed. 60 are made up at £100, 30 more at £110; 60 come in the
  // last half year, so that 60 are missing in the end: 30 go back, a third of 90, with a third of the £300.
  const volume = { ...certain(10), ramp: [...Array(18).fill(0), ...Array(6).fill(1)] };
  const parameters = { startPrice: 100, guaranteeShare: 0.5, settleMonths: 6 };
  expect(paid(["per-start", "minimum-guarantee"], { months: 24, volume, parameters })).toEqual([
    6000 + 6000,
    6000 + 600 + 6000 + 300 - 100,
  ]);
});

test("a band settles each year at the prices of that year", () => {
  const model = { months: 24, volume: { ...certain(10), ...nobody } };
  const year = 120 * 50;
  for (const [id, price, sign] of [
    ["band-retrospective", "missingReferralPrice", 1],
    ["band-clawback", "clawbackPerMissing", -1],
  ] as const) {
    const parameters = { bandUnder: 0, [price]: 50 };
    expect(paid(["per-start", id], { ...model, parameters })).toEqual([sign * year * 2, sign * year * 2.1]);
  }
});

test("a recovery takes back the indexation of what it recovers", () => {
  // Ten outcomes a month in months 13 to 15, all of them found not valid in month 15; and the same over 14 months, where
  // those of the last two months are checked by the contract's last.
  const volume = { ...certain(10), ramp: [...Array(12).fill(0), 1] };
  expect(paid(["single-outcome", "validation-recovery"], { months: 15, volume, rate: 1 })).toEqual([0, 0]);
  expect(paid(["single-outcome", "validation-recovery"], { months: 14, volume, rate: 1 })).toEqual([0, 0]);
});

test("a share is withheld of payments with their indexation, and released with it", () => {
  const terms = ["per-start", "single-outcome", "withheld-under-minimum"];
  const parameters = { startPrice: 100, jobOutcomePrice: 300, withheldShare: 0.1, minimumPerformance: 0.5 };
  // 120 starts a year, no outcome.
  expect(paid(terms, { months: 24, volume: certain(10), parameters })).toEqual([
    0.9 * 24_000,
    0.9 * (12_000 + 13_200),
  ]);
  // Every outcome comes 13 months after its start: 10 of 140 in month 14, and 120 of 240 in month 24 but one.
  const volume = { ...certain(10), ramp: [...Array(11).fill(1), 0] };
  expect(paid(terms, { months: 24, volume, rate: 1, delayMonths: 13, parameters })).toEqual([
    11_000 + 110 * 300,
    11_000 + 110 * 330,
  ]);
});

test("the indexation of a service fee stands outside the value called off as the fee does", () => {
  // £24,000, half of it as a fee of £500 a month and half as £50 a start: £12,000 and, indexed, £12,600.
  const terms = ["flat-share", "per-start", "value-called-off"];
  const parameters = { serviceFeeShare: 0.5, serviceFeeMonths: 24, startPrice: 100 };
  const model = { months: 24, volume: certain(10), parameters };
  expect(paid(terms, { ...model, calledOffValue: 12_600 })).toEqual([24_000, 25_200]);
  expect(paid(terms, { ...model, calledOffValue: 12_500 })).toEqual([24_000, 25_100]);
});

test("a cap over all payments holds their indexation", () => {
  for (const [limit, cap] of [
    ["payment-cap", "totalCap"],
    ["collar", "collarCap"],
  ] as const) {
    const parameters = { startPrice: 100, [cap]: 25_000, ...(limit === "collar" && { collarFloor: 0 }) };
    expect(paid(["per-start", limit], { months: 24, volume: certain(10), parameters })).toEqual([
      24_000, 25_000,
    ]);
  }
});

test("what was paid ahead of a service fee is repaid with its part of the indexation", () => {
  // A fee of £7,200, nine tenths of it in 18 sums of £360. By month 15 £5,400 is paid and 15 of 24 parts, £4,500, are
  // earned: a sixth goes back, and a sixth of 3 × £36.
  const parameters = {
    startPrice: 100,
    serviceFeeShare: 0.3,
    serviceFeeMonths: 24,
    frontMonths: 18,
    frontShare: 0.9,
    aheadRepaid: true,
  };
  const volume = { ...certain(10), ...nobody };
  expect(paid(["front-loaded", "per-start"], { months: 24, volume, endAfter: 15, parameters })).toEqual([
    4500,
    4500 + (108 * 5) / 6,
  ]);
  // Ended after month 6 nothing was indexed yet, and nothing is when it is repaid.
  expect(paid(["front-loaded", "per-start"], { months: 24, volume, endAfter: 6, parameters })).toEqual([
    1800, 1800,
  ]);
});

test("what later starts raise the baseline by is repaid with its part of the indexation", () => {
  const parameters = { baselineShare: 0.5, additionalOutcomePrice: 1000 };
  const tenIn = (...at: number[]) =>
    certain(Array.from({ length: 14 }, (_, m) => (at.includes(m + 1) ? 10 : 0)));
  const model = { months: 14, rate: 1, delayMonths: 6, parameters };
  // Five of ten were additional in month 7; in month 14 none is.
  expect(paid(["above-baseline"], { ...model, volume: tenIn(1, 14) })).toEqual([0, 0]);
  // Ten of twenty are in month 13, at £1,100; in month 14 half of them are.
  expect(paid(["above-baseline"], { ...model, volume: tenIn(1, 7, 14) })).toEqual([5000, 5500]);
});
