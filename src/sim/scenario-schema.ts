import { z } from "zod";
import { camelName, day, kebabName, sentence } from "../engine/names.ts";
import { figureSchema } from "./figure.ts";

const share = figureSchema({ min: 0, max: 1 });
const factor = figureSchema({ min: 0, max: 1e6 });
const pounds = figureSchema({ min: 0, max: 1e10, money: true });
const months = z.int().min(0).max(120);
const month = z.int().min(1).max(240);
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
    lastReferralMonth: month,
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

const volume = z
  .strictObject({
    indicative: z
      .union([
        z.number().finite().min(0).max(1e6),
        z.array(z.number().finite().min(0).max(1e6)).min(1).max(240),
        z.strictObject({
          value: z.union([
            z.number().finite().min(0).max(1e6),
            z.array(z.number().finite().min(0).max(1e6)).min(1).max(240),
          ]),
          source: z.string().max(1000).optional(),
          derived: z.string().max(1000).optional(),
          judgement: z.string().max(1000).optional(),
          url: z.string().max(500).optional(),
        }),
      ])
      .describe(
        "referrals a month that the requirement indicates, from the first referral month; a list's last value goes on",
      ),
    factors: z
      .record(camelName, factor)
      .default({})
      .describe("causes of volume, drawn once a contract; their product multiplies the indicative volume"),
    overDispersion: z
      .strictObject({ distribution: factor, scope: z.enum(["contract", "month"]) })
      .optional()
      .describe("a factor of mean 1 on top, drawn once a contract or anew each month"),
    ramp: z
      .array(z.number().finite().min(0).max(100))
      .min(1)
      .max(240)
      .optional()
      .describe(
        "multiplies what happens, month by month from the first referral month; the last value goes on",
      ),
    season: z
      .array(z.number().finite().min(0).max(100))
      .length(12)
      .optional()
      .describe("multiplies what happens, January to December"),
    chanceOfNone: share.optional().describe("chance that no referral ever comes"),
    suspension: z
      .strictObject({ chancePerMonth: share, months: z.int().min(1).max(60) })
      .optional()
      .describe("chance a month that the commissioner suspends referrals, and for how long"),
    counts: z
      .enum(["poisson", "certain"])
      .default("poisson")
      .describe("certain: exactly the mean, to the nearest person"),
    places: z
      .int()
      .min(0)
      .max(1e6)
      .optional()
      .describe("places called off; referrals beyond them are refused and counted"),
    capacityPerMonth: z
      .int()
      .min(0)
      .max(1e6)
      .optional()
      .describe("referrals that the provider can take in a month; more are lost"),
    readyDelayMonths: figureSchema({ min: 0, max: 60 })
      .optional()
      .describe("months by which the provider is ready later than planned"),
  })
  .describe("how many people are referred");

const stage = z.strictObject({
  id: camelName,
  title: z.string().max(200).optional(),
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

const delivery = z
  .strictObject({
    startRate: share.describe("share of referrals who start"),
    stages: z.array(stage).max(20).default([]),
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

const posts = z.strictObject({
  count: z
    .number()
    .min(0)
    .max(1e4)
    .multipleOf(0.5)
    .describe("whole or half posts while the contract delivers"),
  costPerYear: pounds.describe("a whole post's cost a year, in pounds"),
  firstMonth: month.default(1),
  lastMonth: month.optional().describe("default: the last referral month"),
  release: z
    .strictObject({
      below: z
        .number()
        .min(0)
        .max(1)
        .describe("share of the indicative volume of three months under which a post is released"),
      step: z.number().min(0.5).max(1e4).multipleOf(0.5).default(0.5).describe("posts released at a time"),
      most: z.number().min(0.5).max(1e4).multipleOf(0.5).default(0.5).describe("posts released at most"),
      decisionMonths: months.default(1),
      noticeMonths: months.default(1),
    })
    .optional(),
  redeployableShare: share.optional().describe("share of a released post's cost that is saved in its notice"),
  noticeMonths: months.default(1).describe("months of post cost that run on after an early end"),
});

const costs = z
  .strictObject({
    setUp: z
      .union([
        pounds,
        z.array(z.strictObject({ month, pounds, what: z.string().max(200).optional() })).max(60),
      ])
      .optional()
      .describe(
        "set-up cost: one figure spread evenly over the lead-in (month 1 without one), or items by month",
      ),
    perMonth: pounds
      .optional()
      .describe("fixed cost a month from month 1 (or `perMonthFrom`) to the last referral month"),
    perMonthFrom: month.default(1),
    trackingPerMonth: pounds
      .optional()
      .describe("cost a month of outcome tracking, after the last referral month"),
    perReferral: pounds.optional(),
    perStart: pounds.optional(),
    perOutcome: z
      .record(camelName, pounds)
      .default({})
      .describe("support and evidence for each outcome, by stage"),
    posts: posts.optional(),
    onEarlyEnd: pounds
      .optional()
      .describe("redundancy and other unavoidable cost when the contract ends early"),
    fixedShare: z
      .strictObject({
        value: share,
        central: z.number().gt(0).lt(1),
        source: z.string().max(1000).optional(),
        judgement: z.string().max(1000).optional(),
        derived: z.string().max(1000).optional(),
      })
      .optional()
      .describe(
        "share of cost that is fixed: scales posts and months by value/central, people by (1 − value)/(1 − central)",
      ),
  })
  .describe("the provider's costs, in pounds");

const provider = z
  .strictObject({
    reserves: pounds.optional(),
    overdraft: pounds.optional(),
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
    budgetPerFinancialYear: pounds.optional(),
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
  type: z.enum(["number", "boolean"]).default("boolean"),
  value: figureSchema(),
  each: z.enum(["contract", "month"]).default("contract"),
  unit: z.string().min(1).max(40).default("yes or no"),
  sentence,
});

const lever = z
  .strictObject({
    id: kebabName,
    title: z.string().min(1).max(200),
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
  id: kebabName,
  title: z.string().min(1).max(200),
  sentence: sentence.optional(),
  rulesets: z
    .array(kebabName)
    .max(40)
    .describe("ids of library rulesets, or of rulesets written under `rulesets:`"),
  parameters: z
    .record(camelName, literal)
    .default({})
    .describe("values for the rulesets' parameters; money in pounds"),
  levers: z.array(kebabName).max(20).default([]),
});

const variant = z.strictObject({
  id: kebabName,
  title: z.string().min(1).max(200),
  change: z.record(z.string().max(120), z.unknown()).describe("dotted path of the scenario → its new value"),
});

/** A scenario file: a world and the policies compared in it. */
export const scenarioSchema = z
  .strictObject({
    $schema: z.string().max(300).optional(),
    id: kebabName,
    title: z.string().min(1).max(200),
    summary: z.string().max(4000).default("").describe("what the scenario is, for readers"),
    limits: z.array(sentence).max(50).default([]).describe("what it leaves out"),
    contractStart: day.describe("the first day of month 1"),
    counts: z
      .enum(["drawn", "expected"])
      .default("drawn")
      .describe("expected: people by their means, fractional, payments unrounded"),
    seed: z.string().min(1).max(200).default("1"),
    paths: z.int().min(1).max(100_000_000).default(10_000),
    contract,
    volume,
    delivery,
    costs: costs.prefault({}),
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
        measure: z.enum(["meanMargin", "probabilityOfLoss"]).default("meanMargin"),
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
    levers: z.array(lever).max(50).default([]),
    rulesets: z
      .array(z.unknown())
      .max(60)
      .default([])
      .describe("rulesets of this scenario only, written in full as in a ruleset file"),
    parameters: z
      .record(camelName, literal)
      .default({})
      .describe("values for every policy whose rulesets declare them; a policy's own values come first"),
    policies: z.array(policy).min(1).max(64),
    variants: z.array(variant).max(50).default([]).describe("named changes: a stress, a sensitivity"),
  })
  .describe("A world of one contract and the policies compared in it; every figure with its source.");

/** A scenario with every default filled in. */
export type Scenario = z.output<typeof scenarioSchema>;
export type PolicySpec = Scenario["policies"][number];
export type LeverSpec = Scenario["levers"][number];
export type StageSpec = Scenario["delivery"]["stages"][number];
