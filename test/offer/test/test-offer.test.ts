import { describe, expect, it } from "vitest";
import { testOffer } from "../../../src/offer/test/test-offer.ts";
import { simulateHere } from "../../../src/sim/simulate-here.ts";
import { type OpenedOwnOffer, runOf, sampleOffer, soundOffer } from "../open-own-offer.ts";

const rest = async () => {};
const run = (own: OpenedOwnOffer, paths: number, seed = "offers") =>
  testOffer({
    ...own,
    paths,
    seed,
    rest,
    simulate: (policies, n) => simulateHere(own.checked, policies, n, { seed }),
  });

/** One month of lead-in, then 10 people a month for 4 months, or none at all with chance ½; each pays £100, costs £20. */
const coin = {
  id: "coin",
  title: "All or nothing",
  contractStart: "2017-04-01",
  contract: { leadInMonths: 1, lastReferralMonth: 5, lastMonth: 5, paymentTermDays: 30 },
  volume: { indicative: 10, chanceOfNone: 0.5, counts: "certain" },
  delivery: { startRate: 1 },
  costs: { setUp: 900, perStart: 20, perMonth: 100 },
  parameters: { startPrice: 100 },
  policies: [
    { id: "results", title: "Results", rulesets: ["per-start"] },
    { id: "dearer", title: "Dearer", rulesets: ["per-start"], parameters: { startPrice: 200 } },
  ],
};
const coinOffer = {
  id: "c",
  provider: "C",
  scenario: "coin",
  limits: { cash: 1300, loss: 1000, marginPercent: 0, oneIn: 5 },
};

describe("a test of an offer", () => {
  it("of all or nothing has the known answers, and the cause takes the loss away", async () => {
    const own = soundOffer(coinOffer, runOf(JSON.stringify(coin)));
    const test = await run(own, 4096);
    const [results] = test.terms;
    // Set-up £900 and £100 in each of 5 months are spent either way: £1,400. 40 people bring £80 each: £3,200.
    const [win, lose] = [3200 - 1400, -1400];
    const { meanMargin, probabilityOfLoss, marginQuantile05, marginQuantile95 } = results!.measures;
    expect(marginQuantile05.value).toBe(lose);
    expect(marginQuantile95.value).toBe(win);
    // A fair coin over 4,096 futures: 4.5 standard errors.
    expect(Math.abs(probabilityOfLoss.value! - 0.5)).toBeLessThan((4.5 * 0.5) / 64);
    expect(meanMargin.value).toBeCloseTo(lose + (1 - probabilityOfLoss.value!) * (win - lose), 8);
    // Losing £1,400 breaks both limits wherever nobody comes.
    expect(results!.limits[1]!.estimate.value).toBe(probabilityOfLoss.value);
    expect(results!.verdict).toBe("beyond");
    const [referrals] = test.causes;
    expect(referrals!.cause).toBe("referrals");
    expect(referrals!.meanMargin.value).toBeCloseTo(win - meanMargin.value!, 8);
    expect(referrals!.worstLoss.value).toBeCloseTo(win - lose, 8);
    expect(test.planned).toEqual({ income: 4000, margin: win, beyondBudget: 0 });
    // £1,400 over 4 months at £80 a person: 4.375 people a month, each month; people come as whole ones.
    expect(test.steadyBreakEven).toMatchObject({ isMost: false, isAny: false, most: 30 });
    expect(Math.abs(test.steadyBreakEven!.value! - 1400 / 80 / 4)).toBeLessThan(0.25);
    expect(test.breakEvenMonth.never.value).toBe(probabilityOfLoss.value);
    // People come in months 2 to 5 and are paid for a month later. Cash after months 1 to 4 with people:
    // −1,000, −1,300, −600, +100: in the black from month 4.
    expect(test.breakEvenMonth.months).toEqual([4, 4, 4]);
    // At month 2 those without people are better off, by what 10 starts cost.
    expect(test.cash.pounds.at(-1)!.slice(0, 4)).toEqual([-1000, -1100, -600, 100]);
  });

  it("is the same again from the same seed, and its own terms are where it says", async () => {
    const own = soundOffer({ ...sampleOffer(), terms: "both" });
    const [once, again] = [await run(own, 1024), await run(own, 1024)];
    expect(again).toEqual(once);
    expect(once.terms[once.own]!.policy).toBe("both");
    expect(await run(own, 1024, "other")).not.toEqual(once);
  });

  it("finds the steady referrals exactly where people are fractional, and none beyond the places", async () => {
    const own = (part: object) =>
      soundOffer(coinOffer, runOf(JSON.stringify({ ...coin, counts: "expected", ...part })));
    const { steadyBreakEven } = await run(own({}), 64);
    expect(steadyBreakEven!.value).toBeCloseTo(1400 / 80 / 4, 9);
    // 16 places are 4 a month at most; the 10 indicated are looked at all the same.
    const few = await run(own({ volume: { ...coin.volume, places: 16 } }), 64);
    expect(few.steadyBreakEven).toMatchObject({ value: null, most: 10 });
  });

  it("has no causes where nothing can come out otherwise", async () => {
    const sure = { ...coin, volume: { indicative: 10, counts: "certain" } };
    const test = await run(soundOffer(coinOffer, runOf(JSON.stringify(sure))), 512);
    expect(test.causes).toEqual([]);
    expect(test.terms[0]!.verdict).toBe("within");
  });
});
