import type { OfferTest, TermsTest } from "../../offer/test/test-offer.ts";
import type { CheckedScenario } from "../../sim/check-scenario.ts";
import { indicativePerMonth } from "../../sim/timeline.ts";
import { shownNumber, shownPounds } from "../shown-number.ts";
import { shownName } from "../visible-width.ts";
import { inHundred } from "./limit-words.ts";

/** What a board might ask the commissioner for: terms that help, said with what they would change. */
export function asksOf(test: OfferTest, checked: CheckedScenario): readonly string[] {
  const own = test.terms[test.own]!;
  const others = test.terms.filter((_, place) => place !== test.own);
  const kept = others.filter(({ verdict }) => verdict === "within");
  const better = others
    .filter((terms) => lossOf(own) - lossOf(terms) > Math.max(1, 0.05 * Math.abs(lossOf(own))))
    .sort((a, b) => lossOf(a) - lossOf(b));
  const asked = (kept.length > 0 ? kept : better).slice(0, 2);
  const asks = asked.map((terms) => `${termsAsk(terms)}${effectOf(terms, own)}`);
  asks.push(...referralAsk(test, checked));
  const peak = own.measures.peakFundingQuantile95.value ?? 0;
  if (peak > 0 && own.limits.some(({ limit, standing }) => limit === "cash" && standing !== "kept"))
    asks.push(
      `Earlier payment: up to ${shownPounds(Math.round(peak / 100) * 100)} of cash is out in 19 of 20 futures. A payment on award or faster payment of invoices lowers it.`,
    );
  return asks;
}

function termsAsk({ title, verdict }: TermsTest): string {
  const name = `The terms “${shownName(title)}”`;
  return verdict === "within" ? `${name}, which keep all of your limits: ` : `${name}: `;
}

function effectOf({ measures }: TermsTest, own: TermsTest): string {
  const chance = (of: TermsTest["measures"]) => inHundred(of.probabilityOfLoss.value ?? 0);
  const loss = (of: TermsTest["measures"]) =>
    shownPounds(Math.round((of.expectedShortfall95.value ?? 0) / 100) * 100);
  return `you lose money in ${chance(measures)} in place of ${chance(own.measures)}, and the average loss in the worst 1 in 20 is ${loss(measures)} in place of ${loss(own.measures)}.`;
}

function lossOf({ measures }: TermsTest): number {
  return measures.expectedShortfall95.value ?? 0;
}

/** What steady referrals the offer needs, and what to ask where no number, or more than are indicated, does it. */
function referralAsk({ steadyBreakEven: steady, planned }: OfferTest, checked: CheckedScenario): string[] {
  if (steady === undefined || steady.isAny || steady.isMost) return [];
  const people = (value: number) => `${shownNumber(value, "people a month", 0.1)} people a month`;
  const indicated = indicativePerMonth(checked.timeline);
  if (steady.value === null)
    return [
      planned.margin < 0
        ? `Higher prices: even if all goes to plan, ${shownPounds(Math.round(-planned.margin))} is missing.`
        : `Higher prices: with up to ${people(steady.most)} you lose money on average, as outcomes and claims fall short of the plan.`,
    ];
  if (steady.value > indicated)
    return [
      `Higher prices or more people: at these prices you need ${people(steady.value)} to break even, and ${people(indicated)} are indicated.`,
    ];
  return [
    `How sure the forecast of ${people(indicated)} is: with fewer than ${people(steady.value)}, month after month, you lose money on average.`,
  ];
}
