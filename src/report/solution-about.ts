import type { CheckedScenario } from "../sim/check-scenario.ts";
import type { PolicySpec, Scenario } from "../sim/scenario-schema.ts";
import type { Solution } from "../sim/solve/solve.ts";
import type { Target } from "../sim/solve/target.ts";
import type { Variable } from "../sim/solve/variable.ts";
import { firstRate } from "../sim/solve/world-variables.ts";
import { neutralShare } from "../sim/volume-neutral.ts";

/** What was solved, for whom, and what is to be said of it beside. */
export type SolutionAbout = {
  readonly scenario: Scenario;
  readonly policy: PolicySpec;
  readonly variable: Variable;
  readonly target: Target;
  readonly solution: Solution;
  readonly seed: string;
  /** What a term that is solved for says of itself. */
  readonly termSentence?: string | undefined;
  /** The share of a flat service fee above which the provider gains when referrals fall. */
  readonly neutralShare?: number | undefined;
  /** The first outcome and its rate as it stands, where outcome rates are solved for. */
  readonly firstRate?: { readonly stage: string; readonly now: number } | undefined;
};

/** Puts beside a solution what is to be said of it: the volume-neutral share, the rate that outcome rates come to. */
export function aboutSolution(
  checked: CheckedScenario,
  place: number,
  solved: Pick<SolutionAbout, "variable" | "target" | "solution" | "seed">,
): SolutionAbout {
  const policy = checked.policies[place]!;
  const { name, kind } = solved.variable;
  return {
    ...solved,
    scenario: checked.scenario,
    policy: policy.spec,
    termSentence: kind === "term" ? policy.contract.parameters.get(name)?.parameter.sentence : undefined,
    neutralShare: name === "serviceFeeShare" ? neutralShare(checked, policy) : undefined,
    firstRate: kind === "outcomeRates" ? firstRate(checked) : undefined,
  };
}
