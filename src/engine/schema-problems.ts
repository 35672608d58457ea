import type { z } from "zod";
import type { ParsedDocument } from "./document.ts";
import type { Problem } from "./problem.ts";
import type { DocumentPath } from "./reading/document-path.ts";
import { valueAt } from "./reading/value-at.ts";
import { issueProblems } from "./shape/issue-problems.ts";

// As many as anyone reads; a hostile list can have hundreds of thousands.
const MOST_PROBLEMS = 100;

/**
 * Turns the issues that a schema found in a document into problems with places.
 *
 * `base` is the path of the value that was parsed, where it is not the whole document. A document that could
 * not be read has problems of its own and gets none here. At most a hundred are given. Words for `expected` come
 * from the message given in the schema or its `refine`, if there is one; the `params: { problem }` of a `refine` may
 * set any part of the problem.
 *
 * @example
 * const result = schema.safeParse(document.value);
 * const problems = result.success ? [] : schemaProblems(schema, result.error, document);
 */
export function schemaProblems(
  schema: z.core.$ZodType,
  error: z.core.$ZodError,
  document: ParsedDocument,
  base: DocumentPath = [],
): Problem[] {
  const value = valueAt(document.value, base);
  if (document.value === undefined) return [];
  const issues = error.issues.slice(0, MOST_PROBLEMS);
  return issues
    .flatMap((issue) => issueProblems(issue, { schema, value, document, base }))
    .slice(0, MOST_PROBLEMS);
}
