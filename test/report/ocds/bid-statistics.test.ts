import { describe, expect, it } from "vitest";
import { bidStatistics } from "../../../src/report/ocds/bid-statistics.ts";
import { statisticsLines } from "../../../src/report/ocds/statistics-words.ts";
import { judgedRound } from "./shipped-rounds.ts";

/**
 * Counted by hand in the files of dps-lone-parents: twelve offers. Gorse (insurance), Hazel (lead-in), Juniper
 * (jobcentres) and Larch (ceiling) fail a gate; Ivy passes them and is below the standard. Alder, Dogwood, Fir, Hazel
 * and Juniper are small. Kale was asked about its low price and stayed in.
 */
const byHand = {
  bids: 12,
  validBids: 7,
  bidders: 12,
  qualifiedBidders: 8,
  disqualifiedBidders: 4,
  smeBids: 5,
  tendersAbnormallyLow: 0,
};

const counted = (name: string, withValues = false) =>
  Object.fromEntries(
    bidStatistics(judgedRound(name).round, withValues).map(({ measure, value }) => [measure, value]),
  );

describe("bid statistics", () => {
  it("are those that were counted by hand", () => {
    expect(counted("dps-lone-parents")).toEqual(byHand);
  });

  it("tell the lowest and highest valid price only where asked: Kale's and Dogwood's", () => {
    expect(counted("dps-lone-parents", true)).toEqual({
      ...byHand,
      lowestValidBidValue: 29500,
      highestValidBidValue: 44000,
    });
  });

  it("leave small firms out where a bidder does not say", () => {
    expect(Object.keys(counted("goldilocks"))).not.toContain("smeBids");
  });

  it("count a bid as abnormally low where its explanation was rejected and it was left out for it", () => {
    const { bound, offers } = judgedRound("dps-lone-parents");
    const kale = offers.find(({ offer }) => offer.id === "kale")!;
    kale.offer.lowPrice = { explanation: "It hopes for the best.", accepted: false };
    const { round } = judgedRound("dps-lone-parents", [], { bound, offers });
    const of = Object.fromEntries(bidStatistics(round).map(({ measure, value }) => [measure, value]));
    expect([of.tendersAbnormallyLow, of.validBids, of.bids]).toEqual([1, 6, 12]);
  });

  it("are a small table in words", () => {
    expect(
      statisticsLines([
        { measure: "bids", value: 12 },
        { measure: "lowestValidBidValue", value: 29500, currency: "GBP" },
        { measure: "womenOwnedBids", value: 2 },
        { measure: "constructor", value: 1 },
      ]),
    ).toEqual([
      "bids                   12",
      "lowest valid bid  £29,500",
      "women owned bids        2",
      "constructor             1",
    ]);
  });
});
