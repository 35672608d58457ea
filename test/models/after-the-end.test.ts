import { describe, expect, it } from "vitest";
import { agrees, coin, coins, endsWhen, occurs, policy, same, scenario } from "./endings.ts";
import { runModel } from "./run-model.ts";
import { given, pays, perOutcome, pounds, terms, where } from "./terms.ts";

// Referrals ~ Poisson(5) in months 1 to 6, half start; each starter finds a job with chance 0.6 after 1, 2 or 3 months
// (0.5, 0.3, 0.2) and, of those, 0.5 are in work 2 months later. A coin (0.4) ends the contract after month 3; of
// outcomes after it a share of 0.7 comes without the provision. `stops` pays jobs (£100) before the end only; `goes-on`
// pays those after it too; sustained jobs are £100 before and £10 after it. Only 0.9 of outcomes are claimed.
// Closed form: thinned Poisson counts are independent and Poisson, with means from the sums over start and delay.
// 200,000 paths; means and chances of none within 4 standard errors.
const delay = [0, 0.5, 0.3, 0.2];
const P_END = 0.4;

/** Mean jobs in months `from` to `to` from starters of months 1 to `starters`, a further `later` months on. */
function jobs(starters: number, from: number, to: number, later = 0): number {
  let sum = 0;
  for (let s = 1; s <= starters; s++) {
    for (const [d, p] of delay.entries())
      if (s + d + later >= from && s + d + later <= to) sum += 2.5 * 0.6 * p;
  }
  return sum;
}

describe("outcomes after an early end", () => {
  const after = terms(
    "outcome-payment",
    "after-end",
    [
      pays("jobsLater", { mul: [{ param: "jobsPrice" }, { fact: "jobsAfterEnd" }] }),
      pays("sustainedLater", { mul: [{ param: "latePrice" }, { fact: "sustainedAfterEnd" }] }),
    ],
    {
      parameters: { jobsPrice: pounds(100, true), latePrice: pounds(10) },
      facts: given("jobsAfterEnd", "sustainedAfterEnd"),
    },
  );
  const coinEnds = endsWhen(
    { all: [where("month", "equal", 3), where("stopped", "equal", true)] },
    { facts: coins("stopped") },
  );
  const always = ["per-jobs", "per-sustained", "ends"];
  const { ledgers, measures } = runModel(
    scenario("after-the-end", 6, {
      contract: { lastMonth: 11 },
      volume: { indicative: 5 },
      drawn: { stopped: coin(P_END) },
      delivery: {
        startRate: 0.5,
        survivingShare: 0.7,
        stages: [
          {
            id: "jobs",
            rate: 0.6,
            delayMonths: { empirical: { values: [1, 2, 3], weights: [5, 3, 2] } },
            claimedShare: 0.9,
          },
          { id: "sustained", of: "jobs", rate: 0.5, delayMonths: 2, claimedShare: 0.9 },
        ],
      },
      costs: { perOutcome: { jobs: 7 } },
      rulesets: [perOutcome("jobs", 100), perOutcome("sustained", 100), after, coinEnds],
      policies: [policy("stops", always), policy("goes-on", [...always, "after-end"])],
    }),
    { paths: 200_000, seed: "after-the-end" },
  );
  // People in work before an end, after it, and where there is none.
  const before = { jobs: jobs(3, 1, 3), sustained: 0.5 * jobs(3, 1, 3, 2) };
  const later = { jobs: 0.7 * jobs(3, 4, 11), sustained: 0.7 * 0.5 * jobs(3, 4, 11, 2) };
  const whole = { jobs: jobs(6, 1, 11), sustained: 0.5 * jobs(6, 1, 11, 2) };
  const overCoin = (ended: number, not: number) => P_END * ended + (1 - P_END) * not;

  it("count whether claimed or not, and cost what they cost", () => {
    const all = overCoin(before.jobs + later.jobs, whole.jobs);
    agrees("E[jobs]", measures.stops!.meanJobOutcomes!, all);
    occurs(
      "P(no job)",
      ledgers.stops!.jobOutcomes,
      overCoin(Math.exp(-before.jobs - later.jobs), Math.exp(-whole.jobs)),
      (x) => x === 0,
    );
    const { margin, payment, jobOutcomes } = ledgers.stops!;
    same("margin", { margin }, { margin: payment.map((paid, i) => paid - 700 * jobOutcomes[i]!) });
    expect(measures["goes-on"]!.meanJobOutcomes).toEqual(measures.stops!.meanJobOutcomes);
  });

  it("are paid only where the terms say so", () => {
    const beforeEnd = before.jobs + before.sustained;
    const uninterrupted = whole.jobs + whole.sustained;
    agrees("E[paid before]", measures.stops!.meanOutcomePayment!, 90 * overCoin(beforeEnd, uninterrupted));
    occurs(
      "P(nothing paid)",
      ledgers.stops!.payment,
      overCoin(noneClaimed(3, 3), noneClaimed(6, 11)),
      (x) => x === 0,
    );
    agrees(
      "E[paid after too]",
      measures["goes-on"]!.meanOutcomePayment!,
      90 * overCoin(beforeEnd + later.jobs + 0.1 * later.sustained, uninterrupted),
    );
  });
});

/** P(no job and no sustained job claimed by month `to` from starters of months 1 to `starters`). */
function noneClaimed(starters: number, to: number): number {
  let exponent = 0;
  for (let s = 1; s <= starters; s++) {
    for (const [d, p] of delay.entries()) {
      if (s + d > to) continue;
      const sustainedClaimed = s + d + 2 <= to ? 0.5 * 0.9 : 0;
      exponent += 2.5 * 0.6 * p * (1 - 0.1 * (1 - sustainedClaimed));
    }
  }
  return Math.exp(-exponent);
}
