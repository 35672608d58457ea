import { expect, test } from "vitest";
import { runModel } from "./run-model.ts";
import { model, pays, plain, pounds, type Terms, terms } from "./terms.ts";

// Model: a service fee of a prime number of pence in n monthly parts, front-loaded by month of payment, and a set-up
// cost of a prime number of pence over the lead-in. Closed form: part k is round(F k/n) − round(F (k − 1)/n), so the
// parts sum to F; the present value at 0 % of what is paid by month m is round(F m/n). One path; to the penny.
const fee: Terms = terms(
  "service-fee",
  "fee",
  [
    pays("serviceFee", {
      instalment: [{ param: "wholeFee" }, { fact: "month" }, { param: "feeMonths" }],
    }),
  ],
  { parameters: { wholeFee: pounds(1000.03), feeMonths: plain(7, "months") } },
);
const run = (months: number, whole: number, parts: number, setUp: number, leadInMonths = 0) =>
  runModel(
    model("instalments", months, {
      contract: { leadInMonths },
      volume: { indicative: 1 },
      costs: { setUp },
      rulesets: [fee],
      policies: [
        { id: "terms", title: "Fee", rulesets: ["fee"], parameters: { wholeFee: whole, feeMonths: parts } },
      ],
    }),
    { paths: 2 },
  ).ledgers.terms!;

const primes = [1000.03, 99.91, 0.07, 0.02, 49_999.91];

test.each(primes)("the parts of £%d sum to the whole, whatever their number", (whole) => {
  for (const parts of [1, 3, 7, 11, 24]) {
    const { serviceFee, margin } = run(24, whole, parts, 0);
    expect([...serviceFee]).toEqual([Math.round(whole * 100), Math.round(whole * 100)]);
    expect(margin[0]).toBe(Math.round(whole * 100));
  }
});

test("what is paid by a month is the rounded share of the whole", () => {
  for (const month of [1, 2, 3, 5, 6]) {
    const pence = Math.round((99_991 * month) / 7);
    expect(run(month, 999.91, 7, 0).serviceFee[0]).toBe(pence);
  }
});

test("set-up cost is spread over the lead-in without losing or gaining a penny", () => {
  for (const setUp of primes) {
    for (const leadIn of [0, 1, 3, 7]) {
      const { margin } = run(12, 0, 1, setUp, leadIn);
      expect(margin[0]).toBe(-Math.round(setUp * 100));
    }
  }
});
