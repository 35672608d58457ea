import { z } from "zod";
import type { JsonSchema } from "../engine/ruleset-json-schema.ts";
import { offerSchema, offersSchema } from "./offer-schema.ts";
import { requirementSchema } from "./requirement-schema.ts";

/** The JSON Schema (draft 2020-12) of a requirement; rulesets written in it are checked by the schema beside it. */
export function requirementJsonSchema(): JsonSchema {
  return z.toJSONSchema(requirementSchema, {
    target: "draft-2020-12",
    io: "input",
    override: ({ zodSchema, jsonSchema }) => {
      if (zodSchema === requirementSchema.shape.rulesets.unwrap().element)
        jsonSchema.$ref = "ruleset.schema.json";
    },
  }) as JsonSchema;
}

/** The JSON Schema (draft 2020-12) of a file of offers: one offer, or several under `offers`. */
export function offersJsonSchema(): JsonSchema {
  const either = z.union([offersSchema, offerSchema]);
  return z.toJSONSchema(either, { target: "draft-2020-12", io: "input" }) as JsonSchema;
}
