import { z } from "zod";
import { camelName, day, kebabName } from "../engine/names.ts";
import { line, literal, organisation, pounds, someMoney, text } from "./award-schema-parts.ts";
import { offerCosts } from "./offer-costs.ts";

const assessed = z.strictObject({
  rating: z.number().min(0).max(10_000).describe("how the assessors rated it, on the criterion's scale"),
  tender: text.optional().describe("what the offer says on it, and where"),
  because: text.optional().describe("why the assessors rated it so"),
});

/** An offer to a requirement, with what assessors made of it; cost lines are the bidder's own. */
export const offerSchema = z
  .strictObject({
    $schema: z.string().max(300).optional().describe("where this schema is, for editors"),
    id: kebabName.describe("its name: lower-case words joined by hyphens"),
    bidder: organisation.describe("who offers"),
    requirement: kebabName.optional().describe("the requirement that it was made for, where only one"),
    districts: z.array(line).max(200).optional().describe("districts that it serves; left out: any"),
    jobcentres: z.array(line).max(2000).optional().describe("jobcentres that it serves; left out: all"),
    claimantGroups: z
      .array(line)
      .max(100)
      .optional()
      .describe("claimant groups that it serves; left out: all"),
    focus: z
      .enum(["generalist", "specialist"])
      .default("generalist")
      .describe("for everyone, or a specialist's"),
    places: z.int().min(0).max(1_000_000).optional().describe("places it has room for; left out: as asked"),
    leadInMonths: z.int().min(0).max(120).default(0).describe("months from award to ready to deliver"),
    insurance: pounds.optional().describe("insurance cover it holds; left out: as asked"),
    exclusions: z.array(text).max(20).default([]).describe("grounds of exclusion in law that apply"),
    price: someMoney.optional().describe("what it costs the commissioner at the indicative volume"),
    prices: z
      .array(z.strictObject({ from: day.describe("the first day of the price"), price: someMoney }))
      .min(1)
      .max(200)
      .optional()
      .describe("a standing offer's prices by the day from which each stands, in place of price"),
    lowPrice: z
      .strictObject({
        explanation: text.describe("what the bidder said of its low price"),
        accepted: z.boolean().describe("did the commissioner accept it?"),
      })
      .optional()
      .describe("the explanation of an abnormally low price, where one was asked for"),
    quality: z.record(camelName, assessed).default({}).describe("ratings by criterion or part"),
    answers: z
      .record(camelName, literal)
      .default({})
      .describe("facts that the requirement's own rules read beyond the dictionary"),
    costs: offerCosts
      .default({})
      .describe("the bidder's own costs and cash, for its risk; never in what others see"),
  })
  .describe("An offer to a requirement.");

/** A file of several offers. */
export const offersSchema = z.strictObject({
  $schema: z.string().max(300).optional(),
  offers: z.array(offerSchema).min(1).max(20_000).describe("offers, in any order"),
});

export type Offer = z.output<typeof offerSchema>;
