import { z } from "zod";
import type { JsonSchema } from "../engine/ruleset-json-schema.ts";
import { scenarioSchema } from "./scenario-schema.ts";

/**
 * The JSON Schema (draft 2020-12) of a scenario file; rulesets written in it are checked by the schema beside it.
 *
 * It says of a file what zod says of it, but for what one part of a file says about another.
 */
export function scenarioJsonSchema(): JsonSchema {
  return z.toJSONSchema(scenarioSchema, {
    target: "draft-2020-12",
    io: "input",
    override: ({ zodSchema, jsonSchema }) => {
      // What is left out is filled in as it comes out of the schema, not as a file would write it.
      const filled = jsonSchema.default as { distribution?: unknown } | null | undefined;
      if (filled?.distribution !== undefined) jsonSchema.default = 0;
      if (zodSchema === scenarioSchema.shape.rulesets.unwrap().element)
        jsonSchema.$ref = "ruleset.schema.json";
    },
  }) as JsonSchema;
}
