import type { CheckedScenario } from "../../sim/check-scenario.ts";
import type { PolicyResult } from "../../sim/compare.ts";
import { turnedEstimate } from "../../sim/risk/turned-estimate.ts";
import type { Comparison } from "../comparison.ts";
import { differenceOf } from "../comparison-lookup.ts";
import { shownEstimate } from "../shown-estimate.ts";
import { moversOf } from "./movers.ts";
import { saidNames } from "./said.ts";

/** Who finds a job under which policy more or less often, and what the scenario assumes about that. */
export function jobOutcomeFinding(checked: CheckedScenario, comparison: Comparison): string | undefined {
  if (comparison.policies.length < 2 || comparison.paths < 2) return undefined;
  const { up, down, unclear, same } = moversOf(comparison, "meanJobOutcomes");
  if (up.length + down.length + unclear.length + same.length === 0) return undefined;
  const difference = (policy: PolicyResult) => differenceOf(comparison, policy.id, "meanJobOutcomes")!;
  const parts: string[] = [];
  const more = saidNames(up, (p) => ` (${shownEstimate(difference(p)).text} more)`);
  const fewer = saidNames(down, (p) => ` (${shownEstimate(turnedEstimate(difference(p))).text} fewer)`);
  if (up.length > 0 && down.length > 0)
    parts.push(`A contract brings more job outcomes under ${more}, and fewer under ${fewer}.`);
  else if (up.length > 0) parts.push(`A contract brings more job outcomes under ${more}.`);
  else if (down.length > 0) parts.push(`A contract brings fewer job outcomes under ${fewer}.`);
  if (parts.length === 0) {
    const far = unclear.length > 0 ? " by more than this run can tell" : "";
    parts.push(`No policy changes the number of job outcomes${far}.`);
  }
  const { outcomeRate, referrals, suitability } = checked.scenario.responses;
  if (outcomeRate === 0 && referrals === 0 && suitability === 0)
    parts.push("The terms are assumed not to change how jobcentres refer or how well the provider works.");
  return parts.join(" ");
}
