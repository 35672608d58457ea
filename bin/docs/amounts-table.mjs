import { z } from "zod";
import { resolveAmount, workOut } from "../../src/engine/amount.ts";
import { amountSchema } from "../../src/engine/amount-schema.ts";
import { contractFacts } from "../../src/engine/contract-facts.ts";
import { codeOf } from "../../src/engine/fact.ts";
import { code, minus, spelled, table } from "./markdown.mjs";
import { wordsFor } from "./words-for.mjs";

const month = { starts: 7, referrals: 9, month: 3, faultShare: 0.5, fault: 1, dueToDatePence: 120_050 };
const prices = { startPrice: 15_000, parts: 4 };

export function amountsTable() {
  const price = { param: "startPrice" };
  const starts = { fact: "starts" };
  const operations = [
    [0, "A number. In money only 0 may stand; any other pound is a parameter."],
    [starts, "The value of a fact this month. Yes counts as 1 and no as 0."],
    [price, "The value of a parameter: money in pence, times `priceScale` where it is `scaled`."],
    [{ add: [starts, 2] }, "The sum of 1 to 20 parts, added from left to right."],
    [{ sub: [{ fact: "referrals" }, starts, 1] }, "The first less all the others; 2 to 20 parts."],
    [{ mul: [price, starts] }, "The product of 1 to 20 parts; at most one may be money."],
    [
      { div: [starts, { fact: "referrals" }], otherwise: 0 },
      "The first over the second; `otherwise` where the second is 0.",
    ],
    [{ min: [starts, 5] }, "The least of 1 to 20 parts."],
    [{ max: [starts, 10] }, "The most of 1 to 20 parts."],
    [
      { clamp: [starts, 1, 5] },
      "The first, but at least the second and at most the third: min(max(value, lowest), highest).",
    ],
    [
      { round: { mul: [price, { fact: "faultShare" }, 0.333] } },
      "Rounded to whole units (pence where it is money); `mode` names how.",
    ],
    [{ round: { mul: [price, 0.00333] }, mode: "down" }, "The same with a mode."],
    [
      { tiers: { of: starts, bands: [{ upTo: 4, rate: price }, { rate: { mul: [price, 1.5] } }] } },
      "Each band's rate times the part of `of` inside it; what lies below 0 counts in no band. Here 4 × 15,000 + 3 × 22,500.",
    ],
    [
      {
        table: {
          of: starts,
          rows: [
            { upTo: 5, value: 0 },
            { upTo: 10, value: price },
          ],
          otherwise: { mul: [2, price] },
        },
      },
      "The value of the first row that holds: `upTo` where `of` is at most it.",
    ],
    [
      {
        table: {
          of: { fact: "fault" },
          rows: [
            { is: "commissioner", value: 1 },
            { is: "shared", value: 0.5 },
          ],
          otherwise: 0,
        },
      },
      "`is` where `of` equals a number, a word or yes and no (`true`, `false`).",
    ],
    [
      { instalment: [price, { fact: "month" }, { param: "parts" }] },
      "`instalment: [total, k, n]`: the k-th of n parts, round(total·k/n) − round(total·(k−1)/n). The parts sum to round(total); under `counts: expected` they are not rounded and sum to the total. k below 1 or above n gives 0.",
    ],
  ];
  const keys = operations.map(([spec]) => Object.keys(Object(spec))[0] ?? "number");
  wordsFor("amounts", amountKeys(), Object.fromEntries(keys.map((key) => [key, true])));
  const names = {
    param: (name) => prices[name],
    code: (of, word) => codeOf(contractFacts.get(of.fact), word),
  };
  const rows = operations.map(([spec, meaning]) => [
    spelled(spec),
    meaning,
    code(minus(workOut(resolveAmount(spec, names), (name) => month[name]))),
  ]);
  return table(["written", "meaning", "gives"], rows);
}

/** The first keys of all forms of an amount, as the schema has them. */
function amountKeys() {
  const { $defs } = z.toJSONSchema(amountSchema, { io: "input" });
  return $defs.Amount.anyOf.map((form) => Object.keys(form.properties ?? { number: true })[0]);
}
