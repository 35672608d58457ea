import type { z } from "zod";
import { kebabWords } from "../names.ts";
import { didYouMean, kebabOf } from "../nearest-name.ts";
import { numberHint, shareHint } from "../number-hint.ts";
import type { Problem } from "../problem.ts";
import type { DocumentPath } from "../reading/document-path.ts";
import { valueAt } from "../reading/value-at.ts";
import { shownValue } from "../shown-text.ts";
import { expectedText, oneOf } from "./expected-text.ts";
import { knownKeys } from "./known-keys.ts";
import { misplacedKeys } from "./misplaced-keys.ts";
import type { SchemaFrame } from "./schema-frame.ts";
import { schemasAt } from "./schema-walk.ts";
import { unionProblems } from "./union-problems.ts";
import { unknownKeys } from "./unknown-keys.ts";

type Issue = z.core.$ZodIssue;

const SMALL = 80;

function withExpected(
  expected: string | undefined,
  hint?: string | undefined,
): Pick<Problem, "expected" | "hint"> {
  return { ...(expected === undefined ? {} : { expected }), ...(hint === undefined ? {} : { hint }) };
}

// The values to choose from, of an enumeration or of a union told apart by a key.
function choices(issue: Issue): readonly unknown[] {
  if (issue.code === "invalid_value") return issue.values;
  return (issue.code === "invalid_union" && "options" in issue && issue.options) || [];
}

function missingProblem(issue: Issue, path: DocumentPath, { document }: SchemaFrame): Problem {
  const found = String(path.at(-1));
  const noun = typeof path.at(-1) === "number" ? "item" : "key";
  const values = choices(issue);
  const expected = values.length > 0 ? oneOf(values) : undefined;
  return {
    where: document.where(path.slice(0, -1)),
    adjective: "missing",
    noun,
    found,
    ...withExpected(expected),
  };
}

function valueProblem(issue: Issue, path: DocumentPath, value: unknown, { document }: SchemaFrame): Problem {
  const values = choices(issue);
  const chosen = typeof value === "string" && values.length > 1;
  const hint = hintFor(issue, value, values);
  const expected = expectedText(issue) ?? (values.length > 0 ? oneOf(values) : undefined);
  const adjective = chosen ? "unknown" : "invalid";
  const found = shownValue(value);
  return { where: document.where(path), adjective, noun: "value", found, ...withExpected(expected, hint) };
}

function hintFor(issue: Issue, value: unknown, values: readonly unknown[]): string | undefined {
  if (issue.code === "too_big" && issue.inclusive !== false) return shareHint(value, issue.maximum);
  if (issue.code === "invalid_type" && /^(number|int)$/.test(issue.expected)) return numberHint(value);
  if (typeof value !== "string") return undefined;
  if (issue.code === "invalid_format") return nameHint(value, expectedText(issue));
  return didYouMean(value, values.map(String));
}

// A title where an id belongs: the id is likely the title's words.
function nameHint(value: string, expected: string | undefined): string | undefined {
  if (expected !== kebabWords) return undefined;
  const name = kebabOf(value);
  return name === "" ? undefined : `did you mean "${name}"?`;
}

function keyProblem(issue: z.core.$ZodIssueInvalidKey, path: DocumentPath, frame: SchemaFrame): Problem {
  const found = String(path.at(-1));
  const first = issue.issues[0];
  const values = first === undefined ? [] : choices(first);
  const expected = first === undefined ? undefined : expectedText(first);
  const where = frame.document.where(path, "key");
  const adjective = values.length > 0 ? "unknown" : "invalid";
  return {
    where,
    adjective,
    noun: "key",
    found,
    ...withExpected(expected, didYouMean(found, values.map(String))),
  };
}

// A check of our own says in its message what it expects, as a schema does, and may give any part of the problem
// as `params: { problem: { … } }`. A small object is shown as it is written: what it breaks is in its parts.
function customProblem(
  issue: z.core.$ZodIssueCustom,
  path: DocumentPath,
  value: unknown,
  frame: SchemaFrame,
): Problem {
  const given: Partial<Problem> = issue.params?.problem ?? {};
  const written = typeof value === "object" && value !== null ? JSON.stringify(value) : "";
  const isSmall = written !== "" && written.length <= SMALL;
  const found = value === undefined ? {} : { found: isSmall ? written : shownValue(value) };
  const expected = issue.message.startsWith("Invalid") ? {} : { expected: issue.message };
  return {
    where: frame.document.where(path),
    adjective: "invalid",
    noun: "value",
    ...found,
    ...expected,
    ...given,
  };
}

/**
 * Turns one issue of zod into problems.
 *
 * @example
 * issueProblems(issue, frame) // [{ where: "a.yaml:1:8 share", adjective: "invalid", noun: "value", … }]
 */
export function issueProblems(issue: Issue, frame: SchemaFrame): Problem[] {
  const steps = issue.path.map((step) => (typeof step === "symbol" ? String(step) : step));
  const path = [...frame.base, ...steps];
  const value = valueAt(frame.value, steps);
  if (issue.code === "unrecognized_keys") {
    const schemas = schemasAt(frame.schema, frame.value, steps);
    const known = knownKeys(schemas, value);
    const place = { document: frame.document, base: path };
    const [elsewhere, nowhere] = [true, false].map((is) =>
      issue.keys.filter((k) => known.includes(k) === is),
    );
    return [...unknownKeys(nowhere!, known, place), ...misplacedKeys(elsewhere!, schemas, value, place)];
  }
  if (issue.code === "custom") return [customProblem(issue, path, value, frame)];
  if (issue.code === "invalid_key") return [keyProblem(issue, path, frame)];
  if (value === undefined && steps.length > 0) return [missingProblem(issue, path, frame)];
  if (issue.code !== "invalid_union") return [valueProblem(issue, path, value, frame)];
  if (issue.errors.length > 0) return unionProblems(issue, frame);
  if (issue.inclusive !== false) return [valueProblem(issue, path, value, frame)];
  const where = frame.document.where(path);
  return [{ where, adjective: "ambiguous", noun: "value", found: shownValue(value) }];
}
