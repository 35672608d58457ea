import { describe, expect, it } from "vitest";
import { agrees, follows, policy, scenario } from "./endings.ts";
import { binomial, chance, type Law, mean } from "./exact.ts";
import { ruleFile } from "./rule-file.ts";
import { runModel } from "./run-model.ts";

// rules/outcome-payment/tiered-with-cap and accelerator. Four people start in each of 10 months and each finds a job at
// once with chance 0.35: 40 chances in all. Tiers: 8 at £1,200, to 12 at £900, to 16 at £600, no more. Targets: 10 at
// £1,200, to 15 at £1,500.50, £2,000 above.
// Closed form: the tiers of the binomial total, since what is paid month by month adds up to them. 50,000 paths; no
// value but the law's, each and the means within 4 standard errors.
const step = binomial(40, 0.35);
const lawOfTotal = (owed: (jobs: number) => number): Law => {
  const law = new Map<number, number>();
  for (const [jobs, p] of step.entries()) law.set(owed(jobs), (law.get(owed(jobs)) ?? 0) + p);
  return law;
};
const between = (jobs: number, from: number, to: number) => Math.max(0, Math.min(jobs, to) - from);

const [tiered, accelerator, single] = ["tiered-with-cap", "accelerator", "single-outcome"].map(ruleFile);
const tiers = { firstTier: 8, secondTier: 12, volumeCap: 16 };
const targets = {
  firstTarget: 10,
  secondTarget: 15,
  priceAboveFirstTarget: 1500.5,
  priceAboveSecondTarget: 2000,
};
const { ledgers, measures } = runModel(
  scenario("tiers-and-targets", 10, {
    volume: { indicative: 4, counts: "certain" },
    delivery: { startRate: 1, stages: [{ id: "jobOutcomes", rate: 0.35 }] },
    rulesets: [tiered, accelerator, single],
    policies: [
      policy("tiered", ["tiered-with-cap"], tiers),
      policy("uncapped", ["tiered-with-cap"], { ...tiers, volumeCap: 1000 }),
      policy("accelerated", ["accelerator"], targets),
      policy("one-target", ["accelerator"], { ...targets, secondTarget: 1000 }),
      policy("single", ["single-outcome"]),
    ],
  }),
  { paths: 50_000, seed: "library-tiers-and-targets" },
);

describe("a price that falls with outcomes to date, and none beyond a cap", () => {
  const owed = (cap: number) => (jobs: number) =>
    120_000 * between(jobs, 0, 8) + 90_000 * between(jobs, 8, 12) + 60_000 * between(jobs, 12, cap);

  it("pays the tiers of the total, capped", () => {
    const law = lawOfTotal(owed(16));
    follows("capped", ledgers.tiered!.payment, law);
    agrees("mean", measures.tiered!.meanPayment!, mean(law) / 100);
    expect(chance(law, (x) => x === owed(16)(16))).toBeGreaterThan(step[16]! * 1.5);
  });

  it("pays the tiers of the total, without a cap in reach", () => {
    follows("uncapped", ledgers.uncapped!.payment, lawOfTotal(owed(40)));
  });

  it("pays on no path more with the cap than without, and on some less", () => {
    const [with_, without] = [ledgers.tiered!.payment, ledgers.uncapped!.payment];
    const gaps = Array.from(with_, (paid, path) => without[path]! - paid);
    expect(gaps.filter((gap) => gap < 0)).toEqual([]);
    expect(gaps.some((gap) => gap > 0)).toBe(true);
  });
});

describe("a higher price above a target", () => {
  const owed = (second: number) => (jobs: number) =>
    120_000 * between(jobs, 0, 10) +
    150_050 * between(jobs, 10, second) +
    200_000 * between(jobs, second, 40);

  it("pays each outcome the price of the target that it lies above", () => {
    const law = lawOfTotal(owed(15));
    follows("two targets", ledgers.accelerated!.payment, law);
    agrees("mean", measures.accelerated!.meanPayment!, mean(law) / 100);
  });

  it("knows one target only where the second is out of reach", () => {
    follows("one target", ledgers["one-target"]!.payment, lawOfTotal(owed(40)));
  });

  it("adds to a single price what lies above the targets, on every path", () => {
    for (const [path, jobs] of ledgers.single!.jobOutcomes.entries()) {
      const extra = 30_050 * between(jobs, 10, 40) + 49_950 * between(jobs, 15, 40);
      const found = ledgers.accelerated!.payment[path]! - ledgers.single!.payment[path]!;
      if (found !== extra) expect(found).toBe(extra);
    }
  });
});
