import type { z } from "zod";
import type { ParsedDocument } from "../engine/document.ts";
import type { Problem } from "../engine/problem.ts";
import { valueAt } from "../engine/reading/value-at.ts";
import { issueProblems } from "../engine/shape/issue-problems.ts";
import { knownKeys } from "../engine/shape/known-keys.ts";
import { plainSchemas, type Schema, schemasAt } from "../engine/shape/schema-walk.ts";

/** As many as anyone reads; a hostile list can have hundreds of thousands. */
const mostProblems = 100;

/** The problems of a value's shape, each with what was expected: of a missing key what it holds, of an unknown one all. */
export function shapeProblems(
  schema: z.ZodType,
  error: z.core.$ZodError,
  document: ParsedDocument,
): Problem[] {
  const { value } = document;
  if (value === undefined) return [];
  const frame = { schema, value, document, base: [] };
  return error.issues
    .slice(0, mostProblems)
    .flatMap((issue) =>
      issueProblems(issue, frame).map((problem): Problem => {
        if (problem.expected !== undefined || problem.noun !== "key") return problem;
        // Of several shapes one may want a key within: its path ends at the object.
        const isWithin = issue.code === "invalid_union";
        const at = isWithin ? issue.path : issue.path.slice(0, -1);
        const key = isWithin ? problem.found : issue.path.at(-1);
        const said =
          problem.adjective === "missing"
            ? meaningOf(schemasAt(schema, value, at), valueAt(value, at), key)
            : `one of ${knownKeys(schemasAt(schema, value, issue.path), valueAt(value, issue.path)).join(", ")}`;
        return said === undefined ? problem : { ...problem, expected: said };
      }),
    )
    .slice(0, mostProblems);
}

/** What a key of an object holds, as its schema describes it. */
function meaningOf(
  schemas: readonly Schema[],
  value: unknown,
  key: PropertyKey | undefined,
): string | undefined {
  for (const schema of schemas.flatMap((each) => plainSchemas(each, value))) {
    const { shape } = (schema as { _zod: { def: { shape?: Record<PropertyKey, z.ZodType> } } })._zod.def;
    const described = key === undefined ? undefined : shape?.[key]?.description;
    if (described !== undefined) return described.split(";")[0]!;
  }
  return undefined;
}
