import { expect, it } from "vitest";
import { expectedReferralShare } from "../../../src/sim/solve/expected-referrals.ts";
import { deviation, runModel } from "../../models/run-model.ts";
import { model } from "../../models/terms.ts";

// All that moves referrals at once; no places and no capacity, so that all who are referred are counted.
const scenario = model("causes", 8, {
  contract: { firstReferralMonth: 2 },
  volume: {
    indicative: [4, 6, 0, 6],
    factors: {
      caseload: { lognormal: { median: 0.8, sdlog: 0.4 } },
      awareness: { uniform: { min: 0.5, max: 1 } },
    },
    overDispersion: { distribution: { gamma: { mean: 1, shape: 4 } }, scope: "month" },
    ramp: [0.5, 1],
    season: [1, 1, 1, 0.5, 1, 1, 1.5, 1, 1, 1, 1, 1],
    chanceOfNone: 0.15,
    suspension: { chancePerMonth: 0.2, months: 2 },
  },
  levers: [
    {
      id: "training",
      title: "Training",
      quantity: "volume.factors.awareness",
      scale: { uniform: { min: 1, max: 1.6 } },
      cost: 0,
      delayMonths: 3,
      decayPerMonth: 0.1,
    },
  ],
  responses: { suitability: 0 },
  policies: [
    { id: "plain", title: "Plain", rulesets: [] },
    { id: "trained", title: "Trained", rulesets: [], levers: ["training"] },
  ],
});

it("is what comes on average in many futures, with levers and without", () => {
  const { checked, measures } = runModel(scenario, { paths: 40_000 });
  const indicated = 4 + 6 + 0 + 6 * 4;
  for (const [place, id] of ["plain", "trained"].entries()) {
    const share = expectedReferralShare(checked, place)!;
    expect(deviation(measures[id]!.meanReferrals, share * indicated)).toBeLessThan(4.5);
  }
  expect(expectedReferralShare(checked, 1)!).toBeGreaterThan(expectedReferralShare(checked, 0)! * 1.05);
});
