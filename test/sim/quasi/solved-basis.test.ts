import { expect, it } from "vitest";
import type { Estimate } from "../../../src/sim/risk/estimate.ts";
import { checkModel } from "../../models/run-model.ts";
import { comparedOn } from "../../models/solved-by.ts";
import { flatFee, model, perStart } from "../../models/terms.ts";

/*
 * One month of 10 referrals (Poisson), all of whom start: £4,000 each is a bill of £40,000. A fee of £36,000 beside it
 * leaves room for a tenth of the unit prices, £4,000 of start fees on average. With S starters on average the scale is
 * solved as 1 − 9 ÷ S, so that start fees are £4,000 × S − £36,000: they err ten times as much as at a scale that is known.
 */
const checked = {
  ...checkModel(
    model("solved-quasi", 1, {
      volume: { indicative: 10 },
      rulesets: [perStart(4000), flatFee(36_000, 1)],
      policies: [
        { id: "plain", title: "Plain", rulesets: ["per-start"] },
        { id: "fee", title: "Fee", rulesets: ["per-start", "flat-fee"] },
      ],
    }),
  ),
  sampling: "quasi" as const,
};
const seeds = Array.from({ length: 100 }, (_, k) => `solved-quasi-${k}`);
const truths = { priceScale: 0.1, meanStartFee: 4000, meanPayment: 40_000, meanMargin: 40_000 };

// 100 intervals of 95 % hold 95 on average with a standard deviation of 2.2: four of them are allowed. Without what the
// solved scale adds they would be ten times too narrow, and hold about 16.
it("intervals from scramblings hold the truth about 19 times in 20 where unit prices are solved", async () => {
  const held: Record<string, number> = {};
  for (const seed of seeds) {
    const [, fee] = await comparedOn(checked, "same-expected-bill", { paths: 8192, seed });
    const found: Record<string, Pick<Estimate, "low" | "high">> = {
      ...fee!.metrics,
      priceScale: fee!.priceScaleInterval,
    };
    for (const [name, truth] of Object.entries(truths)) {
      const { low, high } = found[name]!;
      held[name] = (held[name] ?? 0) + (low! <= truth && truth <= high! ? 1 : 0);
    }
  }
  expect(Object.keys(held)).toEqual(Object.keys(truths));
  for (const [name, count] of Object.entries(held))
    expect([name, count]).toSatisfy(([, of]: [string, number]) => of >= 86);
}, 240_000);
