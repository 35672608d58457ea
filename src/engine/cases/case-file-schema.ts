import { z } from "zod";
import { exampleSchema } from "../ruleset.ts";

/** One case of a file, by its shape. */
export const caseSchema = exampleSchema
  .extend({
    // Any text passes here: what is no ruleset is told so with what is near.
    ruleset: z
      .string()
      .min(1)
      .max(200)
      .describe("the id of a ruleset of the library, or of a file in the same folder"),
    expect: exampleSchema.shape.expect.refine((expected) => Object.keys(expected).length > 0, {
      params: {
        problem: { noun: "expectation", expected: "at least one fact that the ruleset gives, or end" },
      },
    }),
  })
  .describe("what a ruleset gives by these facts, and why");

/** A file has no more cases than that. */
export const mostCases = 500;

const cases = z
  .array(caseSchema, "a list of cases")
  .min(1, "at least one case")
  .max(mostCases)
  .describe("cases, each worked out in two ways");

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
export type Case = z.output<typeof caseSchema>;
