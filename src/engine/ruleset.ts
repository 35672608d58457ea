import { z } from "zod";
import { amountSchema } from "./amount-schema.ts";
import { conditionSchema, rootConditionSchema } from "./condition-schema.ts";
import { hitPolicies } from "./hit-policy.ts";
import { kinds } from "./kind.ts";
import { camelName, day, kebabName, sentence } from "./names.ts";

const literal = z.union([z.number().finite(), z.boolean(), z.string().max(60)]);

const factType = z
  .enum(["number", "boolean", "enum"])
  .default("number")
  .describe("a number, yes or no, or one of a list of words");
const least = z.number().finite().optional().describe("the least that it can be");
const most = z.number().finite().optional().describe("the most that it can be");

const source = z.strictObject({
  document: sentence.describe("the document that the term comes from"),
  section: z.string().max(200).optional().describe("where in the document"),
  url: z
    .string()
    .max(500)
    .regex(/^https?:\/\//, "an address that begins with http:// or https://")
    .optional()
    .describe("where the document is on the web"),
  quote: z.string().max(400).optional().describe("its own words"),
});

const parameter = z
  .strictObject({
    type: factType,
    values: z.array(z.string().max(60)).min(1).max(50).optional().describe("the words of an enum"),
    default: literal.describe("its value where a policy sets none; money in pounds"),
    unit: z
      .string()
      .min(1)
      .max(40)
      .describe("money is in `pounds`; others: share, month, months, days, people, …"),
    min: least,
    max: most,
    scaled: z
      .boolean()
      .default(false)
      .describe("a unit price: a basis of comparison multiplies it by priceScale"),
    sentence: sentence.describe("what it is, for readers"),
  })
  .describe("a figure that a policy may set");

const fact = z
  .strictObject({
    type: factType,
    values: z.array(z.string().max(60)).min(1).max(50).optional().describe("the words of an enum"),
    unit: z
      .string()
      .min(1)
      .max(40)
      .describe("`pence` where the name ends in Pence; else people, share, months, …"),
    min: least,
    max: most,
    default: literal.describe("its value where nothing gives it another"),
    sentence: sentence.describe("what it is, for readers"),
    from: z
      .enum(["scenario", "set"])
      .describe("scenario: the world gives it; set: a `set` event of a ruleset gives it"),
    optional: z
      .boolean()
      .optional()
      .describe("nothing is noted where no ruleset of the policy gives it, so that it keeps its default"),
  })
  .describe("a fact that this file reads beyond the dictionary, or sets");

const window = z
  .union([
    z.enum(["contract", "contractYear", "financialYear"]),
    z.strictObject({ months: z.int().min(1).max(120).describe("this month included") }),
  ])
  .describe("the time a sum or count runs over; the whole contract where left out");

const tracked = z
  .union([
    z
      .strictObject({ value: amountSchema.describe("worked out anew each month") })
      .describe("an amount, worked out anew each month"),
    z.strictObject({ sum: amountSchema.describe("added up month by month"), over: window.optional() }),
    z
      .strictObject({ count: conditionSchema.describe("months in which it held"), over: window.optional() })
      .describe("months in which it held"),
    z
      .strictObject({ consecutive: conditionSchema.describe("months running in which it has held") })
      .describe("months running in which it has held, to this one"),
    z
      .strictObject({ latch: conditionSchema.describe("has it ever held?") })
      .describe("has it held in any month so far?"),
    z
      .strictObject({ firstMonth: conditionSchema.describe("when it first held") })
      .describe("the first month in which it held; 0 if not yet"),
  ])
  .describe("a fact that remembers, declared and not coded");

const event = z.strictObject({
  type: z
    .enum(["pay", "set", "end", "score", "exclude", "ask"])
    .describe(
      "pay owes an amount, set gives a fact a value, end ends the contract after this month; of an offer: score gives points, exclude leaves it out, ask asks the bidder to explain",
    ),
  params: z
    .strictObject({
      output: camelName.describe(
        "the payment, the fact that is set, the ground of the end, the points, or why an offer is left out",
      ),
      amount: z
        .union([amountSchema, z.boolean(), z.string().max(60)])
        .optional()
        .describe("how much is owed, or the value that is set"),
      termDays: z
        .union([z.int().min(0).max(3650), z.strictObject({ param: camelName })])
        .optional()
        .describe(
          "days from the end of the month to the payment; the scenario's payment term where left out",
        ),
    })
    .describe("what the effect is on, and how much"),
});

const rule = z.strictObject({
  name: z.string().min(1).max(120).describe("its name, unique in its file"),
  conditions: rootConditionSchema.describe("json-rules-engine's conditions: when the rule holds"),
  event: event.describe("what follows where it holds"),
  priority: z.int().min(1).max(1000).default(1).describe("which rule counts under the hit policy `priority`"),
});

const stage = z.strictObject({
  hitPolicy: z.enum(hitPolicies).describe("what counts where several rules hold on one output (DMN's words)"),
  rules: z.array(rule).min(1).max(200).describe("rules, in the order in which they are read"),
  otherwise: z
    .array(event)
    .max(50)
    .default([])
    .describe("effects for outputs that no rule of the stage hits"),
});

const factsByName = {
  error: ({ code }: { readonly code?: string }) =>
    code === "invalid_type" ? "facts by name, or {} where none is given" : undefined,
};
const facts = z.record(camelName, literal, factsByName);

export const exampleSchema = z.strictObject({
  name: z.string().min(1).max(120).describe("what the example shows"),
  given: z
    .union([
      facts,
      z.strictObject(
        { months: z.array(facts).min(1).max(120).describe("facts month by month") },
        factsByName,
      ),
    ])
    .describe("facts by name, tracked ones included; parameters in pounds, facts in pence"),
  expect: z
    .record(camelName, z.union([literal, z.null()]))
    .describe("`end`: ground or null; facts set; `…Pence` owed"),
  because: sentence.describe("why, for readers"),
});

/** A ruleset file: an envelope around plain json-rules-engine rules. */
export const rulesetSchema = z
  .strictObject({
    $schema: z.string().max(300).optional().describe("where this schema is, for editors"),
    $comment: z
      .union([z.string().max(1000), z.array(z.string().max(1000)).max(50)])
      .optional()
      .describe("a note for those who read the file"),
    id: kebabName.describe("its name in policies: lower-case words joined by hyphens"),
    kind: z.enum(kinds).describe("what the term does, in a contract or in an award; kinds run in this order"),
    version: z
      .string()
      .regex(/^\d+\.\d+\.\d+$/, "a version as 1.0.0")
      .describe("raised when what is owed changes"),
    title: z.string().min(1).max(200).describe("the term in one line"),
    sentence: sentence.optional().describe("what the term does, for readers"),
    source: z.array(source).min(1).max(20).describe("the documents that the term comes from"),
    validFrom: day.describe("the first contract start that it may be used for"),
    validTo: day.optional().describe("the last contract start that it may be used for"),
    parameters: z.record(camelName, parameter).default({}).describe("figures that a policy may set, by name"),
    facts: z.record(camelName, fact).default({}).describe("facts beyond the dictionary, by name"),
    tracked: z.record(camelName, tracked).default({}).describe("facts that remember, by name"),
    stages: z
      .array(stage)
      .min(1)
      .max(20)
      .describe("rules in stages: what a stage gives is a fact of the next"),
    examples: z.array(exampleSchema).max(100).default([]).describe("cases that hold, worked out in two ways"),
  })
  .describe("A clause of a contract as rules: what is owed, set or ended, when, on which source.");

/** A ruleset as written, before defaults. */
export type RulesetSpec = z.input<typeof rulesetSchema>;
/** A ruleset with every default filled in. */
export type Ruleset = z.output<typeof rulesetSchema>;
export type Parameter = Ruleset["parameters"][string];
export type TrackedSpec = Ruleset["tracked"][string];
export type Stage = Ruleset["stages"][number];
export type Rule = Stage["rules"][number];
export type Effect = Rule["event"];
export type Example = Ruleset["examples"][number];
export type Window = "contract" | "contractYear" | "financialYear" | { readonly months: number };
