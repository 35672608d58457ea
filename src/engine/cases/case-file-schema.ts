import { z } from "zod";
import { kebabName } from "../names.ts";
import { exampleSchema } from "../ruleset.ts";

const oneCase = exampleSchema
  .extend({
    ruleset: kebabName.describe("the id of a ruleset of the library, or of a file in the same folder"),
  })
  .describe("what a ruleset gives by these facts, and why");

const cases = z.array(oneCase).min(1).max(500).describe("cases, each worked out in two ways");

/** A case file: a list of cases, or the same under `cases`. */
export const caseFileSchema = z
  .union([
    cases,
    z.strictObject({
      $schema: z.string().max(300).optional().describe("where this schema is, for editors"),
      cases,
    }),
  ])
  .describe("Cases that rulesets must meet, written by anyone.");

/** One case: an example of a ruleset that stands in a file of its own. */
export type Case = z.output<typeof oneCase>;
