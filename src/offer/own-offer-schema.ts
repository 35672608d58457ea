import { z } from "zod";
import { penceOf } from "../engine/money.ts";
import { camelName, kebabName } from "../engine/names.ts";

/** Pounds as people write them, at most two decimals. */
const pounds = z
  .number()
  .finite()
  .min(0)
  .max(1e9)
  .refine((value) => penceOf(value) !== undefined, {
    params: { problem: { noun: "value", expected: "pounds with at most two decimals" } },
  });

const per100 = z.number().min(0).max(100);
const months = z.int().min(0).max(120);
const line = z.string().min(1).max(200);
const ownView = z.number().min(0).max(1000);

/**
 * A provider's own offer, to be tested before it is made. What is left out stays as the scenario has it; money in
 * pounds, people as so many of 100.
 */
export const ownOfferSchema = z
  .strictObject({
    $schema: z.string().max(300).optional().describe("where this schema is, for editors"),
    id: kebabName.describe("its name: lower-case words joined by hyphens"),
    provider: line.describe("the organisation that would make the offer"),
    title: line.optional().describe("the offer in one line"),
    scenario: kebabName.describe("the shipped scenario whose contract and whose luck it is tested in"),
    terms: kebabName.optional().describe("the policy whose terms apply; the scenario's first where left out"),
    contract: z
      .strictObject({
        leadInMonths: months.optional().describe("months from award until you can take people"),
        referralsPerMonth: z.number().min(0).max(100_000).optional().describe("referrals a month indicated"),
        referralMonths: z.int().min(1).max(120).optional().describe("months in which people are referred"),
        places: z.int().min(0).max(1_000_000).optional().describe("places called off"),
        paymentTermDays: z.int().min(0).max(365).optional().describe("days until an invoice is paid"),
        value: pounds.optional().describe("the most that the contract can pay; left out: what is planned"),
      })
      .prefault({})
      .describe("the contract that you would sign"),
    referrals: z
      .strictObject({
        lowPer100: ownView.describe("of 100 referrals indicated, how many come when few come"),
        likelyPer100: ownView.describe("how many most likely come"),
        highPer100: ownView.describe("how many come when many come"),
      })
      .optional()
      .describe("your own view of referrals; left out: the scenario's"),
    delivery: z
      .strictObject({
        startsPer100: per100.optional().describe("of 100 people referred, how many start"),
        outcomesPer100: z
          .record(camelName, per100)
          .default({})
          .describe("of 100 people who start, how many reach each outcome"),
      })
      .prefault({})
      .describe("what you expect to deliver"),
    prices: z.record(camelName, pounds).default({}).describe("your unit prices, by parameter of the terms"),
    costs: z
      .strictObject({
        setUp: pounds.optional().describe("cost before the first person comes"),
        posts: z.number().min(0).max(1000).multipleOf(0.5).optional().describe("whole or half posts"),
        postCostPerYear: pounds.optional().describe("a whole post's cost a year"),
        postsToLetGo: z
          .number()
          .min(0)
          .max(1000)
          .multipleOf(0.5)
          .optional()
          .describe("posts let go, or put to other work, when few people come"),
        perMonth: pounds.optional().describe("other fixed cost a month"),
        trackingPerMonth: pounds.optional().describe("cost a month after the last referrals"),
        perReferral: pounds.optional().describe("cost of each person referred"),
        perStart: pounds.optional().describe("cost of each person who starts"),
        perOutcome: z.record(camelName, pounds).default({}).describe("cost of each outcome"),
        onEarlyEnd: pounds.optional().describe("redundancy and other cost if the contract ends early"),
      })
      .prefault({})
      .describe("what it costs you"),
    limits: z
      .strictObject({
        cash: pounds.describe("the most of your own cash that can be tied up in it"),
        overdraft: pounds.optional().describe("what the bank would lend on top"),
        loss: pounds.describe("the most that you can bear to lose on it"),
        marginPercent: z
          .number()
          .min(-100)
          .max(100)
          .default(0)
          .describe("margin you need, per cent of income"),
        oneIn: z
          .int()
          .min(2)
          .max(1000)
          .default(20)
          .describe("how rare a broken limit must be: one future in this many"),
      })
      .describe("your own limits"),
    before: z
      .strictObject({
        bidCost: pounds.default(0).describe("what it costs to prepare and make the offer"),
        callOffPer100: per100.default(100).describe("of 100 such offers, how many become a contract"),
        lowMonths: months.default(0).describe("months from offer to contract, when it is quick"),
        likelyMonths: months.default(0).describe("months from offer to contract, most likely"),
        highMonths: months.default(0).describe("months from offer to contract, when it is slow"),
        holdingPerMonth: pounds.default(0).describe("cost a month of holding capacity open while you wait"),
        standingOffers: z
          .int()
          .min(1)
          .max(100)
          .default(1)
          .describe("offers like this one that stand at once"),
        mostAtOnce: z
          .int()
          .min(1)
          .max(100)
          .optional()
          .describe("contracts like this that you can run at once"),
      })
      .optional()
      .describe("what comes before the contract; left out: nothing"),
  })
  .describe("A provider's own offer, to be tested before it is made.");

/** An offer with every default filled in. */
export type OwnOffer = z.output<typeof ownOfferSchema>;
