import { expect, test } from "vitest";
import { checkModel } from "./run-model.ts";
import { comparedOn, solvedFor } from "./solved-by.ts";
import { flatFee, model, perStart } from "./terms.ts";

// Models of one month whose solved scale is known exactly, each solved on 512 paths of 200 fixed seeds. The 95 %
// interval of the scale must hold the exact one in 178 to 199 of them: 190 less 4 standard deviations of
// sqrt(200 × 0.95 × 0.05) = 3.1; and 200 of 200 would say that it is too wide (chance 0.00004).
const seeds = Array.from({ length: 200 }, (_, k) => `scale-${k}`);
const parts = {
  rulesets: [perStart(4000), flatFee(4000, 1)],
  policies: [
    { id: "plain", title: "Plain", rulesets: ["per-start"] },
    { id: "fee", title: "Fee", rulesets: ["per-start", "flat-fee"] },
  ],
};
const lognormal = { lognormal: { median: 40_000, sdlog: 0.3 } };
const meanCost = 40_000 * Math.exp(0.3 ** 2 / 2);
/** The cost's 80 % quantile: Φ⁻¹(0.8) = 0.8416212. */
const highCost = 40_000 * Math.exp(0.3 * 0.8416212335729143);

const poisson = { volume: { indicative: 10 } };
const certain = { volume: { indicative: 10, counts: "certain" } };
const requirement = (measure: string, target: number, passThrough = 1) => ({
  requirement: { measure, target, passThrough },
});
for (const [what, basis, world, exact] of [
  // £40,000 of expected bill: with a fee of £4,000 on top, unit prices fall by a tenth.
  ["of the same expected bill", "same-expected-bill", poisson, [1, 0.9]],
  [
    "of a mean margin",
    "same-requirement",
    { ...poisson, costs: { setUp: lognormal }, ...requirement("meanMargin", 1000) },
    [(meanCost + 1000) / 40_000, (meanCost + 1000 - 4000) / 40_000],
  ],
  [
    "of a chance of loss",
    "same-requirement",
    { ...certain, costs: { setUp: lognormal }, ...requirement("probabilityOfLoss", 0.2) },
    [highCost / 40_000, (highCost - 4000) / 40_000],
  ],
  [
    "of a mean margin with half the saving passed on",
    "same-requirement",
    { ...poisson, costs: { setUp: lognormal }, ...requirement("meanMargin", 1000, 0.5) },
    [(meanCost + 1000) / 40_000, (meanCost + 1000 - 2000) / 40_000],
  ],
] as const) {
  test(`the interval of a scale ${what} holds the exact scale in 95 % of seeds`, async () => {
    const checked = checkModel(model("scale-interval", 1, { ...parts, ...world }));
    const held = [0, 0];
    for (const seed of seeds) {
      const { scales, intervals } = await solvedFor(checked, basis, { paths: 512, seed });
      for (const [p, { se, low, high }] of intervals.entries()) {
        if (low <= exact[p]! && exact[p]! <= high) held[p]! += 1;
        expect(low).toBeLessThanOrEqual(scales[p]!);
        expect(high).toBeGreaterThanOrEqual(scales[p]!);
        if (basis === "same-expected-bill" && p === 0) expect([se, low, high]).toEqual([0, 1, 1]);
        else expect(se).toBeGreaterThan(0);
      }
    }
    for (const [p, holds] of held.entries()) {
      if (basis === "same-expected-bill" && p === 0) continue;
      expect(holds, `policy ${p}`).toBeGreaterThanOrEqual(178);
      expect(holds, `policy ${p}`).toBeLessThanOrEqual(199);
    }
  });
}

test("a scale that nothing was solved for has no error, and one off the basis claims none", async () => {
  const exact = { se: 0, low: 1, high: 1 };
  const stated = checkModel(model("stated", 1, { ...parts, ...poisson }));
  for (const { priceScaleInterval } of await comparedOn(stated, "same-unit-prices", {
    paths: 512,
    seed: "s",
  }))
    expect(priceScaleInterval).toEqual(exact);
  // The cost is £30,000 or £60,000: no scale gives a chance of loss of 0.1.
  const flats = checkModel(
    model("flats", 1, {
      ...parts,
      ...certain,
      costs: { setUp: { empirical: { values: [30_000, 60_000] } } },
      ...requirement("probabilityOfLoss", 0.1),
    }),
  );
  for (const policy of await comparedOn(flats, "same-requirement", { paths: 512, seed: "s" })) {
    const { priceScale, priceScaleInterval, basisReached } = policy;
    expect(basisReached).toBe(false);
    expect(priceScaleInterval).toEqual({ se: 0, low: priceScale, high: priceScale });
  }
});
