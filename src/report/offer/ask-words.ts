import type { OfferTest, TermsTest } from "../../offer/test/test-offer.ts";
import type { CheckedScenario } from "../../sim/check-scenario.ts";
import { indicativePerMonth } from "../../sim/timeline.ts";
import { shownNumber, shownPounds } from "../shown-number.ts";
import { shownName } from "../visible-width.ts";
import { inHundred } from "./limit-words.ts";
import { worstMargin } from "./worst-margin.ts";

/** What a board might ask the commissioner for: terms that help, said with what they would change. */
export function asksOf(test: OfferTest, checked: CheckedScenario): readonly string[] {
  const own = test.terms[test.own]!;
  const better = test.terms.filter((terms) => isBetter(terms, own)).sort((a, b) => worstOf(b) - worstOf(a));
  const kept = better.filter(({ verdict }) => verdict === "within");
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

/** Clearly better in bad futures, and no loss more often: terms that only seem to help are not worth asking for. */
function isBetter({ measures, ...terms }: TermsTest, own: TermsTest): boolean {
  const gain = worstOf({ measures, ...terms }) - worstOf(own);
  const [chance, now] = [measures.probabilityOfLoss.value ?? 0, own.measures.probabilityOfLoss.value ?? 0];
  return gain > Math.max(1, 0.05 * Math.abs(worstOf(own))) && chance <= now;
}

function effectOf({ measures }: TermsTest, own: TermsTest): string {
  const chance = (of: TermsTest["measures"]) => inHundred(of.probabilityOfLoss.value ?? 0);
  const worst = (of: TermsTest["measures"]) =>
    shownPounds(Math.round((worstMargin(of).value ?? 0) / 100) * 100);
  const [then, now] = [chance(measures), chance(own.measures)];
  const loss = then === now ? "" : `you lose money in ${then} in place of ${now}, and `;
  return `${loss}the average margin of the worst 1 in 20 is ${worst(measures)} in place of ${worst(own.measures)}.`;
}

function worstOf({ measures }: TermsTest): number {
  return worstMargin(measures).value ?? 0;
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
