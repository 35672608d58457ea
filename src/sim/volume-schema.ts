import { z } from "zod";
import { camelName } from "../engine/names.ts";
import { figureSchema } from "./figure.ts";
import { factor, share } from "./schema-parts.ts";

/** How many people are referred, month by month: what was indicated, and why it comes out otherwise. */
export const volumeSchema = z
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
      .strictObject({
        distribution: factor.describe("its law, of mean 1"),
        scope: z.enum(["contract", "month"]).describe("drawn once, or anew each month"),
      })
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
      .strictObject({
        chancePerMonth: share.describe("chance that one begins"),
        months: z.int().min(1).max(60).describe("how long it lasts"),
      })
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
