import { describe, expect, it } from "vitest";
import { readOfferBase } from "../../src/cli/checked-offer.ts";
import { problemSoFar } from "../../src/offer/check-so-far.ts";
import { offerDocument } from "../../src/offer/offer-document.ts";
import { offerScenario } from "../../src/offer/offer-scenario.ts";
import { ownOfferSchema } from "../../src/offer/own-offer-schema.ts";
import { offerQuestions } from "../../src/offer/questions/all-questions.ts";
import { withStandards } from "../../src/offer/questions/with-standards.ts";

const { spec, checked } = readOfferBase("dps-2017", () => "").base!;
const wrong = (numbers: Record<string, number>, asked: string[]) =>
  problemSoFar(new Map(Object.entries(numbers)), new Set(asked), checked, 0)?.where;

describe("answers so far", () => {
  const [low, likely, high] = ["referrals.lowPer100", "referrals.likelyPer100", "referrals.highPer100"];

  it("are held against each other only where both were asked", () => {
    expect(wrong({ [low]: 50 }, [low])).toBeUndefined();
    expect(wrong({ [low]: 50, [likely]: 50 }, [low, likely])).toBeUndefined();
    expect(wrong({ [low]: 50, [likely]: 40 }, [low, likely])).toBe(likely);
    expect(wrong({ [low]: 50, [likely]: 60, [high]: 59 }, [low, likely, high])).toBe(high);
    // Left open, months are none.
    expect(wrong({ "before.lowMonths": 2 }, ["before.lowMonths"])).toBeUndefined();
    expect(wrong({ "before.lowMonths": 2 }, ["before.lowMonths", "before.likelyMonths"])).toBe(
      "before.likelyMonths",
    );
  });

  it("let an outcome fall short of the scenario's next one until that is left as it is", () => {
    const [first, second] = [
      "delivery.outcomesPer100.outcomes13Weeks",
      "delivery.outcomesPer100.outcomes26Weeks",
    ];
    // 18 of 100 reach 26 weeks in the scenario.
    expect(wrong({ [first]: 10 }, [first])).toBeUndefined();
    expect(wrong({ [first]: 10 }, [first, second])).toBe(first);
    expect(wrong({ [first]: 10, [second]: 11 }, [first, second])).toBe(second);
    expect(wrong({ [first]: 10, [second]: 10 }, [first, second])).toBeUndefined();
  });
});

describe("places that nobody answers", () => {
  it("are said as the simulation takes them", () => {
    for (const contract of [
      {},
      { referralsPerMonth: 7 },
      { referralMonths: 8 },
      { referralsPerMonth: 7.3, referralMonths: 9 },
    ]) {
      const numbers = new Map(Object.entries(contract).map(([name, value]) => [`contract.${name}`, value]));
      const limits = [["limits.cash", 1] as const, ["limits.loss", 1] as const];
      const names = { id: "a", provider: "b", scenario: "dps-2017" };
      const offer = ownOfferSchema.parse(offerDocument(names, new Map([...numbers, ...limits])));
      const simulated = offerScenario(offer, spec, checked, 0).checked!.scenario.volume.places;
      const sections = withStandards(offerQuestions(checked, checked.policies[0]!), numbers, checked);
      const question = sections[0]!.questions.find(({ path }) => path === "contract.places")!;
      expect([contract, question.standard]).toEqual([contract, simulated]);
    }
  });
});
