import { beforeAll, describe, expect, it } from "vitest";
import { openHost } from "../../src/cli/open-host.ts";
import { readScenario } from "../../src/cli/scenario-input.ts";
import type { Basis } from "../../src/sim/basis.ts";
import type { CheckedScenario } from "../../src/sim/check-scenario.ts";
import { type BasisResult, compare } from "../../src/sim/compare.ts";
import { planOf } from "../../src/sim/plan-run.ts";
import { openRun, type RunSpec } from "../../src/sim/run-spec.ts";
import { volumeNeutral } from "../../src/sim/volume-neutral.ts";

const paths = 6144;

/** The face validity that the model's description asks of the contract of 2017, on the scenario's own seed. */
describe.each([
  ["dps-2017", 1.5],
  // One half post is all the staff there is: it cannot be cut when few come.
  ["dps-2017-small", 2],
] as const)("%s", (name, highestScale) => {
  const input = readScenario(name, {});
  const checked = openRun(input.spec as RunSpec).checked as CheckedScenario;
  const results = new Map<Basis, BasisResult>();
  beforeAll(async () => {
    const host = await openHost(checked, { ...(input.spec as RunSpec), seed: checked.scenario.seed }, 1);
    for (const basis of ["same-unit-prices", "same-requirement"] as const) {
      const options = { basis, paths, requirement: checked.scenario.requirement };
      results.set(basis, (await compare(checked, options, (p, n) => host.simulate(p, n))).result);
    }
  }, 240_000);
  const policy = (id: string, basis: Basis = "same-unit-prices") =>
    results.get(basis)!.policies.find((p) => p.id === id)!;
  const metric = (id: string, name: string) => policy(id).metrics[name]!;

  it("is worth at plan what was called off", () => {
    const value = planOf(checked, checked.policies[0]!, 1).contractValue / 100;
    expect(value).toBeCloseTo(checked.scenario.contract.calledOffValue!.mean, -1);
  });

  it("leaves a margin of about 8 % at belief", () => {
    const { costs, delivery } = checked.scenario;
    const posts = costs.posts!;
    const indicated = checked.timeline.months.reduce((sum, m) => sum + m.indicativeReferrals, 0);
    const starts = indicated * delivery.startRate.believed;
    const jobs = starts * delivery.stages[0]!.rate.believed;
    const kept = jobs * delivery.stages[1]!.rate.believed;
    const cost =
      (costs.setUp as { believed: number }).believed +
      (posts.costPerYear.believed * posts.count * (posts.lastMonth! - posts.firstMonth + 1)) / 12 +
      starts * costs.perStart!.believed +
      jobs * costs.perOutcome.outcomes13Weeks!.believed +
      kept * costs.perOutcome.outcomes26Weeks!.believed;
    const value = planOf(checked, checked.policies[0]!, 1).contractValue / 100;
    expect(1 - cost / value).toBeGreaterThan(0.07);
    expect(1 - cost / value).toBeLessThan(0.09);
  });

  it("loses money for the provider on average at the stated prices under today's terms", () => {
    expect(metric("today", "meanMargin").high!).toBeLessThan(0);
  });

  it(`needs unit prices 1.05 to ${highestScale} times as high for an informed bidder, who breaks even on average`, () => {
    const { priceScale, metrics } = policy("today", "same-requirement");
    expect(Math.abs(metrics.meanMargin!.value!)).toBeLessThan(5);
    expect(priceScale).toBeGreaterThan(1.05);
    expect(priceScale).toBeLessThan(highestScale);
  });

  it("pays the cancellation fee in 5 to 35 % of futures", () => {
    const { low, high } = metric("cancellation-fee", "probabilityOfCancellationFee");
    expect(low!).toBeGreaterThan(0.05);
    expect(high!).toBeLessThan(0.35);
  });

  it("shows the worth of the exit right and of the fee apart, and each is one", () => {
    const { differences } = results.get("same-unit-prices")!;
    const worth = (id: string) => differences.find((d) => d.policy === id)!.metrics.meanMargin!;
    expect(worth("exit-right").low!).toBeGreaterThan(0);
    expect(worth("cancellation-fee").value!).toBeGreaterThan(worth("exit-right").value!);
  });

  it("finds the volume-neutral share of a flat service fee where the closed form puts it", () => {
    const flat = checked.policies.find((p) => p.spec.id === "flat-service-fee")!;
    const neutral = volumeNeutral(checked, flat)!;
    const { costs, delivery, contract } = checked.scenario;
    const starts =
      checked.timeline.months.reduce((sum, m) => sum + m.indicativeReferrals, 0) *
      delivery.startRate.believed;
    const jobs = starts * delivery.stages[0]!.rate.believed;
    // 98 % of outcomes at 26 weeks fall within the months that count: 0.8 + 0.1 × 0.95 + 0.1 × 0.85.
    const kept = jobs * delivery.stages[1]!.rate.believed * 0.98;
    const people =
      starts * costs.perStart!.mean +
      jobs * costs.perOutcome.outcomes13Weeks!.mean +
      kept * costs.perOutcome.outcomes26Weeks!.mean;
    const revenue = planOf(checked, flat, 1).contractValue / 100;
    // Profit(r) = s + (1 − s) r − fixed − people × r, in units of revenue: flat in r where 1 − s = people / revenue.
    expect(neutral.share).toBeCloseTo(1 - people / revenue, 4);
    expect(neutral.overCompensated).toBe(false);
    expect(contract.calledOffValue).toBeDefined();
  });
});
