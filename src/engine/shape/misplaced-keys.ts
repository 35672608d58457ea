import type { Problem } from "../problem.ts";
import type { SchemaFrame } from "./schema-frame.ts";
import { plainSchemas, type Schema } from "./schema-walk.ts";

/**
 * Words the problems of keys that another form of the same object may have, but not this one; says what they go with.
 *
 * @example
 * misplacedKeys(["over"], schemas, { latch: {}, over: "contract" }, frame)
 * // [{ adjective: "unsupported", noun: "key", found: "over", expected: "latch alone", hint: "over goes with sum or count", … }]
 */
export function misplacedKeys(
  keys: readonly string[],
  schemas: readonly Schema[],
  value: unknown,
  { document, base }: Pick<SchemaFrame, "document" | "base">,
): Problem[] {
  const forms = schemas.flatMap((schema) => plainSchemas(schema, value)).map(shapeOf);
  const written = Object.keys(Object(value));
  return keys.flatMap((key): Problem[] => {
    const taking = forms.filter((names) => names.includes(key));
    if (taking.length === 0) return [];
    const others = written.filter((name) => !keys.includes(name));
    const goesWith = [...new Set(taking.flat())].filter((name) => name !== key);
    return [
      {
        where: document.where([...base, key], "key"),
        adjective: "unsupported",
        noun: "key",
        found: key,
        ...(others.length > 0 && { expected: `${others.join(", ")} without it` }),
        ...(goesWith.length > 0 && { hint: `${key} goes with ${goesWith.join(" or ")}` }),
      },
    ];
  });
}

function shapeOf(schema: Schema): string[] {
  const { def } = (schema as { _zod: { def: { type: string; shape?: object } } })._zod;
  return def.type === "object" ? Object.keys(def.shape ?? {}) : [];
}
