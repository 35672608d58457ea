import { describe, it } from "vitest";
import {
  agrees,
  allPounds,
  coin,
  coins,
  endsBelowToDate,
  follows,
  policy,
  same,
  scenario,
  settles,
} from "./endings.ts";
import { type Law, lawOf, mean, poisson, shortfall } from "./exact.ts";
import { runModel } from "./run-model.ts";
import { perStart, plain, where } from "./terms.ts";

// Referrals R_m ~ Poisson(5.5), independent; half of them start, for £300 each, against £900 a month and £2,000 of
// set-up. A contract of 12 months ends after the second month running, counted from month 4, in which referrals to
// date are under half the indicative 8 a month. An end costs the commissioner, where a coin (0.7) finds it at fault,
// £1,500 × (12 − m)/12 of set-up and one month's £900, at most £1,700.
// A Markov chain over (referrals to date, months running) gives P(end after m) and P(still running);
// E[margin] = £150 × 5.5 × E[months run] − £900 × E[months run] − £2,000 + E[fee], as a month's referrals do not
// depend on whether the month is reached. 200,000 paths; 4 standard errors; rules are those of the standard workload.
const MONTHS = 12;
const MEAN = 5.5;
const fee = (end: number) => Math.min(170_000, Math.round((150_000 * (MONTHS - end)) / MONTHS) + 90_000);

describe("a contract that ends after months running below half the forecast to date", () => {
  const { ledgers, measures } = runModel(
    scenario("ends-below-to-date", MONTHS, {
      volume: { indicative: 8, factors: { shortfall: MEAN / 8 } },
      delivery: { startRate: 0.5 },
      costs: { setUp: 2000, perMonth: 900 },
      drawn: { commissionerAtFault: coin(0.7) },
      rulesets: [
        perStart(300),
        endsBelowToDate(0.5, 4, 2),
        settles(
          {
            min: [
              {
                add: [
                  {
                    div: [{ mul: [{ param: "setUp" }, { sub: [MONTHS, { fact: "month" }] }] }, MONTHS],
                    otherwise: 0,
                  },
                  { mul: [{ param: "notice" }, { param: "fixedCost" }] },
                ],
              },
              { param: "most" },
            ],
          },
          { all: [where("commissionerAtFault", "equal", true)] },
          {
            parameters: {
              ...allPounds({ setUp: 1500, fixedCost: 900, most: 1700 }),
              notice: plain(1, "months"),
            },
            facts: coins("commissionerAtFault"),
          },
        ),
      ],
      policies: [policy("no-fee", ["per-start", "ends"]), policy("fee", ["per-start", "ends", "settles"])],
    }),
    { paths: 200_000, seed: "ends-below-to-date" },
  );
  const { endsAfter, monthsRun } = chain();
  const margin = (150 * MEAN - 900) * monthsRun - 2000;
  const fees: Law = lawOf(
    [
      { chance: endsAfter.get(0)!, pence: 0 },
      ...[...endsAfter]
        .filter(([end]) => end > 0)
        .flatMap(([end, p]) => [
          { chance: 0.7 * p, pence: fee(end) },
          { chance: 0.3 * p, pence: 0 },
        ]),
    ],
    ({ pence }) => pence,
  );

  it("ends after each month as often as the Markov chain says", () => {
    follows("end month", ledgers["no-fee"]!.endMonth!, endsAfter);
    agrees("P(terminated)", measures["no-fee"]!.probabilityTerminated!, 1 - endsAfter.get(0)!);
    agrees("E[margin]", measures["no-fee"]!.meanMargin!, margin);
    agrees("E[referrals]", measures["no-fee"]!.meanReferrals!, MEAN * monthsRun);
  });

  it("pays the fee of each end month, with the coin and the cap, and nothing else", () => {
    follows("cancellation fee", ledgers.fee!.cancellationFee, fees);
    agrees("E[fee]", measures.fee!.meanCancellationFee!, mean(fees) / 100);
    agrees("P(fee)", measures.fee!.probabilityOfCancellationFee!, 0.7 * (1 - endsAfter.get(0)!));
    agrees("ES95 of the fee", measures.fee!.expectedShortfall95CancellationFee!, shortfall(fees, 0.95) / 100);
    agrees("E[margin with fee]", measures.fee!.meanMargin!, margin + mean(fees) / 100);
    same("end month", { end: ledgers.fee!.endMonth! }, { end: ledgers["no-fee"]!.endMonth! });
  });
});

/** P(end after month m), 0 for a contract that runs to its last month, and the mean number of months run. */
function chain(): { endsAfter: Map<number, number>; monthsRun: number } {
  const step = poisson(MEAN, 60);
  const endsAfter = new Map<number, number>();
  let states = new Map([["0 0", 1]]);
  let monthsRun = 0;
  for (let m = 1; m <= MONTHS; m++) {
    const next = new Map<string, number>();
    for (const [state, chance] of states) {
      const [referrals, running] = state.split(" ").map(Number) as [number, number];
      monthsRun += chance;
      for (const [more, p] of step.entries()) {
        const total = referrals + more;
        const below = m >= 4 && total < 4 * m ? running + 1 : 0;
        if (below === 2) endsAfter.set(m, (endsAfter.get(m) ?? 0) + chance * p);
        else next.set(`${total} ${below}`, (next.get(`${total} ${below}`) ?? 0) + chance * p);
      }
    }
    states = next;
  }
  endsAfter.set(
    0,
    [...states.values()].reduce((a, b) => a + b),
  );
  return { endsAfter, monthsRun };
}
