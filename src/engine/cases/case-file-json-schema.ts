import { z } from "zod";
import type { JsonSchema } from "../ruleset-json-schema.ts";
import { caseFileSchema } from "./case-file-schema.ts";

/** The JSON Schema (draft 2020-12) of a case file, so that editors complete it and check its shape. */
export function caseFileJsonSchema(): JsonSchema {
  return z.toJSONSchema(caseFileSchema, { target: "draft-2020-12", io: "input" }) as JsonSchema;
}
