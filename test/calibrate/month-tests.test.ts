import { describe, expect, it } from "vitest";
import { delayFit } from "../../src/calibrate/delay-fit.ts";
import { dispersionTest } from "../../src/calibrate/dispersion-test.ts";
import { openMonthDraws } from "../../src/calibrate/draw-months.ts";
import { openNumbers } from "../../src/calibrate/luck-numbers.ts";
import { monthFit } from "../../src/calibrate/month-fit.ts";
import { fitRamp, rampShare } from "../../src/calibrate/ramp.ts";

const flat = (months: number, mean: number) => Array.from({ length: months }, () => mean);
const draws = (seed: string, contracts: number, means: readonly number[], sd: number) => {
  const draw = openMonthDraws(sd * sd, openNumbers(seed, "test"));
  return Array.from({ length: contracts }, () => ({ means, counts: draw(means) }));
};

describe("the index of dispersion", () => {
  it("is X² over its degrees of freedom, and its chance the binomial's where it can be worked out", () => {
    // Two months alike, 3 and 9 of 12: expected 6 and 6, X² = 9/6 + 9/6 = 3.
    const { index, chance, runs } = dispersionTest([{ counts: [3, 9], means: [5, 5] }])!;
    expect(index).toBeCloseTo(3, 12);
    // A split at least so uneven: 2 × P(Binomial(12, ½) <= 3) = 2 × (1 + 12 + 66 + 220) ÷ 4096.
    const exact = (2 * 299) / 4096;
    // 4.5 standard errors of the simulated share.
    expect(Math.abs(chance - exact)).toBeLessThan(4.5 * Math.sqrt((exact * (1 - exact)) / runs) + 1 / runs);
  });

  it("does not hang on contracts' own ratios, and tells a swing from chance", () => {
    const quiet = draws("quiet", 1, flat(24, 10), 0)[0]!;
    const loud = draws("loud", 2, flat(24, 10), 0.8);
    expect(dispersionTest([quiet])!.chance).toBeGreaterThan(0.05);
    expect(dispersionTest(loud)!.chance).toBeLessThan(0.01);
    const ratios = dispersionTest([quiet, { ...quiet, means: flat(24, 1000) }])!;
    expect(ratios.index).toBeCloseTo(dispersionTest([quiet])!.index, 9);
    expect(dispersionTest([{ counts: [3], means: [5] }])).toBeUndefined();
  });

  it("is as often under 5 % as it should be where months are Poisson", () => {
    const few = Array.from(
      { length: 60 },
      (_, i) => dispersionTest(draws(`poisson ${i}`, 1, flat(12, 6), 0))!,
    );
    const rejected = few.filter(({ chance }) => chance <= 0.05).length;
    // Binomial(60, 0.05) is over 9 in fewer than 1 of 1,000 sets of seeds.
    expect(rejected).toBeLessThanOrEqual(9);
  });
});

describe("the fit of months", () => {
  it("does not speak against its own law, and does against months that come in two kinds", () => {
    expect(monthFit(draws("own", 3, flat(24, 10), 0.4))!.shapeChance).toBeGreaterThan(0.05);
    const kinds = { means: flat(40, 10), counts: flat(40, 0).map((_, i) => ((i * 7) % 20 < 10 ? 0 : 20)) };
    expect(monthFit([kinds])!.shapeChance).toBeLessThan(0.05);
  });

  it("sees that good months follow good ones", () => {
    const waves = { means: flat(36, 20), counts: flat(36, 0).map((_, i) => (i % 12 < 6 ? 10 : 30)) };
    const { correlation, correlationChance } = monthFit([waves])!;
    expect(correlation).toBeGreaterThan(0.6);
    expect(correlationChance).toBeLessThan(0.01);
  });
});

describe("a ramp", () => {
  it("goes in a straight line from its share to all in the peak month", () => {
    const shares = [1, 2, 3, 4].map((month) => rampShare({ firstShare: 0.4, peakMonth: 4 }, month));
    for (const [i, share] of [0.4, 0.6, 0.8, 1].entries()) expect(shares[i]).toBeCloseTo(share, 12);
  });

  it("is found where there is one, near where it is", () => {
    const means = Array.from(
      { length: 18 },
      (_, i) => 30 * rampShare({ firstShare: 0.2, peakMonth: 6 }, i + 1),
    );
    const told = draws("ramp", 4, means, 0.2).map(({ counts }) => ({ counts, means: flat(18, 30) }));
    const { found, ramp } = fitRamp(told)!;
    expect(found).toBe(true);
    expect(Math.abs(ramp.peakMonth - 6)).toBeLessThanOrEqual(1);
    expect(Math.abs(ramp.firstShare - 0.2)).toBeLessThan(0.15);
  });

  it("is not found where months only swing, and not looked for in a short history", () => {
    expect(fitRamp(draws("no ramp", 4, flat(18, 15), 0.3))!.found).toBe(false);
    expect(fitRamp(draws("short", 1, flat(8, 15), 0.3))).toBeUndefined();
  });
});

describe("a delay", () => {
  const delay = [{ months: 3, share: 1 }];
  const began = flat(18, 20);

  it("that is right goes with the months, and one that is wrong does not", () => {
    const ended = began.map((_, i) => (i < 3 ? 0 : 5));
    expect(delayFit([{ began, ended }], delay, "right")!).toMatchObject({ tooEarly: 0 });
    expect(delayFit([{ began, ended }], delay, "right")!.chance).toBeGreaterThan(0.05);
    const sooner = began.map(() => 5);
    const wrong = delayFit([{ began, ended: sooner }], delay, "wrong")!;
    expect(wrong.tooEarly).toBe(15);
    expect(wrong.later).toBeLessThan(0);
    expect(wrong.chance).toBeLessThan(0.01);
  });
});
