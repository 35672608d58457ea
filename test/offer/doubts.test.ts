import { describe, expect, it } from "vitest";
import { doubtsOf } from "../../src/offer/doubts.ts";
import { sampleOffer, soundOffer } from "./open-own-offer.ts";

const doubts = (part: Record<string, unknown>) => {
  const { offer, base, place } = soundOffer({ ...sampleOffer(), ...part });
  return doubtsOf(offer, base, place);
};
const paths = (kind: string, part: Record<string, unknown>) =>
  doubts(part).flatMap((doubt) =>
    doubt.kind !== kind ? [] : doubt.kind === "odd" ? doubt.paths : [doubt.question.path],
  );

describe("doubts about an offer", () => {
  it("name what was left to the scenario", () => {
    expect(paths("left", { costs: { setUp: 5000 } })).toContain("costs.posts");
    expect(paths("left", { costs: { setUp: 5000 } })).not.toContain("costs.setUp");
  });

  it("name what others do not have, but not what the scenario has itself", () => {
    expect(paths("unusual", { delivery: { startsPer100: 99 } })).toEqual(["delivery.startsPer100"]);
    expect(paths("unusual", {})).not.toContain("delivery.startsPer100");
  });

  it("name answers that do not go together", () => {
    expect(paths("odd", { limits: { cash: 1000, loss: 9000 } })).toContain("limits.loss");
    expect(paths("odd", { contract: { referralsPerMonth: 6, referralMonths: 10, places: 20 } })).toContain(
      "contract.places",
    );
    expect(paths("odd", { costs: { posts: 0, perMonth: 0 } })).toContain("costs.posts");
    expect(paths("odd", {})).toEqual([]);
  });
});
