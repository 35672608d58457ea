import { describe, expect, it } from "vitest";
import { openOwnOffer, sampleOffer, shippedScenario } from "./open-own-offer.ts";

const changed = (part: Record<string, unknown>) =>
  openOwnOffer({ ...sampleOffer(), ...part }).problems.join("\n");

describe("an offer's check", () => {
  it("accepts the shipped offer", () => {
    expect(openOwnOffer(sampleOffer()).problems).toEqual([]);
  });

  it("tells unknown terms, prices and outcomes with what is near, all at once", () => {
    expect(changed({ terms: "tody" })).toMatch(/unknown terms: tody; expected one of today, .*today/s);
    const said = changed({
      prices: { startPrize: 1 },
      delivery: { outcomesPer100: { outcomes52Weeks: 5 } },
      costs: { perOutcome: { nothing: 1 } },
    });
    expect(said).toMatch(
      /prices\.startPrize: unknown price: startPrize; expected one of startPrice, price13Weeks, price26Weeks/,
    );
    expect(said).toMatch(/unknown outcome: outcomes52Weeks/);
    expect(said).toMatch(/unknown outcome: nothing/);
  });

  it("tells what cannot be: more outcomes than the outcome before, likely above high, half pennies", () => {
    expect(changed({ delivery: { outcomesPer100: { outcomes13Weeks: 10, outcomes26Weeks: 12 } } })).toMatch(
      /invalid value: 12 of 100 for outcomes26Weeks; expected at most the 10 of 100 for outcomes13Weeks/,
    );
    // Of 100 starts 18 reach 26 weeks in the scenario, where the offer says nothing of them.
    expect(changed({ delivery: { outcomesPer100: { outcomes13Weeks: 10 } } })).toMatch(
      /outcomes13Weeks: invalid value/,
    );
    expect(changed({ referrals: { lowPer100: 50, likelyPer100: 90, highPer100: 80 } })).toMatch(
      /referrals: invalid range: 50, 90, 80; expected low, likely and high in that order/,
    );
    expect(changed({ limits: { cash: 0.005, loss: -1 } })).toMatch(
      /limits\.cash.*two decimals[\s\S]*limits\.loss/,
    );
    expect(changed({ costs: { posts: 0.3 } })).toMatch(/costs\.posts/);
    expect(changed({ limits: undefined })).toMatch(/missing key: limits/);
  });

  it("refuses a scenario of several contracts", () => {
    const spec = shippedScenario("crc-volume-band");
    const { problems } = openOwnOffer({ ...sampleOffer(), scenario: "crc-volume-band" }, spec);
    expect(problems.join()).toMatch(
      /unsupported scenario: crc-volume-band; expected a scenario of one contract/,
    );
  });
});
