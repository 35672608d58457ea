import { describe, expect, it } from "vitest";
import { openContract } from "../../../src/offer/before/contract-futures.ts";
import { simulatePortfolio } from "../../../src/offer/before/simulate-portfolio.ts";
import { momentsOf } from "../../../src/sim/risk/moments.ts";
import { simulateHere } from "../../../src/sim/simulate-here.ts";
import { shippedScenario } from "../../laws/shipped-scenarios.ts";
import { follows, months } from "../../models/endings.ts";
import { convolve, lawOf, sequences } from "../../models/exact.ts";
import { luckyContract, ownOffer, standing } from "./standing-models.ts";

// A contract of three months with 0, 2 or 6 starts each (0.2, 0.2, 0.6) at £200, and £2,000 of set-up.
const one = lawOf(
  sequences(months, 3),
  ({ values }: { values: number[] }) => values.reduce((sum, starts) => sum + 20_000 * starts, 0) - 200_000,
);
const sure = (standingOffers: number, more = {}) =>
  standing(luckyContract(), ownOffer({ standingOffers, ...more }));

describe("the luck of several contracts", () => {
  it("is K times one with one fate, and a sum of K with luck of their own", async () => {
    const run = { paths: 40_000, seed: "fates" };
    const { ownLuck, sharedFate, offers } = await simulatePortfolio([sure(3)], run);
    expect(sharedFate.margin).toEqual(offers[0]!.contractMargin.map((pence) => 3 * pence));
    follows("sum of three", ownLuck.margin, convolve(convolve(one, one), one));
    const v = momentsOf(offers[0]!.contractMargin).variance;
    expect(momentsOf(sharedFate.margin).variance).toBeCloseTo(9 * v, -2);
    // The standard error of the ratio of two variances from 40,000 nearly normal numbers is √(4 ÷ 40,000), 1 %.
    expect(Math.abs(momentsOf(ownLuck.margin).variance / (3 * v) - 1)).toBeLessThan(4 * 0.01);
  });

  it("is each offer's own where several offers stand", async () => {
    const { ownLuck } = await simulatePortfolio([sure(1), sure(1)], { paths: 20_000, seed: "two files" });
    follows("sum of two", ownLuck.margin, convolve(one, one));
  });

  it("is the same for the first futures whatever their number, and for other offers beside one more", async () => {
    const before = { callOffPer100: 50, highMonths: 6, likelyMonths: 2, bidCost: 10 };
    const short = await simulatePortfolio([sure(2, before)], { paths: 700, seed: "first" });
    const long = await simulatePortfolio([sure(2, before)], { paths: 1500, seed: "first" });
    for (const end of ["ownLuck", "sharedFate"] as const)
      for (const name of ["margin", "peakFunding", "turnedDown", "contracts"] as const)
        expect(long[end][name].subarray(0, 700), `${end} ${name}`).toEqual(short[end][name]);
    const beside = await simulatePortfolio([sure(2, before), sure(1, before)], { paths: 700, seed: "first" });
    expect(beside.offers[0]).toEqual(short.offers[0]);
    const third = beside.ownLuck.calledOff.map((count, path) => count - short.ownLuck.calledOff[path]!);
    expect(new Set(third)).toEqual(new Set([0, 1]));
    const other = await simulatePortfolio([sure(2, before)], { paths: 700, seed: "second" });
    expect(other.ownLuck.margin).not.toEqual(short.ownLuck.margin);
  });

  it("is that of a run of the scenario, for one contract at once and for nothing, to the penny", async () => {
    const checked = shippedScenario("dps-2017");
    const place = 0;
    const offer = { checked, place, before: sure(1).before };
    const { ownLuck, sharedFate } = await simulatePortfolio([offer], { paths: 1500, seed: "same" });
    const [ledger] = await simulateHere(checked, [{ place, priceScale: 1 }], 1500, { seed: "same" });
    for (const name of ["margin", "payment", "peakFunding", "peakFundingMonth"] as const)
      expect(ownLuck[name], name).toEqual(ledger![name]);
    expect(sharedFate).toEqual(ownLuck);
    const contract = openContract(offer, 2);
    const { margin, lastMonth, cash } = contract.run("same", 0);
    contract.close();
    expect(cash[cash.length - 1]).toEqual(margin);
    const ends = ledger!.endMonth!.subarray(0, 1024);
    expect(ends.some((end) => end > 0) && ends.some((end) => end === 0)).toBe(true);
    expect(lastMonth).toEqual(ends.map((end) => (end === 0 ? checked.timeline.lastMonth : end)));
  });
});
