import { describe, expect, it } from "vitest";
import { type Calibration, calibrate } from "../../src/calibrate/calibrate.ts";
import { readHistory } from "../../src/calibrate/reading/read-history.ts";
import { monthSentences } from "../../src/report/calibration/month-sentences.ts";

const months = [8, 12, 9, 11, 10, 10];
const text = `month,indicative,referrals\n${months.map((count, i) => `${i + 1},10,${count}`).join("\n")}`;
const base = calibrate(readHistory("h.csv", text).history!);

/** A calibration with these tests and criteria in place of its own. */
function said(chance: number, aic: readonly [number, number], shapeChance: number, sd = 0.3, index = 1.8) {
  const models = [true, false].map((monthly, i) => ({
    ...{ law: "none" as const, monthly, logLikelihood: 0, aic: aic[i]! },
  }));
  const made: Calibration = {
    ...base,
    dispersion: { index, chance, runs: 999 },
    models: { ...base.models, models, law: "none" },
    volume: { ...base.volume, monthlySd: { value: sd, low: 0, high: 0.9 } },
    monthFit: { ...base.monthFit!, shapeChance },
  };
  return monthSentences(made).join(" ").replaceAll("\u00a0", " ");
}

describe("what is said of months goes with what is quoted", () => {
  it("where the test tells a swing and AIC speaks for chance alone", () => {
    const words = said(0.04, [36.3, 36.1], 0.5);
    expect(words).toContain("So the level of each month swings by about 30 %");
    expect(words).toContain(
      "does less well than a Poisson law, which is chance alone, once its further figure is counted against it (AIC 36.3 against 36.1, where lower is better)",
    );
    expect(words).not.toContain("does better");
  });

  it("where both tell a swing, or the test does not and AIC does", () => {
    for (const chance of [0.01, 0.2])
      expect(said(chance, [34.8, 36.1], 0.5)).toContain(
        "does better than a Poisson law, which is chance alone (AIC 34.8 against 36.1",
      );
    expect(said(0.2, [34.8, 36.1], 0.5)).toContain("So chance alone may be why months differ.");
  });

  it("where the digits shown are alike", () => {
    expect(said(0.2, [36.13, 36.08], 0.5)).toContain("does no better than a Poisson law");
  });

  it("never that a law fits, where how months lie goes badly with it", () => {
    for (const [chance, sd] of [
      [0.01, 0.3],
      [0.2, 0.3],
      [0.9, 0],
    ] as const) {
      const words = said(chance, [36.3, 36.1], 0.01, sd);
      expect(words).toContain("How months lie goes badly with the fitted law");
      expect(words).not.toMatch(/\bfits\b|explains|as the fitted law has them/);
    }
  });

  it("and of even months that they are even", () => {
    expect(said(0.99, [36.3, 34.3], 0.01, 0, 0.2)).toContain("They are more even than people who come");
    expect(said(0.99, [36.3, 34.3], 0.01, 0, 1.2)).toContain("Look for months with a reason of their own.");
  });
});
