import { describe, expect, it } from "vitest";
import { blockWidth, openBlocks, type ScaledPolicy } from "../../src/sim/block.ts";
import { numberAt } from "../../src/sim/block-result.ts";
import type { CheckedScenario } from "../../src/sim/check-scenario.ts";
import { columnsOfRun } from "../../src/sim/ledger-columns.ts";
import {
  coin,
  coins,
  ends,
  endsBelowToDate,
  endsWhen,
  policy,
  scenario,
  settles,
} from "../models/endings.ts";
import { checkModel } from "../models/run-model.ts";
import {
  cap,
  flatFee,
  pays,
  perOutcome,
  perStart,
  plain,
  pounds,
  type Terms,
  terms,
  where,
} from "../models/terms.ts";

// Policies that share a world also share what they compute of it; none may notice the others. Scenarios with an end by
// referrals (which policies share), by prices or cash (which they must not), payment terms of a year beside none, cost
// of capital, set facts, late tracked facts, levers and a budget that stops referrals; two blocks, all bytes equal.
const byPrice = endsWhen(
  { all: [where("referrals", "lessThan", { fact: "needed" })] },
  {
    parameters: { startPrice: pounds(300, true), each: plain(50, "people") },
    tracked: {
      needed: {
        value: {
          div: [{ param: "startPrice" }, { mul: [{ param: "each" }, { param: "startPrice" }] }],
          otherwise: 0,
        },
      },
    },
  },
  "by-price",
);
const priceLevel: Terms = terms(
  "termination",
  "dear",
  [
    ends("dear", {
      all: [where("startPrice", "greaterThan", { fact: "limit" }), where("month", "equal", 3)],
    }),
  ],
  { parameters: { startPrice: pounds(300, true), limit: pounds(400) } },
);
const coinSettles = settles(
  { add: [{ param: "sum" }, { mul: [0.1, { fact: "dueToDatePence" }] }] },
  { all: [where("fair", "equal", true)] },
  { parameters: { sum: pounds(700) }, facts: coins("fair") },
);
const rightOf = endsWhen(
  { all: [where("settlementPence", "greaterThan", { fact: "goingOnMarginPence" })] },
  {},
  "right",
);
const clawback = terms(
  "adjustment",
  "clawback",
  [
    pays(
      "clawback",
      { mul: [-0.5, { fact: "paidBeforePence" }] },
      {
        when: { all: [where("monthsSinceEnd", "equal", 1), where("endGround", "equal", "lowReferrals")] },
      },
    ),
  ],
  {
    facts: {
      serviceFeePence: { unit: "pence", default: 0, from: "set", sentence: "The fee of this month." },
    },
    tracked: {
      monthsSinceEnd: { value: { sub: [{ fact: "month" }, { fact: "endMonth" }] } },
      paidBeforePence: { sum: { fact: "serviceFeePence" } },
    },
  },
);

const world = (parts: Record<string, unknown>) =>
  scenario("together-or-alone", 8, {
    contract: { leadInMonths: 1, lastMonth: 12, paymentTermDays: 30 },
    volume: { indicative: 8, factors: { demand: { gamma: { mean: 0.7, shape: 3 } } } },
    delivery: {
      startRate: 0.8,
      survivingShare: 0.5,
      stages: [{ id: "jobs", rate: 0.4, delayMonths: { empirical: { values: [1, 2, 4] } } }],
    },
    drawn: { fair: coin(0.6) },
    costs: {
      setUp: 900,
      perMonth: 800,
      perStart: 40,
      perOutcome: { jobs: 15 },
      onEarlyEnd: 200,
      trackingPerMonth: 50,
    },
    levers: [{ id: "training", title: "Training", quantity: "volume.factors.demand", scale: 1.2, cost: 150 }],
    rulesets: [
      perStart(300),
      perOutcome("jobs", 500, 60),
      flatFee(150, 8, "flat-fee", 360),
      cap(4000),
      clawback,
      endsBelowToDate(0.5, 3, 2),
      coinSettles,
      rightOf,
      byPrice,
      priceLevel,
    ],
    policies: [
      policy("plain", ["per-start", "per-jobs"]),
      policy("fee", ["per-start", "per-jobs", "flat-fee"]),
      policy("ends", ["per-start", "per-jobs", "ends"]),
      policy("ends-sooner", ["per-start", "per-jobs", "ends"], { triggerMonths: 1 }),
      policy("ends-with-fee", ["per-start", "per-jobs", "flat-fee", "ends", "settles", "clawback"]),
      policy("capped", ["per-start", "per-jobs", "cap", "ends", "settles"], { mostPaid: 2500 }),
      policy("right", ["per-start", "per-jobs", "settles", "right"]),
      policy("right-with-fee", ["per-start", "per-jobs", "flat-fee", "settles", "right"]),
      policy("by-price", ["per-start", "by-price"]),
      policy("dear", ["per-start", "dear"]),
      { ...policy("trained", ["per-start", "per-jobs", "ends"]), levers: ["training"] },
      policy("same-again", ["per-start", "per-jobs", "ends"]),
    ],
    ...parts,
  });

const worlds: [string, Record<string, unknown>][] = [
  ["whose ends are shared", {}],
  ["with cost of capital", { provider: { costOfCapital: 0.12, discountRate: 0.05 } }],
  [
    "whose provider may hand back",
    { provider: { reserves: 900, overdraft: 300, handsBack: true, costOfCapital: 0.08 } },
  ],
  ["whose budget stops referrals", { commissioner: { budgetPerFinancialYear: 3000, stopsWhenSpent: true } }],
  ["of fractional people", { counts: "expected" }],
];

describe.each(worlds)("policies in a world %s", (_, parts) => {
  const checked = checkModel(world(parts));
  const all = checked.policies.map((_, place): ScaledPolicy => ({ place, priceScale: 1 }));

  it("leave the same numbers whether they run together or one at a time", () => {
    const together = run(checked, all);
    for (const [k, one] of all.entries()) expectSame(checked, one, together[k]!, run(checked, [one])[0]!);
  });

  it("leave the same numbers whatever their order", () => {
    const there = run(checked, all);
    const back = run(checked, [...all].reverse()).reverse();
    for (const [k, one] of all.entries()) expectSame(checked, one, there[k]!, back[k]!);
  });
});

// Prices, and so their scale, end some of these contracts.
it("policies leave the same numbers at a scale of prices whatever the scales of others", () => {
  const checked = checkModel(world({ provider: { costOfCapital: 0.12 } }));
  const scaled = checked.policies.flatMap((_, place) =>
    [1, 1.5].map((priceScale): ScaledPolicy => ({ place, priceScale })),
  );
  const together = run(checked, scaled);
  for (const [k, one] of scaled.entries()) expectSame(checked, one, together[k]!, run(checked, [one])[0]!);
});

/** The ledger of two blocks for each policy, column after column. */
function run(checked: CheckedScenario, policies: readonly ScaledPolicy[]): Float64Array[] {
  const blocks = openBlocks(checked, policies);
  const size = columnsOfRun(checked).length * blockWidth;
  const ledgers = policies.map(() => new Float64Array(2 * size));
  for (const [b, block] of [3, 7].entries()) {
    const result = blocks.run({ seed: "together-or-alone", block });
    for (const [p, ledger] of ledgers.entries())
      for (let at = 0; at < size; at++) {
        const column = p * (size / blockWidth) + Math.floor(at / blockWidth);
        ledger[b * size + at] = numberAt(result, column, at % blockWidth);
      }
  }
  return ledgers;
}

function expectSame(
  checked: CheckedScenario,
  { place, priceScale }: ScaledPolicy,
  one: Float64Array,
  other: Float64Array,
) {
  let differs = 0;
  while (differs < one.length && Object.is(one[differs], other[differs])) differs++;
  if (differs === one.length) return;
  const names = columnsOfRun(checked);
  const column = names[Math.floor((differs % (names.length * blockWidth)) / blockWidth)];
  expect(differs, `${checked.policies[place]!.spec.id} at ${priceScale}: ${column} differs`).toBe(one.length);
}
