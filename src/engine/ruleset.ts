import { z } from "zod";
import { amountSchema } from "./amount-schema.ts";
import { conditionSchema, rootConditionSchema } from "./condition-schema.ts";
import { hitPolicies } from "./hit-policy.ts";
import { contractKinds } from "./kind.ts";
import { camelName, day, kebabName, sentence } from "./names.ts";

const literal = z.union([z.number().finite(), z.boolean(), z.string().max(60)]);

const source = z.strictObject({
  document: sentence,
  section: z.string().max(200).optional(),
  url: z
    .string()
    .max(500)
    .regex(/^https?:\/\//, "an address that begins with http:// or https://")
    .optional(),
  quote: z.string().max(400).optional(),
});

const parameter = z
  .strictObject({
    type: z.enum(["number", "boolean", "enum"]).default("number"),
    values: z.array(z.string().max(60)).min(1).max(50).optional().describe("the words of an enum"),
    default: literal,
    unit: z
      .string()
      .min(1)
      .max(40)
      .describe("money is in `pounds`; others: share, month, months, days, people, …"),
    min: z.number().finite().optional(),
    max: z.number().finite().optional(),
    scaled: z
      .boolean()
      .default(false)
      .describe("a unit price: a basis of comparison multiplies it by priceScale"),
    sentence,
  })
  .describe("a figure that a policy may set");

const fact = z
  .strictObject({
    type: z.enum(["number", "boolean", "enum"]).default("number"),
    values: z.array(z.string().max(60)).min(1).max(50).optional(),
    unit: z.string().min(1).max(40),
    min: z.number().finite().optional(),
    max: z.number().finite().optional(),
    default: literal,
    sentence,
    from: z
      .enum(["scenario", "set"])
      .describe("scenario: the world gives it; set: a `set` event of a ruleset gives it"),
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
    z.strictObject({ value: amountSchema }).describe("an amount, worked out anew each month"),
    z.strictObject({ sum: amountSchema, over: window.optional() }),
    z.strictObject({ count: conditionSchema, over: window.optional() }).describe("months in which it held"),
    z
      .strictObject({ consecutive: conditionSchema })
      .describe("months running in which it has held, to this one"),
    z.strictObject({ latch: conditionSchema }).describe("has it held in any month so far?"),
    z
      .strictObject({ firstMonth: conditionSchema })
      .describe("the first month in which it held; 0 if not yet"),
  ])
  .describe("a fact that remembers, declared and not coded");

const event = z.strictObject({
  type: z.enum(["pay", "set", "end", "score"]),
  params: z.strictObject({
    output: camelName,
    amount: z.union([amountSchema, z.boolean(), z.string().max(60)]).optional(),
    termDays: z
      .union([z.int().min(0).max(3650), z.strictObject({ param: camelName })])
      .optional()
      .describe("days from the end of the month to the payment; the scenario's payment term where left out"),
  }),
});

const rule = z.strictObject({
  name: z.string().min(1).max(120),
  conditions: rootConditionSchema,
  event,
  priority: z.int().min(1).max(1000).default(1).describe("which rule counts under the hit policy `priority`"),
});

const stage = z.strictObject({
  hitPolicy: z.enum(hitPolicies),
  rules: z.array(rule).min(1).max(200),
  otherwise: z
    .array(event)
    .max(50)
    .default([])
    .describe("effects for outputs that no rule of the stage hits"),
});

const facts = z.record(camelName, literal);

const example = z.strictObject({
  name: z.string().min(1).max(120),
  given: z.union([facts, z.strictObject({ months: z.array(facts).min(1).max(120) })]),
  expect: z
    .record(camelName, z.union([literal, z.null()]))
    .describe("`end`: ground or null; facts set; `…Pence` owed"),
  because: sentence,
});

/** A ruleset file: an envelope around plain json-rules-engine rules. */
export const rulesetSchema = z
  .strictObject({
    $schema: z.string().max(300).optional(),
    id: kebabName,
    kind: z.enum(contractKinds),
    version: z.string().regex(/^\d+\.\d+\.\d+$/, "a version as 1.0.0"),
    title: z.string().min(1).max(200),
    sentence: sentence.optional().describe("what the term does, for readers"),
    source: z.array(source).min(1).max(20),
    validFrom: day,
    validTo: day.optional(),
    parameters: z.record(camelName, parameter).default({}),
    facts: z.record(camelName, fact).default({}),
    tracked: z.record(camelName, tracked).default({}),
    stages: z.array(stage).min(1).max(20),
    examples: z.array(example).max(100).default([]),
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
