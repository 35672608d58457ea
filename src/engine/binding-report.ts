import type { Problem } from "./problem.ts";
import type { Ruleset } from "./ruleset.ts";

/** Where binding puts what it finds: a problem of the policy, or of one of its rulesets. */
export type BindingReport = (problem: Omit<Problem, "where">, ruleset?: Ruleset) => void;
