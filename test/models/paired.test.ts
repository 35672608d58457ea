import { describe, expect, it } from "vitest";
import {
  agrees,
  allPounds,
  endsWhen,
  follows,
  meanOfColumn,
  months,
  policy,
  scenario,
  settles,
} from "./endings.ts";
import { chance, deviation, lawOf, mean, sequences } from "./exact.ts";
import { runModel } from "./run-model.ts";
import { flatFee, perStart, where } from "./terms.ts";

// Five months of 0, 2 or 6 starts (0.2, 0.2, 0.6) against £600 a month. `results` pays £160 a start; `fee` pays £100 a
// start and £240 a month; `exit` pays £160 a start and ends, with £500 due, after month 2 where at most 2 were referred
// by then. Exact: the law of the difference from `results` over all 3⁵ futures, as all policies see the same ones.
// 100,000 paths; E, sd (and so the standard error) of the difference and P(better, equal, worse) within 4 standard
// errors, the difference on each path one of the enumeration's.
const PATHS = 100_000;

describe("policies compared on the same futures", () => {
  const exit = endsWhen(
    { all: [where("month", "equal", 2), where("toDate", "lessThanInclusive", 2)] },
    { tracked: { toDate: { sum: { fact: "referrals" } } } },
  );
  const { ledgers, differences } = runModel(
    scenario("paired", 5, {
      costs: { perMonth: 600 },
      rulesets: [
        perStart(160),
        flatFee(240, 5),
        exit,
        settles({ param: "fixed" }, { all: [] }, { parameters: allPounds({ fixed: 500 }) }),
      ],
      policies: [
        policy("results", ["per-start"]),
        policy("fee", ["per-start", "flat-fee"], { startPrice: 100 }),
        policy("exit", ["per-start", "ends", "settles"]),
      ],
    }),
    { paths: PATHS, seed: "paired" },
  );
  const futures = sequences(months, 5).map(({ values, chance }) => {
    const starts = values.reduce((a, b) => a + b, 0);
    const atTwo = values[0]! + values[1]!;
    const results = { payment: 16_000 * starts, cost: 300_000 };
    const fee = { payment: 10_000 * starts + 120_000, cost: 300_000 };
    const out = atTwo <= 2 ? { payment: 16_000 * atTwo + 50_000, cost: 120_000 } : results;
    return { chance, results, fee, exit: out };
  });

  for (const id of ["fee", "exit"] as const) {
    for (const [measure, column, better] of [
      ["meanMargin", "margin", 1],
      ["meanPayment", "payment", -1],
    ] as const) {
      it(`${id} less results: the ${column} differs as the enumeration says`, () => {
        const of = ({ payment, cost }: { payment: number; cost: number }) =>
          column === "margin" ? payment - cost : payment;
        const law = lawOf(futures, (f) => of(f[id]) - of(f.results));
        const gap = ledgers[id]![column].map((x, i) => x - ledgers.results![column][i]!);
        follows(`${id} Δ${column}`, gap, law);
        const found = differences[id]!.metrics[measure]!;
        agrees(`E[Δ${column}] ${id}`, found, mean(law) / 100);
        const centre = mean(law);
        const variance = meanOfColumn(gap, (x) => (x - centre) ** 2);
        agrees(`var[Δ${column}] ${id}`, variance, deviation(law) ** 2);
        expect(found.se! * Math.sqrt(PATHS)).toBeCloseTo(Math.sqrt(variance.value!) / 100, 1);
        const said = differences[id]!.probabilityBetter[column];
        for (const [word, sign] of [
          ["better", better],
          ["equal", 0],
          ["worse", -better],
        ] as const) {
          const exact = chance(law, (x) => Math.sign(x) === sign);
          const se = Math.sqrt((exact * (1 - exact)) / PATHS);
          agrees(`P(${word}) ${column} ${id}`, { value: said[word], se }, exact);
        }
      });
    }
  }
});
