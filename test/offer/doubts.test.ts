import { describe, expect, it } from "vitest";
import { doubtsOf } from "../../src/offer/doubts.ts";
import { plannedResult } from "../../src/offer/test/planned-result.ts";
import { sampleOffer, soundOffer } from "./open-own-offer.ts";

const doubts = async (part: Record<string, unknown>) => {
  const { offer, base, spec, checked, place } = soundOffer({ ...sampleOffer(), ...part });
  return doubtsOf(offer, base, place, await plannedResult(spec, checked, place));
};
const paths = async (kind: string, part: Record<string, unknown>) =>
  (await doubts(part)).flatMap((doubt) =>
    doubt.kind !== kind ? [] : doubt.kind === "odd" ? doubt.paths : [doubt.question.path],
  );

describe("doubts about an offer", () => {
  it("name what was left to the scenario", async () => {
    expect(await paths("left", { costs: { setUp: 5000 } })).toContain("costs.posts");
    expect(await paths("left", { costs: { setUp: 5000 } })).not.toContain("costs.setUp");
  });

  it("name what others do not have, but not what the scenario has itself", async () => {
    expect(await paths("unusual", { delivery: { startsPer100: 99 } })).toEqual(["delivery.startsPer100"]);
    expect(await paths("unusual", {})).not.toContain("delivery.startsPer100");
  });

  it("name answers that do not go together", async () => {
    expect(await paths("odd", { limits: { cash: 1000, loss: 9000 } })).toContain("limits.loss");
    expect(
      await paths("odd", { contract: { referralsPerMonth: 6, referralMonths: 10, places: 20 } }),
    ).toContain("contract.places");
    expect(await paths("odd", { costs: { posts: 0, perMonth: 0 } })).toContain("costs.posts");
    expect(await paths("odd", {})).toEqual([]);
  });

  it("name a plan that loses money, and one that is too good to be true", async () => {
    const sentences = async (part: Record<string, unknown>) =>
      (await doubts(part)).flatMap((doubt) =>
        doubt.kind === "odd" && doubt.paths[0] === "prices" ? [doubt.sentence] : [],
      );
    const prices = (times: number) => ({
      prices: { startPrice: 210 * times, price13Weeks: 2150 * times, price26Weeks: 1700 * times },
    });
    // Of 60 people 75 % start, 23 and 18 % of these reach the outcomes: 45 × £210 + 10.35 × £2,150 + 8.1 × £1,700 =
    // £45,472.50. Less what comes after month 20, the last that counts: of those who start in months 11 and 12, 5 and 15 %
    // of the 0.81 a month who reach 26 weeks, 0.162 × £1,700 = £275.40.
    expect(await sentences(prices(0.4))).toEqual([
      expect.stringMatching(
        /^Even if all goes to plan it loses £[\d,]+: it brings in £18,079 and costs £[\d,]+\.$/,
      ),
    ]);
    expect(await sentences(prices(2))).toEqual([
      expect.stringMatching(/^If all goes to plan you keep £[\d,]+ of £90,394, which is \d\d per cent;/),
    ]);
    expect(await sentences({})).toEqual([]);
  });

  it("name a budget that would run out, and the plan is not cut by it", async () => {
    const own = soundOffer({
      ...sampleOffer(),
      prices: { startPrice: 840, price13Weeks: 8600, price26Weeks: 6800 },
    });
    const planned = await plannedResult(own.spec, own.checked, own.place);
    // Four times the prices of the plan above: 4 × (45,472.50 − 275.40). The district has £40,000 a year.
    expect(planned.income).toBeCloseTo(4 * (45_472.5 - 275.4), 0);
    expect(planned.beyondBudget).toBeGreaterThan(0);
    const [first] = doubtsOf(own.offer, own.base, own.place, planned).filter(({ kind }) => kind === "odd");
    expect(first).toMatchObject({
      sentence: expect.stringMatching(/^The commissioner's budget, .* runs out/),
    });
  });
});
