import { z } from "zod";
import type { Condition } from "./condition.ts";
import { camelName } from "./names.ts";
import { operatorNames } from "./operators.ts";

const literal = z.union([z.number().finite(), z.boolean(), z.string().max(60)]);

/** json-rules-engine's conditions: `all`, `any`, `not` and comparisons; no `path`, `params` or decorators. */
export const conditionSchema: z.ZodType<Condition> = z.lazy(() => conditions);

const conditions = z
  .union([
    z
      .strictObject({ all: z.array(conditionSchema).max(50) })
      .describe("holds where all hold; [] always holds"),
    z
      .strictObject({ any: z.array(conditionSchema).min(1).max(50) })
      .describe("holds where one of them holds"),
    z.strictObject({ not: conditionSchema }).describe("holds where it does not"),
    z.strictObject({
      fact: camelName,
      operator: z.enum(operatorNames),
      value: z.union([literal, z.array(literal).min(1).max(100), z.strictObject({ fact: camelName })]),
    }),
  ])
  .meta({
    id: "Condition",
    description: "a comparison of a fact, or all, any or not of conditions",
  }) as z.ZodType<Condition>;

/** json-rules-engine asks for a boolean node at the root of a rule's conditions. */
export const rootConditionSchema = z.union([
  z.strictObject({ all: z.array(conditionSchema).max(50) }),
  z.strictObject({ any: z.array(conditionSchema).min(1).max(50) }),
  z.strictObject({ not: conditionSchema }),
]) as z.ZodType<Condition>;
