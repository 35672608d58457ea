import { describe, expect, it } from "vitest";
import { agrees, coin, coins, endsWhen, follows, policy, scenario } from "./endings.ts";
import { chance, mean } from "./exact.ts";
import { ruleFile } from "./rule-file.ts";
import { runModel } from "./run-model.ts";
import { where } from "./terms.ts";

// rules/service-fee/by-milestone beside rules/start-fee/per-start. Referrals are Poisson(1) in months 3 to 8, 60 % start,
// each start is worth £333.33; half of that value is service fee: 40 % at award, 30 % when ready, the rest at
// the first start. The provider is ready on the day, one month or three months late (0.5, 0.3, 0.2) and refuses everyone
// until then; a coin (0.4) ends the contract after month 5.
// Exact: six cases, and in each the chance e^(−0.6 k) that nobody starts in the k months that are left. 50,000 paths; no
// value but the law's, each within 4 standard errors.
// The contract's value is in whole pence, as every amount of money that rules read.
const whole = Math.round(33_333 * 0.6 * 6) / 2;
const [award, ready, all] = [Math.round(0.4 * whole), Math.round(0.7 * whole), Math.round(whole)];
const exact = new Map<number, number>();
const put = (pence: number, p: number) => exact.set(pence, (exact.get(pence) ?? 0) + p);
for (const [late, p] of [
  [0, 0.5],
  [1, 0.3],
  [3, 0.2],
] as const) {
  for (const [last, q] of [
    [5, 0.4],
    [8, 0.6],
  ] as const) {
    const months = Math.max(0, last - (3 + late) + 1);
    const nobody = Math.exp(-0.6 * months);
    if (months === 0) put(award, p * q);
    else {
      put(ready, p * q * nobody);
      put(all, p * q * (1 - nobody));
    }
  }
}

const ends = endsWhen(
  { all: [where("called", "equal", true), where("month", "equal", 5)] },
  { facts: coins("called") },
);
const { ledgers, measures } = runModel(
  scenario("milestones", 8, {
    contract: { leadInMonths: 2, firstReferralMonth: 3 },
    volume: {
      indicative: 1,
      readyDelayMonths: { empirical: { values: [0, 1, 3], weights: [0.5, 0.3, 0.2] } },
    },
    delivery: { startRate: 0.6 },
    drawn: { called: coin(0.4) },
    rulesets: [ruleFile("per-start"), ruleFile("by-milestone"), ends],
    policies: [
      policy("milestones", ["per-start", "by-milestone", "ends"], {
        serviceFeeShare: 0.5,
        startPrice: 333.33,
      }),
      policy("award-alone", ["per-start", "by-milestone", "ends"], {
        serviceFeeShare: 0.5,
        startPrice: 333.33,
        awardShare: 1,
        readyShare: 1,
      }),
    ],
  }),
  { paths: 50_000, seed: "library-milestones" },
);

describe("a service fee on three milestones", () => {
  it("pays the milestones that are reached before an end", () => {
    follows("fee", ledgers.milestones!.serviceFee, exact);
    agrees("mean", measures.milestones!.meanServiceFee!, mean(exact) / 100);
    expect(chance(exact, (x) => x === award)).toBeCloseTo(0.2 * 0.4);
  });

  it("never pays more than the whole, whatever the parts", () => {
    expect(new Set(ledgers["award-alone"]!.serviceFee)).toEqual(new Set([all]));
  });

  it("pays the whole at once where award, readiness and a start fall in month 1", () => {
    const run = runModel(
      scenario("milestones-at-once", 2, {
        volume: { indicative: 5, counts: "certain" },
        rulesets: [ruleFile("per-start"), ruleFile("by-milestone")],
        policies: [policy("milestones", ["per-start", "by-milestone"], { serviceFeeShare: 0.3 })],
      }),
      { paths: 512 },
    );
    expect(new Set(run.ledgers.milestones!.serviceFee)).toEqual(new Set([0.3 * 40_000 * 10]));
  });
});
