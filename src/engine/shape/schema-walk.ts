import type { z } from "zod";
import { valueAt } from "../reading/value-at.ts";

/** A schema of zod, of any kind. */
export type Schema = z.core.$ZodType;

// A lazy schema may lead back to itself without a value in between; nothing sensible wraps so often.
const MOST_WRAPPINGS = 32;

/**
 * Takes off what only wraps a schema: optional, default, lazy, pipe and the like; unions stay.
 *
 * @example
 * unwrapped(z.string().optional()) // [z.string()]
 */
export function unwrapped(schema: Schema, wrappings = 0): Schema[] {
  if (wrappings > MOST_WRAPPINGS) return [];
  const { def } = (schema as z.core.$ZodTypes)._zod;
  const within = (inner: Schema) => unwrapped(inner, wrappings + 1);
  if (def.type === "pipe") return [...within(def.in), ...within(def.out)];
  if (def.type === "intersection") return [...within(def.left), ...within(def.right)];
  if (def.type === "lazy") return within((schema as z.core.$ZodLazy)._zod.innerType);
  return "innerType" in def ? within(def.innerType) : [schema];
}

// Of a discriminated union, only the branches that the value chose.
function branches(union: z.core.$ZodUnion, value: unknown): readonly Schema[] {
  const { options } = union._zod.def;
  const discriminator = (union as Partial<z.core.$ZodDiscriminatedUnion>)._zod?.def.discriminator;
  if (discriminator === undefined) return options;
  const chosen = valueAt(value, [discriminator]) as z.core.util.Primitive;
  const matching = options.filter((option) => option._zod.propValues?.[discriminator]?.has(chosen));
  return matching.length > 0 ? matching : options;
}

/**
 * Lists the schemas, neither wrapped nor unions, that a value may have to satisfy.
 *
 * @example
 * plainSchemas(z.union([z.number(), z.string().optional()]), 3) // [z.number(), z.string()]
 */
export function plainSchemas(schema: Schema, value: unknown, depth = 0): Schema[] {
  if (depth > MOST_WRAPPINGS) return [];
  return unwrapped(schema).flatMap((inner) =>
    inner._zod.def.type === "union"
      ? branches(inner as z.core.$ZodUnion, value).flatMap((option) => plainSchemas(option, value, depth + 1))
      : [inner],
  );
}

function childSchema(schema: Schema, step: PropertyKey): Schema | undefined {
  const { def } = (schema as z.core.$ZodTypes)._zod;
  if (def.type === "object") {
    return Object.hasOwn(def.shape, step) ? def.shape[String(step)] : def.catchall;
  }
  if (def.type === "record") return def.valueType;
  if (def.type === "array") return def.element;
  return def.type === "tuple" ? (def.items[Number(step)] ?? def.rest ?? undefined) : undefined;
}

/**
 * Lists the schemas that may apply at a path of a value, still wrapped.
 *
 * @example
 * schemasAt(z.object({ a: z.number() }), { a: 1 }, ["a"]) // [z.number()]
 */
export function schemasAt(schema: Schema, value: unknown, path: readonly PropertyKey[]): Schema[] {
  let current: Schema[] = [schema];
  path.forEach((step, index) => {
    const here = valueAt(value, path.slice(0, index));
    const children = current
      .flatMap((candidate) => plainSchemas(candidate, here))
      .flatMap((candidate) => childSchema(candidate, step) ?? []);
    current = [...new Set(children)];
  });
  return current;
}
