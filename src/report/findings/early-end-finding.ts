import type { PolicyResult } from "../../sim/compare.ts";
import type { Comparison } from "../comparison.ts";
import { measureOf } from "../comparison-lookup.ts";
import { shownEstimate } from "../shown-estimate.ts";
import { moversOf } from "./movers.ts";
import { saidChance, saidName, saidNames } from "./said.ts";

const midway = "probabilityEndsEarly";

/** How often a contract fails midway, and under which policies that changes. */
export function earlyEndFinding(comparison: Comparison): string | undefined {
  const first = comparison.policies[0];
  if (first === undefined || comparison.paths < 2) return undefined;
  const chance = measureOf(first, midway);
  if (chance.value === null) return undefined;
  const { up, down } = moversOf(comparison, midway);
  const parts = [
    `The contract fails midway ${saidChance(chance, comparison.paths)} under ${saidName(first)}`,
  ];
  if (up.length > 0) parts.push(`more often under ${saidNames(up, to)}`);
  if (down.length > 0) parts.push(`less often under ${saidNames(down, to)}`);
  return `${parts.join("; ")}.`;
}

function to(policy: PolicyResult): string {
  return ` (${shownEstimate(measureOf(policy, midway)).text})`;
}
