import type { z } from "zod";
import { plainSchemas, type Schema } from "./schema-walk.ts";

function keysOf(schema: Schema): string[] {
  const { def } = (schema as z.core.$ZodTypes)._zod;
  if (def.type === "object") return Object.keys(def.shape);
  if (def.type === "record") return [...(def.keyType._zod.values ?? [])].map(String);
  return [];
}

/**
 * Lists the keys that schemas know for an object, each once, in the order of the schemas.
 *
 * @example
 * knownKeys([z.object({ a: z.number() })], {}) // ["a"]
 */
export function knownKeys(schemas: readonly Schema[], value: unknown): string[] {
  return [...new Set(schemas.flatMap((schema) => plainSchemas(schema, value)).flatMap(keysOf))];
}
