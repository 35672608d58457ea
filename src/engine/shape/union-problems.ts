import type { z } from "zod";
import { didYouMean } from "../nearest-name.ts";
import { numberHint } from "../number-hint.ts";
import type { Problem } from "../problem.ts";
import { valueAt } from "../reading/value-at.ts";
import { shownValue } from "../shown-text.ts";
import { expectedText, oneOf } from "./expected-text.ts";
import { issueProblems } from "./issue-problems.ts";
import { knownKeys } from "./known-keys.ts";
import type { SchemaFrame } from "./schema-frame.ts";
import { schemasAt, unwrapped } from "./schema-walk.ts";
import { isOfTheKind, nearestBranches, type UnionBranch } from "./union-branch.ts";
import { unknownKeys } from "./unknown-keys.ts";

type UnionIssue = z.core.$ZodIssueInvalidUnion;

function branchesOf(issue: UnionIssue, frame: SchemaFrame): UnionBranch[] {
  const candidates = schemasAt(frame.schema, frame.value, issue.path).flatMap((schema) => unwrapped(schema));
  const unions = candidates.map((schema) => (schema as z.core.$ZodUnion)._zod.def.options ?? []);
  const options = unions.find((list) => list.length === issue.errors.length);
  return issue.errors.map((issues, index) => ({ option: options?.[index], issues }));
}

// No branch takes a value of this kind: say what the branches take.
function noneFits(branches: readonly UnionBranch[], value: unknown, frame: SchemaFrame): Problem {
  const issues = branches.flatMap((branch) => branch.issues);
  const texts = [...new Set(issues.map(expectedText).filter((text) => text !== undefined))];
  const values = issues.flatMap((issue) => (issue.code === "invalid_value" ? issue.values : []));
  const only = values.length > 1 && issues.every(({ code }) => code === "invalid_value");
  const hint =
    typeof value === "string"
      ? (didYouMean(value, values.map(String)) ?? (texts.some(isNumber) ? numberHint(value) : undefined))
      : undefined;
  return {
    where: frame.document.where(frame.base),
    adjective: values.length > 0 && typeof value === "string" ? "unknown" : "invalid",
    noun: "value",
    found: shownValue(value),
    expected: only ? oneOf([...new Set(values)]) : texts.join(" or "),
    ...(hint === undefined ? {} : { hint }),
  };
}

const isNumber = (text: string) => text === "a number" || text === "a whole number";

// Keys that no branch knows, measured against the keys of all branches: any of them may have been meant.
function keysUnknownToAll(branches: readonly UnionBranch[], value: unknown, frame: SchemaFrame): Problem[] {
  const perBranch = branches.map(({ issues }) =>
    issues.flatMap((issue) =>
      issue.code === "unrecognized_keys" && issue.path.length === 0 ? issue.keys : [],
    ),
  );
  const common = (perBranch[0] ?? []).filter((key) => perBranch.every((keys) => keys.includes(key)));
  return unknownKeys(
    common,
    knownKeys(
      branches.flatMap(({ option }) => option ?? []),
      value,
    ),
    frame,
  );
}

/**
 * Turns the issues of a union into the problems of the branch that was most likely meant.
 *
 * Where several branches are equally near, one problem names what any of them would take.
 *
 * @example
 * unionProblems(issue, frame) // [{ adjective: "unknown", noun: "key", found: "mull", hint: 'did you mean "mul"?', … }]
 */
export function unionProblems(issue: UnionIssue, frame: SchemaFrame): Problem[] {
  const value = valueAt(frame.value, issue.path);
  const base = [...frame.base, ...issue.path.map((step) => (typeof step === "symbol" ? String(step) : step))];
  const branches = branchesOf(issue, frame);
  const inner: SchemaFrame = { ...frame, base, value };
  const nearest = nearestBranches(branches, value);
  if (nearest.length > 1) {
    if (nearest.every(({ issues }) => issues.every(isOfTheKind))) return [noneFits(nearest, value, inner)];
    const ofObjects = branches.filter(({ issues }) => !issues.some(isOfTheKind));
    const unknown = keysUnknownToAll(ofObjects, value, inner);
    if (unknown.length > 0) return unknown;
    const missing = nearest.flatMap(({ issues }) => issues.map(({ path }) => path));
    if (missing.every((path) => path.length === 1 && valueAt(value, path) === undefined)) {
      const where = inner.document.where(base);
      const names = [...new Set(missing.map((path) => String(path[0])))];
      return [{ where, adjective: "missing", noun: "key", expected: oneOf(names).replaceAll('"', "") }];
    }
  }
  const { option, issues } = nearest[0]!;
  // Where the option is not known, the union itself serves to look up keys.
  const schemas = option === undefined ? schemasAt(frame.schema, frame.value, issue.path) : [option];
  const schema = schemas[0] ?? frame.schema;
  return issues.flatMap((one) => issueProblems(one, { ...inner, schema }));
}
