import type { CheckedScenario } from "../../../src/sim/check-scenario.ts";
import { openRun } from "../../../src/sim/run-spec.ts";
import { type FoundVariable, findVariable } from "../../../src/sim/solve/find-variable.ts";
import { type Look, type Solution, solve } from "../../../src/sim/solve/solve.ts";
import type { Target } from "../../../src/sim/solve/target.ts";
import { openTrials } from "../../../src/sim/solve/trials.ts";
import { shippedRulesets } from "../../laws/shipped-scenarios.ts";

export const rest = async () => undefined;

export type Asked = {
  readonly policy?: string;
  readonly paths?: number;
  readonly seed?: string;
  readonly look?: Look;
};

/** Checks a scenario that is written out, with the shipped rulesets; throws with its problems. */
export function checkedText(text: string): CheckedScenario {
  const format = text.startsWith("{") ? "json" : "yaml";
  const { checked, problems } = openRun({
    name: "scenario",
    text,
    format,
    library: shippedRulesets(),
    changes: {},
    seed: "solve",
  });
  if (checked === undefined) throw new Error(JSON.stringify(problems));
  return checked;
}

/** What a name stands for; throws where it stands for nothing. */
export function found(checked: CheckedScenario, name: string, policy?: string): FoundVariable {
  const result = findVariable(checked, name, policy);
  if (result.found === undefined) throw new Error(JSON.stringify(result.problem));
  return result.found;
}

/** Solves for a variable of a scenario, by its name. */
export async function solved(
  scenario: string | CheckedScenario,
  name: string,
  target: Target,
  { policy, paths = 4096, seed = "solve", look }: Asked = {},
): Promise<Solution> {
  const checked = typeof scenario === "string" ? checkedText(scenario) : scenario;
  const { variable, place } = found(checked, name, policy);
  const trials = openTrials({ checked, place, variable, metric: target.metric, seed, rest });
  try {
    return await solve(variable, target, trials, paths, look);
  } finally {
    trials.close();
  }
}

/** The average margin at least so many pounds. */
export const marginOf = (limit: number): Target => ({ metric: "meanMargin", at: "least", limit });

/** The chance of a loss at most so much. */
export const lossOf = (limit: number): Target => ({ metric: "probabilityOfLoss", at: "most", limit });
