import type { CauseEffect } from "../../offer/test/cause-effects.ts";
import { spokenEstimate } from "../shown-estimate.ts";

/** What would have to come out as planned, as a reader says it. */
export const causeTitle: Readonly<Record<CauseEffect["cause"], string>> = {
  referrals: "Referrals other than indicated",
  readiness: "Being ready later than planned",
  starts: "Starts other than you expect",
  outcomes: "Outcomes other than you expect",
  claims: "Outcomes that cannot be claimed or proved",
  costs: "Costs other than you expect",
  all: "All of these together",
};

const ifPlanned: Readonly<Record<CauseEffect["cause"], string>> = {
  referrals: "If everyone indicated were referred",
  readiness: "If you were ready on the day",
  starts: "If as many started as you expect",
  outcomes: "If as many reached outcomes as you expect",
  claims: "If every outcome were claimed and paid",
  costs: "If costs were as you expect",
  all: "If all of this went to plan",
};

/** What one cause does to the result, in pounds. */
export function causeSentence({ cause, meanMargin, worstLoss }: CauseEffect): string {
  return `${ifPlanned[cause]}, the average margin would be ${moreOrLess(meanMargin, "higher", "lower")}, and the average loss in the worst 1 in 20 futures ${moreOrLess(worstLoss, "smaller", "larger")}.`;
}

/** Is the change more than chance among the futures could make it? */
function isTold({ low, high }: CauseEffect["meanMargin"]): boolean {
  return (low ?? 0) > 0 || (high ?? 0) < 0;
}

function moreOrLess(estimate: CauseEffect["meanMargin"], more: string, less: string): string {
  if (!isTold(estimate)) return "about the same";
  const value = estimate.value ?? 0;
  const size = value < 0 ? turned(estimate) : estimate;
  return `${spokenEstimate(size).replace(/ \(95.*$/s, "")} ${value < 0 ? less : more}`;
}

function turned(estimate: CauseEffect["meanMargin"]): CauseEffect["meanMargin"] {
  const minus = (x: number | null) => (x === null ? null : 0 - x);
  return { ...estimate, value: minus(estimate.value), low: minus(estimate.high), high: minus(estimate.low) };
}

/** The biggest causes, one that does nothing left out; all together is not one of them. */
export function biggestCauses(causes: readonly CauseEffect[], most = 3): readonly CauseEffect[] {
  return causes
    .filter(
      ({ cause, meanMargin, worstLoss }) => cause !== "all" && (isTold(meanMargin) || isTold(worstLoss)),
    )
    .slice(0, most);
}
