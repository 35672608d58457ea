import { z } from "zod";
import { camelName, day, kebabName } from "../engine/names.ts";
import { line, organisation, percent, pounds, ruleUse, someMoney, text } from "./award-schema-parts.ts";

const leaf = {
  id: camelName.describe("its name in offers and tie-breaks"),
  title: line.describe("its name for readers"),
  weight: percent.describe("per cent; of all criteria, or of the parts of one, they come to 100"),
  assessed: text.optional().describe("how it is assessed, as published in advance"),
  outOf: z
    .number()
    .positive()
    .max(10_000)
    .optional()
    .describe("the most points a rule may give, before the weight; left out: the marks themselves"),
  ratingTop: z.number().positive().max(10_000).default(100).describe("the top of the assessors' scale"),
};
const rule = ruleUse.optional().describe("the ruleset that scores it");

const part = z.strictObject({ ...leaf, rule });

const criterion = z.strictObject({
  ...leaf,
  rule,
  parts: z.array(part).min(1).max(30).optional().describe("sub-criteria, in place of a rule"),
});

/** A requirement: what a commissioner asks for, and how offers will be judged, published in advance. */
export const requirementSchema = z
  .strictObject({
    $schema: z.string().max(300).optional().describe("where this schema is, for editors"),
    id: kebabName.describe("its name: lower-case words joined by hyphens"),
    title: line.describe("the requirement in one line"),
    summary: text.optional().describe("what is bought and why"),
    source: text.optional().describe("the document that the figures come from, or how they are judged"),
    commissioner: organisation.describe("who buys"),
    published: day.describe("the day on which it was published; a standing offer's price of that day counts"),
    district: line.optional().describe("the district that it is for"),
    jobcentres: z.array(line).max(200).default([]).describe("the jobcentres that it is for"),
    claimantGroups: z.array(line).max(50).default([]).describe("the claimant groups that it is for"),
    scope: z
      .enum(["broad", "specialist"])
      .optional()
      .describe("does the text ask for broad coverage, or for specialists?"),
    needs: z.array(text).max(50).default([]).describe("the local needs, in words"),
    priorities: z.array(text).max(50).default([]).describe("what matters most, in words"),
    places: z.int().min(1).max(1_000_000).optional().describe("places asked for: the indicative volume"),
    leadInMonths: z.int().min(0).max(120).optional().describe("the most months from award to ready"),
    insurance: pounds.optional().describe("insurance cover asked for, in pounds"),
    budget: someMoney.describe("what may be spent on all awards together, in pounds"),
    priceCeiling: someMoney.optional().describe("the most that one offer may cost, in pounds"),
    marks: z.int().min(1).max(1000).default(100).describe("marks in all"),
    checks: z
      .array(ruleUse)
      .max(50)
      .default([])
      .describe("gates, minimum quality and prices to be explained: rulesets that exclude or ask"),
    criteria: z.array(criterion).min(1).max(50).describe("what is scored, published in advance"),
    tieBreaks: z
      .array(camelName)
      .max(60)
      .default(["lot"])
      .describe("what decides between equal totals, in order: criteria, price, and lot at the end"),
    lotSeed: line.optional().describe("what the lot is drawn from; left out: the requirement's id"),
    awards: z
      .strictObject({
        most: z.int().min(1).max(10_000).default(1).describe("the most offers that can win"),
        ifTooDear: z
          .enum(["next", "stop"])
          .default("next")
          .describe("where an offer costs more than is left of the budget: pass to the next, or stop"),
      })
      .prefault({})
      .describe("how many offers win, within the budget"),
    contract: z
      .strictObject({
        scenario: kebabName.describe("a shipped scenario whose world the contract meets"),
        policy: kebabName.describe("the policy of it whose terms apply"),
      })
      .optional()
      .describe("the contract to be awarded, for the risk of each offer"),
    offers: kebabName
      .optional()
      .describe("shipped offers that were made to it; left out: those under its own name"),
    rulesets: z.array(z.unknown()).max(50).default([]).describe("rulesets of the requirement's own, in full"),
  })
  .describe("A requirement and how offers to it are judged, published before any offer is made.");

export type Requirement = z.output<typeof requirementSchema>;
export type CriterionSpec = Requirement["criteria"][number];
export type RuleUse = z.output<typeof ruleUse>;
