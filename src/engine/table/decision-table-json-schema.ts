import { z } from "zod";
import type { JsonSchema } from "../ruleset-json-schema.ts";
import { decisionTableSchema } from "./decision-table-schema.ts";

/** The JSON Schema (draft 2020-12) of a decision table, so that editors complete it and check its shape. */
export function decisionTableJsonSchema(): JsonSchema {
  return z.toJSONSchema(decisionTableSchema, { target: "draft-2020-12", io: "input" }) as JsonSchema;
}
