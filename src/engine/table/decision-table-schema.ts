import { z } from "zod";
import { amountSchema } from "../amount-schema.ts";
import { hitPolicies } from "../hit-policy.ts";
import { camelName } from "../names.ts";
import { rulesetSchema } from "../ruleset.ts";

/** DMN's letters for hit policies (OMG DMN 1.5, section 8.2.8), each with our words for it. */
export const hitPolicyLetters = {
  U: "unique",
  A: "any",
  F: "first",
  P: "priority",
  C: "collect sum",
  "C+": "collect sum",
  "C<": "collect min",
  "C>": "collect max",
  "C#": "collect count",
  R: "rule order",
  O: "output order",
} as const satisfies Record<string, (typeof hitPolicies)[number]>;

const letters = Object.keys(hitPolicyLetters) as (keyof typeof hitPolicyLetters)[];

const cellWords = 'a number, a word, true or false, or "-" where there is nothing to say';

const plain = z.union([z.number(cellWords).finite(), z.boolean(cellWords), z.string(cellWords).max(200)]);

const cell = z
  .union([plain, z.array(plain).min(1).max(100), amountSchema])
  .describe("an input: - 5 < 5 [1..5] words not(…); an output: a number, a word, true, -, or an amount");

/** Words for a value that is of another kind altogether, in place of the schema's own. */
const insteadOf = (expected: string) => ({
  error: ({ code }: { readonly code?: string }) => (code === "invalid_type" ? expected : undefined),
});

const rowWords = "a list of cells, or { name, priority, cells }";

const cells = z
  .array(cell, insteadOf(rowWords))
  .min(1)
  .max(100)
  .describe("one cell for each input, then one for each output");

const termDays = z
  .union([z.int().min(0).max(3650), z.strictObject({ param: camelName })])
  .optional()
  .describe("days from the end of the month to the payment; the scenario's payment term where left out");

const per = camelName.optional().describe("numbers in this column are multiplied by this fact");

// DMN's default output entry (OMG DMN 1.5, section 8.3: OutputClause), of each output apart.
const otherwise = cell
  .optional()
  .describe("what the column gives where no row gives anything: an output cell; no default where left out");

const header = insteadOf("{ pay: output }, { set: fact } or { end: ground }");

const output = z
  .union([
    z.strictObject(
      {
        pay: camelName.describe("the payment, in pounds"),
        per,
        scaled: z.boolean().default(false).describe("unit prices: a basis of comparison scales them"),
        termDays,
        otherwise,
      },
      header,
    ),
    z.strictObject({ set: camelName.describe("the fact that is set"), per, termDays, otherwise }, header),
    z.strictObject(
      {
        end: camelName.describe("the ground on which the contract ends; cells are true or -"),
        otherwise,
      },
      header,
    ),
  ])
  .describe("what a column of outputs is on");

const row = z
  .union([
    cells,
    z.strictObject(
      {
        name: z.string().min(1).max(100).optional().describe("its name; else row 1, row 2, …"),
        priority: z
          .int()
          .min(1)
          .max(1000)
          .optional()
          .describe("which row counts under the policy `priority`"),
        cells,
      },
      insteadOf(rowWords),
    ),
  ])
  .describe("one rule of the table: its cells, or a name and priority with them");

// Any text passes here: what is no name of a fact is told so with what is near, or what to do instead.
const inputName = z.string().min(1).max(200);

const policyWords = `one of ${hitPolicies.join(", ")}, or DMN's ${letters.join(", ")}`;

/** A DMN decision table in a plain form: the envelope of a ruleset, and a table in place of stages. */
export const decisionTableSchema = rulesetSchema
  .omit({ stages: true })
  .extend({
    hitPolicy: z
      .enum([...hitPolicies, ...letters], policyWords)
      .describe("what counts where several rows hold on one output: DMN's words or letters"),
    inputs: z
      .array(
        z.union([inputName, z.strictObject({ fact: inputName })]),
        insteadOf("a list of facts; [] where the table asks nothing"),
      )
      .max(50)
      .describe("the facts that the first columns are on"),
    outputs: z
      .array(output, insteadOf("a list of columns, as [{ pay: output }]"))
      .min(1)
      .max(20)
      .describe("what the columns after them give"),
    rules: z.array(row, insteadOf("a list of rows")).min(1).max(200).describe("the rows of the table"),
  })
  .describe("A clause of a contract as a decision table: which case, what is owed, set or ended.");

export type DecisionTable = z.output<typeof decisionTableSchema>;
export type TableOutput = DecisionTable["outputs"][number];
export type TableCell = z.output<typeof cell>;
