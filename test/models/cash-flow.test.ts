import { expect, test } from "vitest";
import { runModel } from "./run-model.ts";
import { flatFee, model, perStart } from "./terms.ts";

// Model: exactly 5 starts a month for 6 months at £401, a fee of £333.33 in each of the first 3 months after 1 to 120
// days, cost £1,800.07 a month, set-up £700, cost of capital 10 %, discount rate 8 % a year.
// Closed form: the cash recursion of design.md, month m + ⌈days/30⌉, interest on last month's negative cash rounded to
// a penny, present value by (1 + r)^(−m/12). One path; to the penny.
const price = 401_00;
const fee = 333_33;

function byHand(startDays: number, feeDays: number, capital: number) {
  const flow = new Array<number>(40).fill(0);
  for (let month = 1; month <= 6; month++) {
    flow[month]! -= 1800_07 + (month === 1 ? 700_00 : 0);
    flow[month + Math.ceil(startDays / 30)]! += 5 * price;
    if (month <= 3) flow[month + Math.ceil(feeDays / 30)]! += fee;
  }
  let [cash, peak, worth] = [0, 0, 0];
  const last = 6 + Math.ceil(Math.max(startDays, feeDays) / 30);
  for (let month = 1; month <= last; month++) {
    const net = flow[month]! - Math.round((Math.max(0, -cash) * capital) / 12);
    cash += net;
    peak = Math.max(peak, -cash);
    worth += net * 1.08 ** (-month / 12);
  }
  return { cash, peak, worth };
}

test.each([
  [0, 0, 0.1],
  [1, 30, 0.1],
  [30, 31, 0.1],
  [60, 120, 0.1],
  [120, 1, 0.25],
  [45, 90, 0],
])(
  "with terms of %d and %d days and capital at %d cash follows the recursion",
  (startDays, feeDays, capital) => {
    const { ledgers } = runModel(
      model("cash-flow", 6, {
        volume: { indicative: 5, counts: "certain" },
        costs: { perMonth: 1800.07, setUp: 700 },
        provider: { costOfCapital: capital, discountRate: 0.08 },
        rulesets: [perStart(401, "per-start", startDays), flatFee(333.33, 3, "fee", feeDays)],
      }),
      { paths: 1 },
    );
    const { cash, peak, worth } = byHand(startDays, feeDays, capital);
    const { margin, peakFunding, npv, payment } = ledgers.terms!;
    expect(margin[0]).toBe(cash);
    expect(peakFunding[0]).toBe(peak);
    expect(npv[0]).toBeCloseTo(worth, 4);
    expect(payment[0]).toBe(30 * price + 3 * fee);
  },
);
