import { expect, it } from "vitest";
import { agrees, follows, meanOfColumn, occurs, policy, scenario } from "./endings.ts";
import { poisson } from "./exact.ts";
import { runModel } from "./run-model.ts";
import { pays, pounds, terms, where } from "./terms.ts";

// Referrals R_m ~ Poisson(3), independent; £40 is owed in each of 12 months in which referrals to date are under
// two thirds of the indicative volume to date (4 a month), so under 8 m / 3.
// Closed form: E[fee] = £40 × Σ P(Poisson(3 m) < 8 m / 3); the law of the number of such months, and so P(any), by
// dynamic programming over (referrals to date, months below so far). 200,000 paths; 4 standard errors.
const MONTHS = 12;
const below = (referrals: number, month: number) => 3 * referrals < 8 * month;

it("a fee tested to date has the law that dynamic programming gives", () => {
  const toDate = terms(
    "volume",
    "to-date",
    [
      pays(
        "shortfall",
        { param: "fee" },
        { when: { all: [where("threeReferrals", "lessThan", { fact: "twoIndicative" })] } },
      ),
    ],
    {
      parameters: { fee: pounds(40) },
      tracked: {
        // Whole numbers on both sides: a level of 2/3 × 12 must not fall below 8 by a binary fraction.
        threeReferrals: { sum: { mul: [3, { fact: "referrals" }] } },
        twoIndicative: { sum: { mul: [2, { fact: "indicativeReferrals" }] } },
      },
    },
  );
  const { ledgers, measures } = runModel(
    scenario("threshold-to-date", MONTHS, {
      volume: { indicative: 4, factors: { shortfall: 0.75 } },
      rulesets: [toDate],
      policies: [policy("to-date", ["to-date"])],
    }),
    { paths: 200_000, seed: "threshold-to-date" },
  );
  const exact = monthsBelow();
  const fees = new Map(exact.map((chance, months) => [4000 * months, chance]));
  follows("fee to date", ledgers["to-date"]!.payment, fees);
  occurs("P(any fee to date)", ledgers["to-date"]!.payment, 1 - exact[0]!, (x) => x > 0);

  let closed = 0;
  for (let m = 1; m <= MONTHS; m++) {
    closed += 40 * poisson(3 * m, 200).reduce((sum, p, k) => sum + (below(k, m) ? p : 0), 0);
  }
  agrees("E[fee to date]", measures["to-date"]!.meanPayment!, closed);
  // Both ways of working it out give the same number.
  expect(exact.reduce((sum, p, months) => sum + 40 * months * p, 0)).toBeCloseTo(closed, 9);
  agrees(
    "E[fee to date] from the ledger",
    meanOfColumn(ledgers["to-date"]!.payment, (x) => x / 100),
    closed,
  );
});

/** P(number of months below the level). */
function monthsBelow(): number[] {
  const step = poisson(3, 60);
  const none = () => Array.from({ length: MONTHS + 1 }, () => 0);
  let states = new Map([[0, none().with(0, 1)]]);
  for (let m = 1; m <= MONTHS; m++) {
    const next = new Map<number, number[]>();
    for (const [referrals, chances] of states) {
      for (const [more, p] of step.entries()) {
        const total = referrals + more;
        const into = next.get(total) ?? none();
        const count = below(total, m) ? 1 : 0;
        for (let k = 0; k + count <= MONTHS; k++) into[k + count]! += chances[k]! * p;
        next.set(total, into);
      }
    }
    states = next;
  }
  return [...states.values()].reduce((sum, chances) => sum.map((p, k) => p + chances[k]!));
}
