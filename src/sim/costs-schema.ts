import { z } from "zod";
import { camelName } from "../engine/names.ts";
import { month, months, pounds, share } from "./schema-parts.ts";

const posts = z.strictObject({
  count: z
    .number()
    .min(0)
    .max(1e4)
    .multipleOf(0.5)
    .describe("whole or half posts while the contract delivers"),
  costPerYear: pounds.describe("a whole post's cost a year, in pounds"),
  firstMonth: month.default(1).describe("first month in which posts are paid"),
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
      decisionMonths: months.default(1).describe("months to decide"),
      noticeMonths: months.default(1).describe("months of notice"),
    })
    .optional()
    .describe("posts given up when too few are referred"),
  redeployableShare: share.optional().describe("share of a released post's cost that is saved in its notice"),
  noticeMonths: months.default(1).describe("months of post cost that run on after an early end"),
});

/** The provider's costs: set-up, staff in posts, months, people, and an early end. */
export const costsSchema = z
  .strictObject({
    setUp: z
      .union([
        pounds,
        z
          .array(
            z.strictObject({
              month: month.describe("month in which it is spent"),
              pounds: pounds.describe("how much"),
              what: z.string().max(200).optional().describe("what it is spent on"),
            }),
          )
          .max(60),
      ])
      .optional()
      .describe(
        "set-up cost: one figure spread evenly over the lead-in (month 1 without one), or items by month",
      ),
    perMonth: pounds
      .optional()
      .describe("fixed cost a month from month 1 (or `perMonthFrom`) to the last referral month"),
    perMonthFrom: month.default(1).describe("first month of `perMonth`"),
    trackingPerMonth: pounds
      .optional()
      .describe("cost a month of outcome tracking, after the last referral month"),
    perReferral: pounds.optional().describe("cost of each person referred"),
    perStart: pounds.optional().describe("cost of each person who starts"),
    perOutcome: z
      .record(camelName, pounds)
      .default({})
      .describe("support and evidence for each outcome, by stage"),
    posts: posts.optional().describe("staff in whole or half posts"),
    onEarlyEnd: pounds
      .optional()
      .describe("redundancy and other unavoidable cost when the contract ends early"),
    fixedShare: z
      .strictObject({
        value: share.describe("the share, which may be a distribution"),
        central: z.number().gt(0).lt(1).describe("the share at which costs are as stated"),
        source: z.string().max(1000).optional().describe("the document that the figure comes from"),
        judgement: z.string().max(1000).optional().describe("why we think so, where no source says it"),
        derived: z.string().max(1000).optional().describe("how the figure follows from sourced figures"),
      })
      .optional()
      .describe(
        "share of cost that is fixed: scales posts and months by value/central, people by (1 − value)/(1 − central)",
      ),
  })
  .describe("the provider's costs, in pounds");
