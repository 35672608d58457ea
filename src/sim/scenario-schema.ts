import { z } from "zod";
import { camelName, day, kebabName, sentence } from "../engine/names.ts";
import { contractsSchema } from "./contracts-schema.ts";
import { costsSchema } from "./costs-schema.ts";
import { deliverySchema } from "./delivery-schema.ts";
import { figureSchema } from "./figure.ts";
import { pageSchema } from "./page-schema.ts";
import { factor, month, months, pounds, share } from "./schema-parts.ts";
import { volumeSchema } from "./volume-schema.ts";

const literal = z.union([z.number().finite(), z.boolean(), z.string().max(60)]);

const contract = z
  .strictObject({
    claimantGroup: z
      .string()
      .min(1)
      .max(60)
      .default("everyone")
      .describe("the one claimant group that the contract serves"),
    leadInMonths: months.default(0).describe("months from award to ready to deliver"),
    firstReferralMonth: month.optional().describe("default: the month after the lead-in"),
    lastReferralMonth: month.describe("the last month in which people are referred"),
    lastMonth: month
      .optional()
      .describe("last month in which an outcome counts; default: late enough for every outcome"),
    paymentTermDays: z
      .int()
      .min(0)
      .max(3650)
      .default(30)
      .describe("days from the end of the month to the payment"),
    calledOffValue: pounds.optional().describe("value of the call-off, in pounds"),
  })
  .describe("the dates and terms of the call-off contract, in months counted from 1 at award");

const provider = z
  .strictObject({
    reserves: pounds.optional().describe("free reserves that it would put into the contract"),
    overdraft: pounds.optional().describe("cash or overdraft limit on top"),
    handsBack: z
      .boolean()
      .default(false)
      .describe("does cash below reserves and overdraft end the delivery?"),
    costOfCapital: share.optional().describe("a year, charged monthly on last month's negative cash"),
    discountRate: share.optional().describe("a year, for the provider's net present value"),
  })
  .describe("the provider's cash");

const commissioner = z
  .strictObject({
    budgetPerFinancialYear: pounds.optional().describe("budget of each financial year, April to March"),
    stopsWhenSpent: z
      .boolean()
      .default(false)
      .describe("do referrals stop when the year's budget is committed?"),
    rebuyCostPerParticipant: pounds
      .optional()
      .describe("cost to buy again for each person on programme when a contract is handed back"),
    spendPerYear: pounds
      .optional()
      .describe("the commissioner's spend a year on such contracts, for scaling up"),
  })
  .describe("the commissioner's money");

const drawn = z.strictObject({
  type: z.enum(["number", "boolean"]).default("boolean").describe("a number, or yes or no"),
  value: figureSchema().describe("its value or distribution; for yes or no, 1 or 0"),
  each: z.enum(["contract", "month"]).default("contract").describe("drawn once, or anew each month"),
  unit: z.string().min(1).max(40).default("yes or no").describe("what it counts"),
  sentence: sentence.describe("what it is, for readers"),
});

const lever = z
  .strictObject({
    id: kebabName.describe("its name in policies"),
    title: z.string().min(1).max(200).describe("its name for readers"),
    quantity: z
      .string()
      .max(120)
      .describe("the figure that it changes, e.g. volume.factors.awareness or delivery.startRate"),
    scale: factor.optional().describe("multiplies the drawn value by this"),
    shift: figureSchema().optional().describe("adds this to the drawn value"),
    replace: figureSchema().optional().describe("draws this distribution from the same luck instead"),
    cost: pounds.describe("on the commissioner's bill, in pounds a contract"),
    delayMonths: months.default(0).describe("months until it works; volume only"),
    decayPerMonth: z
      .number()
      .min(0)
      .max(1)
      .default(0)
      .describe("share of the effect lost each month; volume only"),
  })
  .refine(
    (l) => [l.scale, l.shift, l.replace].filter((x) => x !== undefined).length === 1,
    "one of scale, shift and replace",
  );

const policy = z.strictObject({
  id: kebabName.describe("its name in results and under --policies"),
  title: z.string().min(1).max(200).describe("its name for readers"),
  sentence: sentence.optional().describe("what it does, for readers"),
  rulesets: z
    .array(kebabName)
    .max(40)
    .describe("ids of library rulesets, or of rulesets written under `rulesets:`"),
  parameters: z
    .record(camelName, literal)
    .default({})
    .describe("values for the rulesets' parameters; money in pounds"),
  levers: z.array(kebabName).max(20).default([]).describe("ids of levers that it pulls"),
});

const variant = z.strictObject({
  id: kebabName.describe("its name under --variant"),
  title: z.string().min(1).max(200).describe("its name for readers"),
  change: z.record(z.string().max(120), z.unknown()).describe("dotted path of the scenario → its new value"),
});

/** A scenario file: a world and the policies compared in it. */
export const scenarioSchema = z
  .strictObject({
    $schema: z.string().max(300).optional().describe("where this schema is, for editors"),
    id: kebabName.describe("its name"),
    title: z.string().min(1).max(200).describe("the scenario in one line"),
    summary: z.string().max(4000).default("").describe("what the scenario is, for readers"),
    page: pageSchema.optional(),
    limits: z.array(sentence).max(50).default([]).describe("what it leaves out"),
    contractStart: day.describe("the first day of month 1"),
    counts: z
      .enum(["drawn", "expected"])
      .default("drawn")
      .describe("expected: people by their means, fractional, payments unrounded"),
    seed: z.string().min(1).max(200).default("1").describe("the luck: the same seed gives the same futures"),
    paths: z.int().min(1).max(100_000_000).default(10_000).describe("simulated futures"),
    contract,
    volume: volumeSchema,
    delivery: deliverySchema,
    costs: costsSchema.prefault({}),
    provider: provider.prefault({}),
    commissioner: commissioner.prefault({}),
    drawn: z.record(camelName, drawn).default({}).describe("further facts drawn for rules to read"),
    responses: z
      .strictObject({
        outcomeRate: z
          .number()
          .min(-1)
          .max(1)
          .default(0)
          .describe("change of outcome rates for each 10 points of service fee, as a share"),
        referrals: z
          .number()
          .min(-1)
          .max(1)
          .default(0)
          .describe("change of referrals where a shortfall costs the commissioner, as a share"),
        suitability: z
          .number()
          .min(-1)
          .max(1)
          .default(0)
          .describe("change of the start rate where referrals are pushed by a lever, as a share"),
      })
      .prefault({})
      .describe("how behaviour answers to the terms; 0 where left out"),
    requirement: z
      .strictObject({
        measure: z
          .enum(["meanMargin", "probabilityOfLoss"])
          .default("meanMargin")
          .describe("what must meet the target"),
        target: z
          .number()
          .finite()
          .default(0)
          .describe("pounds for meanMargin, a probability for probabilityOfLoss"),
        passThrough: z
          .number()
          .min(0)
          .max(1)
          .default(1)
          .describe("share of what terms save that lowers prices"),
      })
      .prefault({})
      .describe("what prices are solved for on the basis same-requirement"),
    levers: z
      .array(lever)
      .max(50)
      .default([])
      .describe("what may be done to a figure of the world, at what cost"),
    rulesets: z
      .array(z.unknown())
      .max(60)
      .default([])
      .describe("rulesets of this scenario only, written in full as in a ruleset file"),
    parameters: z
      .record(camelName, literal)
      .default({})
      .describe("values for every policy whose rulesets declare them; a policy's own values come first"),
    policies: z.array(policy).min(1).max(64).describe("terms to compare; differences are from the first"),
    contracts: contractsSchema
      .optional()
      .describe("several contracts of one provider; measures are of their sum; one where left out"),
    variants: z.array(variant).max(50).default([]).describe("named changes: a stress, a sensitivity"),
  })
  .describe(
    "A world of one contract, or of several of one provider, and the policies compared in it; every figure with its source.",
  );

/** A scenario with every default filled in. */
export type Scenario = z.output<typeof scenarioSchema>;
export type PolicySpec = Scenario["policies"][number];
export type LeverSpec = Scenario["levers"][number];
export type StageSpec = Scenario["delivery"]["stages"][number];
