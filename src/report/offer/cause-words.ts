import type { CauseEffect } from "../../offer/test/cause-effects.ts";
import type { OfferTest } from "../../offer/test/test-offer.ts";
import { turnedEstimate } from "../../sim/risk/turned-estimate.ts";
import { spokenEstimate } from "../shown-estimate.ts";
import { shownPounds } from "../shown-number.ts";

/** What would have to come out as planned, as a reader says it. */
const causeTitle: Readonly<Record<CauseEffect["cause"], string>> = {
  referrals: "Referrals other than indicated",
  readiness: "Being ready later than planned",
  starts: "Starts other than you expect",
  outcomes: "Outcomes other than you expect",
  claims: "Outcomes that cannot be claimed or proved",
  budget: "The commissioner's budget running out",
  costs: "Costs other than you expect",
  all: "All of these together",
};

const ifPlanned: Readonly<Record<CauseEffect["cause"], string>> = {
  referrals: "If everyone indicated were referred",
  readiness: "If you were ready on the day",
  starts: "If as many started as you expect",
  outcomes: "If as many reached outcomes as you expect",
  claims: "If every outcome were claimed and paid",
  budget: "If the commissioner's budget did not run out",
  costs: "If costs were as you expect",
  all: "If all of this went to plan",
};

/** What one cause does to the result, in pounds. */
function causeSentence({ cause, meanMargin, worstLoss }: CauseEffect): string {
  return `${ifPlanned[cause]}, the average margin would be ${moreOrLess(meanMargin, "higher", "lower")}, and that of the worst 1 in 20 futures ${moreOrLess(worstLoss, "higher", "lower")}.`;
}

/** Is the change more than chance among the futures could make it? */
function isTold({ low, high }: CauseEffect["meanMargin"]): boolean {
  return (low ?? 0) > 0 || (high ?? 0) < 0;
}

function moreOrLess(estimate: CauseEffect["meanMargin"], more: string, less: string): string {
  if (!isTold(estimate)) return "about the same";
  const value = estimate.value ?? 0;
  const size = value < 0 ? turnedEstimate(estimate) : estimate;
  return `${spokenEstimate(size).replace(/ \(95.*$/s, "")} ${value < 0 ? less : more}`;
}

/** One reason why an offer comes to what it does: a few words and a sentence. */
export type ReasonWords = { readonly title: string; readonly sentence: string };

/**
 * Says what drives a result, the most important first: costs above income where it loses money even to plan, then the
 * biggest causes. One that does nothing is left out, and all together is not one of them.
 */
export function reasonsOf({
  planned,
  causes,
}: Pick<OfferTest, "planned" | "causes">): readonly ReasonWords[] {
  const told = causes
    .filter(
      ({ cause, meanMargin, worstLoss }) => cause !== "all" && (isTold(meanMargin) || isTold(worstLoss)),
    )
    .map((effect) => ({ title: causeTitle[effect.cause], sentence: causeSentence(effect) }));
  return [...(planned.margin < 0 ? [aboveIncome(planned)] : []), ...told].slice(0, 3);
}

function aboveIncome({ income, margin }: OfferTest["planned"]): ReasonWords {
  const pounds = (value: number) => shownPounds(Math.round(value));
  return {
    title: "Costs above income, even to plan",
    sentence: `If everyone came, started and reached outcomes as you expect, it would bring in ${pounds(income)} and cost ${pounds(income - margin)}: ${pounds(-margin)} too little.`,
  };
}
