import { readsRisk } from "../award/bind-rule.ts";
import type { BoundRequirement } from "../award/bound-requirement.ts";
import type { Problem } from "../engine/problem.ts";
import type { NoiseOptions } from "./award-noise.ts";
import type { RiskOptions } from "./award-risk.ts";

/**
 * Options of `riskshare award` that do nothing without another one.
 *
 * Without a requirement that could be read it is unknown whether a criterion of it needs them: nothing is said then.
 */
export function besideProblems(
  options: NoiseOptions & RiskOptions,
  bound: BoundRequirement | undefined,
): Problem[] {
  const { noise, draws, risk, riskWeight, scenario, policy, paths, seed } = options;
  const isRead = bound === undefined || [...bound.checks, ...bound.leaves].some((r) => readsRisk(r.ruleset));
  const isSimulated = risk === true || riskWeight !== undefined || isRead;
  const alone: [string, string | undefined, boolean, string][] = [
    ["--draws", draws, noise !== undefined, "--noise and points"],
    ["--scenario", scenario, isSimulated, "--risk, or --risk-weight and per cent,"],
    ["--policy", policy, isSimulated, "--risk, or --risk-weight and per cent,"],
    ["--paths", paths, isSimulated, "--risk, or --risk-weight and per cent,"],
    ["--seed", seed, isSimulated || noise !== undefined, "--risk, --risk-weight or --noise"],
  ];
  return alone
    .filter(([, given, isThere]) => given !== undefined && !isThere)
    .map(([where, , , other]) => ({
      where,
      adjective: "missing",
      noun: "option",
      expected: `${other} beside it`,
    }));
}
