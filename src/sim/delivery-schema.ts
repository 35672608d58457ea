import { z } from "zod";
import { camelName } from "../engine/names.ts";
import { figureSchema } from "./figure.ts";
import { factor, share } from "./schema-parts.ts";

const stage = z.strictObject({
  id: camelName.describe("its name in rules, as a fact"),
  title: z.string().max(200).optional().describe("its name for readers"),
  of: camelName.default("starts").describe("starts, or the stage that it follows"),
  rate: share.describe("share of `of` who reach this stage"),
  delayMonths: figureSchema({ min: 0, max: 120 })
    .default(() => ({
      distribution: { kind: "fixed" as const, value: 0 },
      mean: 0,
      believed: 0,
      mark: "derived" as const,
      note: "left out",
    }))
    .describe("months from `of` to this stage"),
  claimedShare: share
    .optional()
    .describe(
      "share of outcomes that the provider claims and that pass validation; the stage's fact counts these",
    ),
});

/** What becomes of the people referred: starts, then outcomes stage by stage. */
export const deliverySchema = z
  .strictObject({
    startRate: share.describe("share of referrals who start"),
    stages: z
      .array(stage)
      .max(20)
      .default([])
      .describe("outcomes, each of starts or of an outcome before it"),
    jobOutcome: camelName.optional().describe("the stage that counts as the job outcome; default: the first"),
    survivingShare: share
      .optional()
      .describe("share of outcomes after an early end that come without further provision; default 1"),
    deadweightRate: share.optional().describe("share of starts who would have found a job anyway"),
    outcomeRateFactor: factor
      .optional()
      .describe("a factor on the rates of all first stages, drawn once a contract: truth over belief"),
  })
  .describe("what becomes of the people referred");
