import { z } from "zod";
import { rulesetSchema } from "./ruleset.ts";

/** A JSON Schema as plain data. */
export type JsonSchema = Readonly<Record<string, unknown>>;

/**
 * The JSON Schema (draft 2020-12) of a ruleset file, so that editors complete it, explain it and check its shape.
 *
 * It says of a file what zod says of it, but for what one part of a file says about another.
 */
export function rulesetJsonSchema(): JsonSchema {
  return z.toJSONSchema(rulesetSchema, { target: "draft-2020-12", io: "input" }) as JsonSchema;
}
