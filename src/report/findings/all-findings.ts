import type { CheckedScenario } from "../../sim/check-scenario.ts";
import type { Comparison } from "../comparison.ts";
import { shownCount } from "../shown-number.ts";
import { basisReachedFinding } from "./basis-reached-finding.ts";
import { earlyEndFinding } from "./early-end-finding.ts";
import { firstPolicyFinding } from "./first-policy-finding.ts";
import { idlePayFinding } from "./idle-pay-finding.ts";
import { jobOutcomeFinding } from "./job-outcome-finding.ts";
import { lossFinding } from "./loss-finding.ts";
import { paidForFinding } from "./paid-for-finding.ts";
import { pairedFinding } from "./paired-finding.ts";
import { shortfallFinding } from "./shortfall-finding.ts";
import { volumeNeutralFinding } from "./volume-neutral-finding.ts";
import { worstCaseFinding } from "./worst-case-finding.ts";

/** What a comparison means, in plain sentences that are true of this run; the last basis is the fair one. */
export function allFindings(checked: CheckedScenario, comparisons: readonly Comparison[]): string[] {
  const first = comparisons[0];
  const fair = comparisons[comparisons.length - 1];
  if (first === undefined || fair === undefined) return [];
  return [
    firstPolicyFinding(first),
    ...comparisons.map(lossFinding),
    paidForFinding(comparisons),
    worstCaseFinding(fair),
    pairedFinding(fair),
    shortfallFinding(first),
    idlePayFinding(first),
    earlyEndFinding(first),
    jobOutcomeFinding(checked, first),
    volumeNeutralFinding(checked),
    ...comparisons.map(basisReachedFinding),
    first.paths < 2
      ? undefined
      : `The intervals say how far chance among ${shownCount(first.paths)} futures can have moved a number; they do not say whether the figures judged below are right.`,
  ].filter((sentence) => sentence !== undefined);
}
