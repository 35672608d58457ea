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
  const needed = own.measures.breakEvenReferralsPerMonth.value;
  const indicated = indicativePerMonth(checked.timeline);
  const people = (value: number) => shownNumber(value, "people a month", 0.1);
  if (needed !== null && needed > 0)
    asks.push(
      needed <= indicated
        ? `How sure the forecast of ${people(indicated)} people a month is: below ${people(needed)} you lose money.`
        : `More people or better prices: you would need ${people(needed)} people a month to break even, and ${people(indicated)} are indicated.`,
    );
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
