import type { HitPolicy } from "./hit-policy.ts";
import type { Problem } from "./problem.ts";

/** Two rules that hold together where the hit policy allows one: what to say of it, and their names. */
export type RuleConflict = Omit<Problem, "where"> & { readonly rules: readonly string[] };

/** The error by which a run stops at two rules on one output of which one may hold. */
export function conflictError(
  ruleset: string,
  output: string,
  rules: readonly [string, string],
  hitPolicy: HitPolicy,
): Error {
  const expected =
    hitPolicy === "any" ? "rules that agree under any" : "at most one rule to hold under unique";
  const found = `"${rules[0]}" and "${rules[1]}"`;
  const cause: RuleConflict = { adjective: "ambiguous", noun: `rules on ${output}`, found, expected, rules };
  return new Error(`${ruleset}: ambiguous rules on ${output}: ${found}; expected ${expected}`, { cause });
}

/** The conflict by which a run stopped; undefined where it stopped for anything else. */
export function conflictOf(error: unknown): RuleConflict | undefined {
  const cause = error instanceof Error ? error.cause : undefined;
  return typeof cause === "object" && cause !== null && "rules" in cause
    ? (cause as RuleConflict)
    : undefined;
}
