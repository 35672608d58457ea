import { describe, expect, it } from "vitest";
import { agreesOver, followsOver, policy, scenario } from "./endings.ts";
import { binomial, sequences } from "./exact.ts";
import { binomialLetters, certain, jobOutcomes, library } from "./library.ts";
import { runModel } from "./run-model.ts";

// rules/termination/for-poor-performance.json. Seven months of 2 starts at £100, each with an outcome in the same month
// with chance 0.4, at £300. From month 2 a month counts in which outcomes to date are under half of starts to date,
// under 1 a month; two such months running bring a cure notice of no, one or two months.
// Exact: all 3⁷ futures walked. 40,000 paths; no value but the walk's, each within 4 standard errors.
const MONTHS = 7;
const cures = [0, 1, 2];
const terms = ["per-start", "single-outcome", "for-poor-performance"];
const { ledgers, measures } = runModel(
  scenario("library-poor-performance", MONTHS, {
    volume: certain(2),
    delivery: jobOutcomes(0.4),
    rulesets: library(...terms),
    policies: cures.map((cureMonths) =>
      policy(`cure-${cureMonths}`, terms, {
        startPrice: 100,
        jobOutcomePrice: 300,
        outcomeTermDays: 0,
        performanceFloor: 0.5,
        floorFromMonth: 2,
        poorMonths: 2,
        cureMonths,
      }),
    ),
  }),
  { paths: 40_000, seed: "library-poor-performance" },
);

function walk(outcomes: number[], needed: number) {
  let [toDate, under] = [0, 0];
  for (let month = 1; month <= MONTHS; month++) {
    toDate += outcomes[month - 1]!;
    under = month >= 2 && toDate < month ? under + 1 : 0;
    if (under >= needed && month < MONTHS) return { end: month, paid: 20_000 * month + 30_000 * toDate };
  }
  return { end: 0, paid: 20_000 * MONTHS + 30_000 * toDate };
}

describe.each(cures)("poor performance, with %d months of cure", (cure) => {
  const futures = sequences(binomialLetters(binomial(2, 0.4)), MONTHS).map(({ values, chance }) => ({
    ...walk(values, 2 + cure),
    chance,
  }));
  const ledger = ledgers[`cure-${cure}`]!;

  it("ends the futures that the walk ends, when it does", () => {
    followsOver("end", ledger.endMonth!, futures, (f) => f.end);
    agreesOver("P(ended)", measures[`cure-${cure}`]!.probabilityTerminated!, futures, (f) =>
      Number(f.end > 0),
    );
    expect(futures.some((f) => f.end === 0)).toBe(true);
  });

  it("pays what was reached until then", () => {
    followsOver("payment", ledger.payment, futures, (f) => f.paid);
  });
});
