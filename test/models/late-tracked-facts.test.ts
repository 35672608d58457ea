import { describe, expect, it } from "vitest";
import type { AmountSpec } from "../../src/engine/amount.ts";
import { allPounds, owedElsewhere } from "./endings.ts";
import { readMonthly } from "./month-by-month.ts";
import { flatFee, pays, type Terms, terms, where } from "./terms.ts";

// Referrals of 0, 2 or 6 a month for 20 months from November 2017 pay a price of £3 each under outcome payments, beside
// £1 each that shows them in its own month only and a fee of £5 in months 1 to 15. Tracked facts over what is
// owed are read as at the end of last month; the dictionary's sums to date include this month.
// Closed form: sums over a path's own list. 512 paths, each month of each path to the penny.
const MONTHS = 20;
const parts = { contractStart: "2017-11-01" };
const price = terms(
  "outcome-payment",
  "price",
  [pays("price", { mul: [{ param: "each" }, { fact: "referrals" }] })],
  {
    parameters: allPounds({ each: 3 }),
  },
);
const bound = [price, flatFee(5, 15)];

const total = (list: number[]) => list.reduce((a, b) => a + b, 0);
const fees = (upTo: number) => 500 * Math.min(upTo, 15);
const facts = owedElsewhere("pricePence", "serviceFeePence");
type Exact = (r: number[], m: number) => number;
const money = (amount: AmountSpec, tracked?: Terms["tracked"]) => ({
  amount,
  money: true,
  parts,
  bound,
  facts,
  ...(tracked && { tracked }),
});
const count = (tracked: Terms["tracked"]) => ({ amount: { fact: "seen" }, parts, bound, facts, tracked });
const paidHigh = { all: [where("pricePence", "greaterThan", { fact: "thousandPence" })] };
const thousand: Terms["tracked"] = { thousandPence: { value: { mul: [2, { fact: "serviceFeePence" }] } } };

const lastMonths: [string, Parameters<typeof readMonthly>[3], Exact][] = [
  [
    "a sum",
    money({ fact: "seenPence" }, { seenPence: { sum: { fact: "pricePence" } } }),
    (r, m) => 300 * total(r.slice(0, m)),
  ],
  [
    "a sum over the financial year",
    money({ fact: "seenPence" }, { seenPence: { sum: { fact: "pricePence" }, over: "financialYear" } }),
    // What a month reads is last month's: in April still the whole of the year that has ended.
    (r, m) => 300 * total(r.slice(m <= 5 ? 0 : m <= 17 ? 5 : 17, m)),
  ],
  [
    "a sum over the contract year",
    money({ fact: "seenPence" }, { seenPence: { sum: { fact: "pricePence" }, over: "contractYear" } }),
    (r, m) => 300 * total(r.slice(m <= 12 ? 0 : 12, m)),
  ],
  [
    "a sum over three months",
    money({ fact: "seenPence" }, { seenPence: { sum: { fact: "pricePence" }, over: { months: 3 } } }),
    (r, m) => 300 * total(r.slice(Math.max(0, m - 3), m)),
  ],
  [
    "a value",
    money(
      { fact: "seenPence" },
      { seenPence: { value: { add: [{ fact: "pricePence" }, { fact: "serviceFeePence" }] } } },
    ),
    (r, m) => (m === 0 ? 0 : 300 * r[m - 1]! + (m <= 15 ? 500 : 0)),
  ],
  [
    // £3 × 6 is above twice the fee of £5, £3 × 2 is not; without a fee any price is.
    "a run of months",
    count({ ...thousand, seen: { consecutive: paidHigh } }),
    (r, m) => m - 1 - r.slice(0, m).findLastIndex((x, k) => !high(x, k)),
  ],
  [
    "the first month",
    count({ ...thousand, seen: { firstMonth: paidHigh } }),
    (r, m) => r.slice(0, m).findIndex(high) + 1,
  ],
  [
    "a sum over tracked facts of both sorts",
    money(
      { fact: "seenPence" },
      {
        seenPence: { sum: { mul: [{ fact: "referralsToDate" }, { fact: "feesPence" }] } },
        referralsToDate: { sum: { fact: "referrals" } },
        feesPence: { sum: { fact: "serviceFeePence" } },
      },
    ),
    (r, m) => total(r.slice(0, m).map((_, k) => total(r.slice(0, k + 1)) * fees(k + 1))),
  ],
];
const high = (x: number, k: number) => 300 * x > (k < 15 ? 1000 : 0);

describe("a tracked fact over what is owed", () => {
  it.each(lastMonths)("%s is read as at the end of last month", (_, probe, exact) => {
    for (const path of readMonthly("late-tracked", MONTHS, 512, probe))
      expect(path.read).toEqual(path.referrals.map((_, m) => exact(path.referrals, m)));
  });
});

// The policy that shows month m owes what it shows in that month alone: £1 a referral, and what it read before.
const toDate: [string, string, Exact][] = [
  ["outcome payments to date", "outcomePaymentToDatePence", (r, m) => 300 * total(r.slice(0, m + 1))],
  ["service fees to date", "serviceFeeToDatePence", (_, m) => fees(m + 1)],
  ["what is due this month", "duePence", (r, m) => 400 * r[m]! + (m < 15 ? 500 : 0)],
  [
    "what is due to date",
    "dueToDatePence",
    (r, m) => 300 * total(r.slice(0, m + 1)) + 100 * r[m]! + fees(m + 1),
  ],
  [
    "what is due this financial year",
    "dueThisFinancialYearPence",
    (r, m) => {
      const from = m < 5 ? 0 : m < 17 ? 5 : 17;
      return 300 * total(r.slice(from, m + 1)) + 100 * r[m]! + fees(m + 1) - fees(from);
    },
  ],
];

describe("a sum of the dictionary", () => {
  it.each(toDate)("%s includes this month", (_, fact, exact) => {
    for (const path of readMonthly("sums-to-date", MONTHS, 512, money({ fact })))
      expect(path.read).toEqual(path.referrals.map((_, m) => exact(path.referrals, m)));
  });
});
