import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { calibrate } from "../../src/calibrate/calibrate.ts";
import { forOffer } from "../../src/calibrate/for-offer.ts";
import { readHistory } from "../../src/calibrate/reading/read-history.ts";
import { offerSentences } from "../../src/report/calibration/offer-sentences.ts";
import { pertLaw } from "../../src/sim/random/pert.ts";

const shipped = (name: string) =>
  calibrate(readHistory(name, readFileSync(`scenarios/histories/${name}.csv`, "utf8")).history!);
const four = shipped("four-districts");
const half = shipped("half-a-year");
/** The 99 % point of the normal law, from its table. */
const z99 = 2.3263;
const pertMean = ({ referrals: { lowPer100, likelyPer100, highPer100 } }: ReturnType<typeof forOffer>) =>
  pertLaw(lowPer100, likelyPer100, highPer100).mean();

describe("what a history says in an offer's figures", () => {
  it("has ends that one contract in 100 passes, and the fit's mean", () => {
    const sdlog = Math.hypot(four.volume.spread!.value, four.volume.ratioError);
    const median = 100 * four.volume.ratio.value;
    const made = forOffer(four);
    // Whole people: half a person, and the four digits of the law.
    expect(Math.abs(made.referrals.lowPer100 - median * Math.exp(-z99 * sdlog))).toBeLessThan(0.6);
    expect(Math.abs(made.referrals.highPer100 - median * Math.exp(z99 * sdlog))).toBeLessThan(0.6);
    // The mode is whole too, and counts for four sixths.
    expect(Math.abs(pertMean(made) - median * Math.exp((sdlog * sdlog) / 2))).toBeLessThan(0.4);
    expect(made.isLowered).toBe(false);
  });

  it("of one contract has its own ratio as the mean: 50 of 60", () => {
    expect(Math.abs(pertMean(forOffer(half)) - (100 * 50) / 60)).toBeLessThan(0.4);
  });

  it("of a fit that is very wide keeps the mean by a lower end for many", () => {
    const wide = { ...half, volume: { ...half.volume, ratioError: 1.2 } };
    const made = forOffer(wide);
    expect(made.isLowered).toBe(true);
    // Then the end counts for a sixth of the mean, and the low end, whole too, is the likely one.
    expect(Math.abs(pertMean(made) - (100 * 50) / 60)).toBeLessThan(0.4);
    expect(made.referrals.likelyPer100).toBeLessThan(made.referrals.highPer100);
    expect(offerSentences(wide).join(" ")).toContain("the last is lower than that for many");
    const widest = {
      ...half,
      volume: { ...half.volume, ratioError: 9, ratio: { ...half.volume.ratio, value: 9 } },
    };
    const { lowPer100, likelyPer100, highPer100 } = forOffer(widest).referrals;
    expect(lowPer100).toBeLessThanOrEqual(likelyPer100);
    expect(likelyPer100).toBeLessThanOrEqual(highPer100);
    expect(highPer100).toBeLessThanOrEqual(1000);
  });

  it("counts every outcome of those who start, and leaves out what is not fitted", () => {
    const { delivery } = forOffer(four);
    const [first, second] = four.stages.map(({ fit }) => fit!.share.value);
    expect(delivery.startsPer100).toBeCloseTo(100 * four.starts!.share.value, 1);
    expect(Math.abs(delivery.outcomesPer100.outcomes13Weeks! - 100 * first!)).toBeLessThanOrEqual(
      0.05 + 1e-9,
    );
    expect(Math.abs(delivery.outcomesPer100.outcomes26Weeks! - 100 * first! * second!)).toBeLessThanOrEqual(
      0.05 + 1e-9,
    );
    expect(Object.keys(forOffer(half).delivery.outcomesPer100)).toEqual(["outcomes13Weeks"]);
    const { starts: _, ...rest } = half;
    expect(forOffer({ ...rest, stages: [] }).delivery).toEqual({ outcomesPer100: {} });
  });

  it("says the figures with their names in an offer's file, and what they leave out", () => {
    const words = offerSentences(four).join(" ");
    const { lowPer100, likelyPer100, highPer100 } = forOffer(four).referrals;
    expect(words).toContain(
      `few / likely / many = ${lowPer100} / ${likelyPer100} / ${highPer100} of 100 indicated, once the ramp is over (lowPer100, likelyPer100, highPer100)`,
    );
    for (const said of ["(startsPer100)", "(outcomesPer100.outcomes26Weeks)", "An offer has no ramp"])
      expect(words).toContain(said);
    expect(offerSentences({ ...half, withoutAny: 1 }).join(" ")).toContain(
      "Contracts without any referral are not in these three",
    );
  });
});
