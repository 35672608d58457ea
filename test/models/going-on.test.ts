import { expect, test } from "vitest";
import { runModel } from "./run-model.ts";
import { model, pays, perStart, terms, where } from "./terms.ts";

// Model: a lead-in of one month, then two months of 4 certain referrals, half of what is indicated; the bidder believed
// that 3 of 4 start. Prices £330 and costs £100 a start. What going on is worth is paid out in the first two months, so
// that it can be read. By hand: in month 1 nothing is indicated yet, so q is 1 and two months of 8 × 0.75 = 6 planned
// starts remain; in month 2 q is 4 ÷ 8 and one month of them remains.
const read = (id: string, fact: string, month: number) =>
  terms("adjustment", id, [pays("goingOn", { fact }, { when: { all: [where("month", "equal", month)] } })]);
const rulesets = [
  perStart(330),
  read("payments-1", "goingOnPaymentsPence", 1),
  read("margin-1", "goingOnMarginPence", 1),
  read("payments-2", "goingOnPaymentsPence", 2),
];

test("what going on is worth takes the plan in full while nothing has been indicated", () => {
  const { ledgers } = runModel(
    model("going-on", 3, {
      contract: { leadInMonths: 1 },
      volume: { indicative: 8, factors: { shortfall: 0.5 }, counts: "certain" },
      delivery: { startRate: { value: 0.5, believed: 0.75 } },
      costs: { perStart: 100 },
      rulesets,
      policies: rulesets.slice(1).map(({ id }) => ({ id, title: id, rulesets: ["per-start", id] })),
    }),
    { paths: 2 },
  );
  const read = (id: string) => ledgers[id]!.otherPayment![0]! / 100;
  expect(read("payments-1")).toBe(2 * 6 * 330);
  expect(read("margin-1")).toBe(2 * 6 * (330 - 100));
  expect(read("payments-2")).toBe(0.5 * 6 * 330);
});
