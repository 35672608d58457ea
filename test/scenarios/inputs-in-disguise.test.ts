import { describe, expect, it } from "vitest";
import { planOf } from "../../src/sim/plan-run.ts";
import { shippedScenario } from "../laws/shipped-scenarios.ts";
import { futuresOf, meanOver, ratioOfMeans, times } from "./simulated.ts";

const paths = 2048;
const limitsOf = (name: string) => shippedScenario(name).scenario.limits.join("\n");

/** Figures that a page names as put in, and not as results: they follow on paper from what the scenario states. */
describe("what a page says was put in follows from its figures alone", () => {
  it("restart-shock: the terms as signed cost what the price, the fee, the volume and the rate make of it", () => {
    // £2.6bn over 1.43m places; 30 % of it on all places, 70 % on those who come; means of lognormals over their median.
    const volume = 0.58 * 0.52 * 1.59 * Math.exp(0.2 ** 2 / 2);
    const onPaper = 1820 * (0.3 / volume + 0.7 * Math.exp(0.15 ** 2 / 2));
    const { ledger } = futuresOf("restart-shock", "as-signed", paths);
    const { value, se } = times(ratioOfMeans(ledger.payment!, ledger.starts!), 0.01);
    // No outcome is lost: month 54 is 18 months, the longest delay, after the last referral.
    expect(Math.abs(value - onPaper)).toBeLessThan(3 * se);
    expect(Math.abs(onPaper - 2400)).toBeLessThan(50);
    expect(limitsOf("restart-shock")).toContain("come to £2,400 a participant here. That tests nothing");
  });

  it("restart-shock: a fee of 30 % covers the fixed cost with nobody referred, one under 29 % would not", () => {
    const { checked } = futuresOf("restart-shock", "as-signed", 1);
    const { contractValue, serviceFee } = planOf(checked, checked.policies[0]!, 1);
    const fixedCost = checked.scenario.costs.perMonth!.mean * 100 * 36;
    expect(serviceFee).toBeGreaterThan(fixedCost);
    expect(Math.round((100 * fixedCost) / contractValue)).toBe(29);
    expect(limitsOf("restart-shock")).toContain("With a fee under 29 % it would not.");
  });

  it("whp-30-70: starts of 28 months are 20 peak months by the line that was put in", () => {
    // (1 + … + 17) ÷ 17 peak months in the first seventeen, then eleven more.
    const onPaper = (17 * 18) / 2 / 17 + 11;
    const { ledger } = futuresOf("whp-30-70", "own-terms", paths, { variant: "by-february-2020" });
    // A peak month is 280 starts.
    const { value, se } = meanOver(ledger.starts!, 280);
    // The factor of volume has mean e^(0.2²/2).
    expect(Math.abs(value - onPaper * Math.exp(0.2 ** 2 / 2))).toBeLessThan(3 * se + 0.02);
    expect(onPaper).toBe(20);
    expect(limitsOf("whp-30-70")).toContain(
      "20 times those of a peak month here and were 18.5 times (103,300 over 5,600)",
    );
    expect(103_300 / 5_600).toBeCloseTo(18.45, 2);
  });

  it("esf-families: drought and recovery sum to the attachments of the statistics", () => {
    const { volume } = shippedScenario("esf-families").scenario;
    const attached = volume.factors.attached!.mean;
    const late = attached * volume.ramp!.at(-1)!;
    expect(attached).toBe(0.26);
    expect(late).toBeCloseTo(2.05, 2);
    expect(184.2 * (24 * attached + 14 * late)).toBeCloseTo(77_230 / 12, -1);
  });

  it("crc-volume-band: the falls are half of what was published of the worst contract", () => {
    const { volume } = shippedScenario("crc-volume-band").scenario;
    const fallen = volume.factors.fallen!.mean;
    expect(fallen).toBeCloseTo(1 - 0.34 / 2, 10);
    expect(fallen * volume.ramp!.at(-1)!).toBeCloseTo(1 - 0.48 / 2, 3);
  });
});
