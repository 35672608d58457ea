import { z } from "zod";
import { kebabName } from "../engine/names.ts";

const change = z
  .record(z.string().max(120), z.unknown())
  .default({})
  .describe("dotted path of the scenario → what it is for this contract");

/** Several contracts of one provider: each is the scenario with its own changes, on luck of its own but for what is common. */
export const contractsSchema = z
  .strictObject({
    common: z
      .array(z.string().max(120))
      .max(100)
      .default([])
      .describe(
        "figures drawn once for all contracts, e.g. volume.factors.market; all others once a contract",
      ),
    count: z.int().min(2).max(200).optional().describe("so many contracts that are all alike"),
    each: z
      .array(
        z.strictObject({
          id: kebabName.describe("its name in results"),
          title: z.string().min(1).max(200).optional().describe("its name for readers"),
          change,
        }),
      )
      .min(1)
      .max(200)
      .optional()
      .describe("the contracts one by one, each with what is its own"),
  })
  .refine((c) => (c.count === undefined) !== (c.each === undefined), "one of count and each");
