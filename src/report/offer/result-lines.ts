import type { OfferTest } from "../../offer/test/test-offer.ts";
import type { CheckedScenario } from "../../sim/check-scenario.ts";
import type { Estimate } from "../../sim/risk/estimate.ts";
import { indicativePerMonth } from "../../sim/timeline.ts";
import { shownEstimate } from "../shown-estimate.ts";
import { shownNumber, shownPounds } from "../shown-number.ts";
import { inHundred } from "./limit-words.ts";
import { worstMargin } from "./worst-margin.ts";

/** One result with its interval, for a reader with no statistics. */
export type ResultRow = { readonly name: string; readonly value: string; readonly interval: string };

/** What the offer comes to under its own terms, most important first. */
export function resultRows(test: OfferTest, checked: CheckedScenario): readonly ResultRow[] {
  const { measures } = test.terms[test.own]!;
  const row = (name: string, estimate: Estimate): ResultRow => {
    const { text, interval } = shownEstimate(estimate);
    return { name, value: text, interval };
  };
  const plain = (name: string, value: string, interval = ""): ResultRow => ({ name, value, interval });
  const { never, months } = test.breakEvenMonth;
  const month = measures.peakFundingMonthQuantile50.value;
  return [
    plain("Margin if everything goes to plan", shownPounds(Math.round(test.planned.margin))),
    row("Average margin, after all costs", measures.meanMargin),
    row("Margin in a bad case (1 in 20 is worse)", measures.marginQuantile05),
    row("Margin in a good case (1 in 20 is better)", measures.marginQuantile95),
    row("Chance of a loss", measures.probabilityOfLoss),
    row("Average margin of the worst 1 in 20 futures", worstMargin(measures)),
    row("Most cash out, in 19 of 20 futures at most", measures.peakFundingQuantile95),
    plain(
      "Month in which most cash is out, middle case",
      month === null || month === 0 ? "never" : `month ${month}`,
    ),
    row("Chance of needing more than your own cash", measures.probabilityPeakFundingExceedsReserves),
    row("Chance that cash runs out and you hand it back", measures.probabilityProviderExits),
    plain(
      "Month from which you are in the black, if ever",
      months === null ? "never" : `month ${months[1]}`,
      months === null ? "" : `[${months[0]}, ${months[2]}]`,
    ),
    plain("Never in the black again", inHundred(never.value)),
    ...steadyRow(test, checked),
    ...beforeRow(test),
  ];
}

/** Steady referrals that break even; not there before they are found. */
function steadyRow({ steadyBreakEven: steady }: OfferTest, checked: CheckedScenario): ResultRow[] {
  if (steady === undefined) return [];
  const people = (value: number) => shownNumber(value, "people a month", 0.1);
  const name = "Steady referrals a month that break even";
  const indicated = `of ${people(indicativePerMonth(checked.timeline))} indicated`;
  if (steady.isAny) return [{ name, value: "any number does", interval: "" }];
  if (steady.value === null)
    return [{ name, value: `none up to ${people(steady.most)}`, interval: indicated }];
  const { value, low, high, isMost } = steady;
  const ends = low === null || high === null || low === high ? "" : `[${people(low)}, ${people(high)}] `;
  return [{ name, value: `${isMost ? "up to " : ""}${people(value)}`, interval: `${ends}${indicated}` }];
}

/** What each contract has to earn back of offers and waiting; not there where an offer says nothing of them. */
function beforeRow({ neededBefore }: OfferTest): ResultRow[] {
  if (neededBefore === undefined || neededBefore === 0) return [];
  const name = "Bids and waiting for each contract, not counted above";
  return [
    {
      name,
      value: neededBefore === null ? "never won" : shownPounds(Math.round(neededBefore)),
      interval: "",
    },
  ];
}
