import { describe, expect, it } from "vitest";
import { openRun } from "../../src/sim/run-spec.ts";
import { simulateHere } from "../../src/sim/simulate-here.ts";
import { sampleOffer, shippedScenario, soundOffer } from "./open-own-offer.ts";

const little = {
  id: "a",
  provider: "A",
  scenario: "dps-2017",
  limits: { cash: 8000, overdraft: 4000, loss: 1 },
};

describe("an offer in its scenario", () => {
  it("that says nothing of its own is the scenario, future by future", async () => {
    const { checked } = soundOffer(little);
    const base = openRun(shippedScenario("dps-2017")).checked!;
    const run = async (of: typeof base) =>
      (await simulateHere(of, [{ place: 4, priceScale: 1 }], 512, { seed: "s" }))[0]!;
    const [own, plain] = [await run(checked), await run(base)];
    for (const name of ["margin", "peakFunding", "payment", "referrals", "starts"])
      expect(own[name]).toEqual(plain[name]);
  });

  it("lets go of as many posts as its provider could, of none too, and borrows nothing that nobody lends", () => {
    const of = (postsToLetGo: number) =>
      soundOffer({ ...little, limits: { cash: 1, loss: 1 }, costs: { posts: 2, postsToLetGo } }).checked
        .scenario;
    expect(of(0).costs.posts!.release).toBeUndefined();
    // Half of those indicated, a month to decide and one of notice, as the scenario has it.
    expect(of(1).costs.posts!.release).toMatchObject({ below: 0.5, step: 0.5, most: 1, noticeMonths: 1 });
    expect(of(1).provider.overdraft!.mean).toBe(0);
  });

  it("has prices, rates, costs and cash of its own, and keeps the doubt about rates", () => {
    const { checked } = soundOffer({
      ...little,
      prices: { startPrice: 250 },
      delivery: { startsPer100: 60, outcomesPer100: { outcomes13Weeks: 20, outcomes26Weeks: 15 } },
      costs: { setUp: 7000, posts: 1.5, perOutcome: { outcomes26Weeks: 410 } },
    });
    const { scenario } = checked;
    const price = checked.policies[0]!.contract.parameters.get("startPrice")!;
    expect(price.value).toBe(250);
    // The scenario's start rate is a beta of size 40: α + β stays, the mean is the offer's.
    expect(scenario.delivery.startRate.distribution).toEqual({ kind: "beta", alpha: 24, beta: 16 });
    expect(scenario.delivery.stages[0]!.rate.mean).toBe(0.2);
    expect(scenario.delivery.stages[1]!.rate.mean).toBeCloseTo(0.75, 12);
    expect(scenario.costs.posts?.count).toBe(1.5);
    expect(scenario.costs.perOutcome.outcomes26Weeks?.mean).toBe(410);
    expect(scenario.costs.perOutcome.outcomes13Weeks?.mean).toBe(400);
    expect(scenario.provider.reserves?.mean).toBe(8000);
    // 60 places × 60 % = 36 starts. Outcomes count to month 20: of people referred in month 11 the 5 % who take 7 months
    // to 13 weeks are 26 weeks in work too late, of those in month 12 the 15 % who take 6 or 7; so 0.98 of all count.
    const inTime = (8 + 0.95 + 0.85) / 10;
    expect(scenario.contract.calledOffValue?.mean).toBe(
      Math.round(36 * 250 + 7.2 * 1932.37 + 5.4 * inTime * 1511.72),
    );
  });

  it("moves all months that hang together when the lead-in or the referral months are others", () => {
    const { checked } = soundOffer({
      ...little,
      contract: { leadInMonths: 3, referralMonths: 6, referralsPerMonth: 4 },
    });
    // dps-2017: lead-in 2, referrals in months 3 to 12, outcomes until month 20, 60 places.
    expect(checked.timeline.firstReferralMonth).toBe(4);
    expect(checked.timeline.lastReferralMonth).toBe(9);
    expect(checked.timeline.lastMonth).toBe(17);
    expect(checked.scenario.costs.posts).toMatchObject({ firstMonth: 4, lastMonth: 17 });
    expect(checked.scenario.volume.places).toBe(24);
  });

  it("has the provider's own view of referrals where there is one, in a cause that levers still move", () => {
    const { checked } = soundOffer({
      ...little,
      referrals: { lowPer100: 30, likelyPer100: 80, highPer100: 110 },
    });
    const { factors, chanceOfNone } = checked.scenario.volume;
    // PERT: (low + 4 likely + high) / 6.
    expect(factors.awareness?.mean).toBeCloseTo((0.3 + 3.2 + 1.1) / 6, 12);
    expect(factors.suitability?.mean).toBe(1);
    expect(chanceOfNone?.mean).toBe(0);
  });

  it("stands after a variant, so that a stress does not take the offer's figures away", () => {
    const spec = { ...shippedScenario("dps-2017"), changes: { variant: "stress" } };
    const own = soundOffer(
      { ...little, referrals: { lowPer100: 50, likelyPer100: 50, highPer100: 50 } },
      spec,
    );
    expect(own.checked.scenario.volume.factors.awareness?.mean).toBe(0.5);
    expect(soundOffer(little, spec).checked.scenario.volume.chanceOfNone?.mean).toBe(0);
  });

  it("is a text that any host can open", () => {
    const { spec, checked } = soundOffer(sampleOffer());
    expect(openRun(spec).checked!.scenario).toEqual(checked.scenario);
  });
});
