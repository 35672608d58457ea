import { describe, expect, it } from "vitest";
import { winnersOf } from "../../src/award/ranking-paradox.ts";
import { shippedRound, totalsOf } from "./read-round.ts";

// Known answers: rounds whose scores were published, or follow from published prices by hand.
describe("published rounds", () => {
  it("goldilocks: the middle bid loses and the two ends tie (Denfield)", () => {
    const open = shippedRound("goldilocks");
    // 50 × 50 ÷ 100 + 50 × 50 ÷ 50; 50 × 75 ÷ 100 + 50 × 50 ÷ 75; 50 × 100 ÷ 100 + 50 × 50 ÷ 100.
    expect(totalsOf(open)).toEqual({ a: 25 + 50, b: 37.5 + 33.33, c: 50 + 25 });
    const round = open.judge();
    expect(round.ties).toEqual([{ offers: ["c", "a"], decidedBy: ["quality"] }]);
    expect(winnersOf(round)).toEqual(["c"]);
  });

  it("the same bids by price per quality point: £1 a point each, a tie of three", () => {
    const open = shippedRound("goldilocks-per-point");
    expect(totalsOf(open)).toEqual({ a: 100, b: 100, c: 100 });
    const round = open.judge();
    // Quality has no marks to decide by, so the lower price does.
    expect(round.ties).toEqual([{ offers: ["a", "b", "c"], decidedBy: ["price"] }]);
    expect(round.relative.lowestPricePerPointPence).toBe(100);
  });

  it("60 : 40 at £100, £105 and £108: price scores 40, 38.10 and 37.04 (Impact Bids)", () => {
    const prices = shippedRound("quality-imperative")
      .judge()
      .ranking.map(({ marks }) => marks.price! / 100);
    expect(prices).toEqual([40, 38.1, 37.04]);
  });

  it("£15,000, £10,000 and £30,000: 0.667, 1 and 0.333 of the marks (digital services guidance)", () => {
    expect(totalsOf(shippedRound("digital-outcomes"))).toEqual({ a: 66.67, b: 100, c: 33.33 });
  });

  it("146 marks against 144 (Negometrix)", () => {
    const open = shippedRound("request-for-proposals");
    expect(totalsOf(open)).toEqual({ a: 40 + 30 + 20 + 56, b: 32 + 20 + 22 + 70 });
    expect(winnersOf(open.judge())).toEqual(["a"]);
  });
});

describe("a round of a dozen standing offers", () => {
  it("awards in order of rank until the budget is spent, passing over what is too dear", () => {
    const round = shippedRound("dps-lone-parents").judge();
    // £125,000: Alder £41,800 and Dogwood £44,000 leave £39,200; Elm asks £40,200, Kale £29,500.
    expect(winnersOf(round)).toEqual(["alder", "dogwood", "kale"]);
    expect(round.budgetLeftPence).toBe((125_000 - 41_800 - 44_000 - 29_500) * 100);
    const out = round.ranking.filter(({ rank }) => rank === undefined);
    expect(out.map(({ offer, excluded }) => [offer.offer.id, excluded.map(({ output }) => output)])).toEqual([
      ["gorse", ["insuranceTooSmall"]],
      ["hazel", ["leadInTooLong"]],
      ["ivy", ["belowTheStandard"]],
      ["juniper", ["jobcentresNotServed"]],
      ["larch", ["aboveTheCeiling"]],
    ]);
    // Asked, never dropped: Kale's £29,500 is under nine tenths of the mean of the seven that are left.
    const left = [41_800, 39_000, 36_500, 44_000, 40_200, 42_500, 29_500];
    const mean = left.reduce((a, b) => a + b) / left.length;
    expect(left.filter((price) => price < 0.9 * mean)).toEqual([29_500]);
    expect(round.ranking.filter(({ asked }) => asked.length > 0).map(({ offer }) => offer.offer.id)).toEqual([
      "kale",
    ]);
  });

  it("takes the price that stands on the day the requirement was published", () => {
    const prices = (name: string) =>
      Object.fromEntries(
        shippedRound(name, "dps-lone-parents").offers.map(({ offer, pricePence }) => [
          offer.id,
          pricePence / 100,
        ]),
      );
    const [autumn, spring] = [prices("dps-lone-parents"), prices("dps-lone-parents-spring")];
    const moved = Object.keys(autumn).filter((id) => autumn[id] !== spring[id]);
    expect(moved.map((id) => [id, autumn[id], spring[id]])).toEqual([
      ["birch", 39_000, 36_900],
      ["dogwood", 44_000, 40_500],
      ["fir", 42_500, 39_900],
      ["larch", 49_500, 46_000],
    ]);
  });
});
