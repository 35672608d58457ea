import { expect, test } from "vitest";
import { library } from "./library.ts";
import { checkModel } from "./run-model.ts";
import { comparedOn } from "./solved-by.ts";
import { model } from "./terms.ts";

// Model: on the plan 12 referrals of which 80 % start, at £100: £960. A cap of £900 leaves no scale at which as much
// is paid; a cap of £960 is met exactly at 1, and a fee of half a set-up cost of £400 on top at 760 ÷ 960.
const capped = (totalCap: number) => ({
  id: `cap-${totalCap}`,
  title: `At most £${totalCap}`,
  rulesets: ["per-start", "payment-cap"],
  parameters: { totalCap },
});
const checked = checkModel(
  model("same-price", 6, {
    volume: { indicative: 2 },
    delivery: { startRate: 0.8, stages: [{ id: "jobOutcomes", rate: 0 }] },
    costs: { setUp: 400 },
    rulesets: library("per-start", "payment-cap", "set-up-by-lead-in"),
    parameters: { startPrice: 100, setUpFeeShare: 0.5 },
    policies: [
      { id: "plain", title: "Plain", rulesets: ["per-start"] },
      { id: "fee", title: "Fee", rulesets: ["per-start", "set-up-by-lead-in"] },
      capped(900),
      capped(960),
    ],
  }),
);

test("a policy that no scale brings to the same price is said to be off the basis", async () => {
  const policies = await comparedOn(checked, "same-price", { paths: 512, seed: "same-price" });
  expect(policies.map(({ basisReached }) => basisReached)).toEqual([true, true, false, true]);
  expect(policies[1]!.priceScale).toBeCloseTo(760 / 960, 6);
  expect(policies[2]!.priceScale).toBe(1);
  expect(policies[3]!.priceScale).toBe(1);
});
