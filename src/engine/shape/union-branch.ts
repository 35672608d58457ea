import type { z } from "zod";
import { valueAt } from "../reading/value-at.ts";
import type { Schema } from "./schema-walk.ts";

type Issue = z.core.$ZodIssue;

/** One option of a union with what is wrong with the value under it. */
export type UnionBranch = { readonly option: Schema | undefined; readonly issues: readonly Issue[] };

/**
 * Tells whether an issue says that the whole value is of another kind than the branch takes.
 *
 * @example
 * isOfTheKind(issue) // true for a number where the branch takes an object
 */
export function isOfTheKind(issue: Issue): boolean {
  return issue.path.length === 0 && (issue.code === "invalid_type" || issue.code === "invalid_value");
}

// How far into the value an issue lies. A key that is missing or not known is trouble of the object; a literal
// that differs says more against the branch than a number out of range.
function depthOf(issue: Issue, value: unknown): number {
  if (isOfTheKind(issue)) return -1;
  const { path } = issue;
  const found = valueAt(value, path);
  if (found === undefined && path.length > 0) return path.length - 1;
  if (issue.code === "invalid_value" && issue.values.length === 1) return path.length - 0.5;
  if (issue.code !== "invalid_union" || issue.errors.length === 0) return path.length;
  // A value of a wrong kind under a key that the branch knows is trouble of that value, not of the whole.
  const least = path.length === 0 ? -1 : 0;
  return (
    path.length + issue.errors.reduce((most, issues) => Math.max(most, shallowest(issues, found)), least)
  );
}

function shallowest(issues: readonly Issue[], value: unknown): number {
  // Folded, not spread: a list may have more issues than a call can have arguments.
  return issues.reduce((least, issue) => Math.min(least, depthOf(issue, value)), Number.POSITIVE_INFINITY);
}

function weight(issues: readonly Issue[]): number {
  return issues.reduce((sum, issue) => sum + (issue.code === "unrecognized_keys" ? issue.keys.length : 1), 0);
}

/**
 * Picks the branches of a union that a value comes nearest to.
 *
 * The nearest are those whose first trouble lies deepest in the value and, of these, those with the fewest
 * issues; more than one where they are equally near.
 *
 * @example
 * nearestBranches(branches, { mul: [{ fct: "x" }] }) // the branch that knows "mul"
 */
export function nearestBranches(branches: readonly UnionBranch[], value: unknown): readonly UnionBranch[] {
  const rated = branches.map((branch) => ({
    branch,
    depth: shallowest(branch.issues, value),
    weight: weight(branch.issues),
  }));
  const depth = Math.max(...rated.map((r) => r.depth));
  const deepest = rated.filter((r) => r.depth === depth);
  const least = Math.min(...deepest.map((r) => r.weight));
  return deepest.filter((r) => r.weight === least).map((r) => r.branch);
}
