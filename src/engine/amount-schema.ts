import { z } from "zod";
import type { AmountSpec } from "./amount.ts";
import { roundingModes } from "./money.ts";
import { camelName } from "./names.ts";

const number = z.number().finite();
const word = z.union([number, z.string().max(60), z.boolean()]);

/** The JSON form of an amount: numbers, facts, parameters and the operations of `amount.ts`. */
export const amountSchema: z.ZodType<AmountSpec> = z.lazy(() => amounts);

const amounts = z
  .union([
    number,
    z.strictObject({ fact: camelName }).describe("the value of a fact this month"),
    z.strictObject({ param: camelName }).describe("the value of a parameter"),
    z.strictObject({ add: z.array(amountSchema).min(1).max(20) }).describe("the sum"),
    z.strictObject({ sub: z.array(amountSchema).min(2).max(20) }).describe("the first less all the others"),
    z.strictObject({ mul: z.array(amountSchema).min(1).max(20) }).describe("the product"),
    z
      .strictObject({ div: z.array(amountSchema).length(2), otherwise: amountSchema })
      .describe("the first over the second; `otherwise` where the second is 0"),
    z.strictObject({ min: z.array(amountSchema).min(1).max(20) }).describe("the least"),
    z.strictObject({ max: z.array(amountSchema).min(1).max(20) }).describe("the greatest"),
    z.strictObject({ clamp: z.array(amountSchema).length(3) }).describe("value, lowest, highest"),
    z
      .strictObject({ round: amountSchema, mode: z.enum(roundingModes as [never, ...never[]]).optional() })
      .describe("in whole units; a half goes away from 0 unless `mode` says otherwise"),
    z.strictObject({
      tiers: z.strictObject({
        of: amountSchema,
        bands: z
          .array(z.strictObject({ upTo: amountSchema.optional(), rate: amountSchema }))
          .min(1)
          .max(50),
      }),
    }),
    z.strictObject({
      table: z.strictObject({
        of: amountSchema,
        rows: z
          .array(z.strictObject({ is: word.optional(), upTo: amountSchema.optional(), value: amountSchema }))
          .min(1)
          .max(200),
        otherwise: amountSchema,
      }),
    }),
    z
      .strictObject({ instalment: z.array(amountSchema).length(3) })
      .describe("total, k, n: the k-th of n parts that sum to the total"),
  ])
  .meta({
    id: "Amount",
    description: "an amount: a number, a fact, a parameter, or an operation on amounts",
  }) as z.ZodType<AmountSpec>;
