import type { BidStatistic } from "../../award/ocds/bid-statistic.ts";
import { nameWords } from "../../engine/words/name-words.ts";
import { numberWords, poundsWords } from "../../engine/words/value-words.ts";
import { padToWidth, shownName, visibleWidth } from "../visible-width.ts";

/** Measures of the standard's codelist in words. */
const words: Readonly<Record<string, string>> = {
  requests: "requests to take part",
  bids: "bids",
  validBids: "valid bids",
  bidders: "bidders",
  qualifiedBidders: "bidders who qualified",
  disqualifiedBidders: "bidders who did not qualify",
  electronicBids: "bids by electronic means",
  smeBids: "bids from small and medium-sized enterprises",
  tendersAbnormallyLow: "bids left out as abnormally low",
  lowestValidBidValue: "lowest valid bid",
  highestValidBidValue: "highest valid bid",
};

/** Bid statistics as a small table: a measure in words and its value, one a line; other codes are named as they are. */
export function statisticsLines(statistics: readonly BidStatistic[]): string[] {
  const rows = statistics.map(({ measure, value, currency }) => [
    Object.hasOwn(words, measure) ? words[measure]! : shownName(nameWords(measure)),
    statisticValue(value, currency),
  ]);
  const wide = rows.reduce((most, [name]) => Math.max(most, visibleWidth(name!)), 0);
  const long = rows.reduce((most, [, value]) => Math.max(most, visibleWidth(value!)), 0);
  return rows.map(
    ([name, value]) => `${padToWidth(name!, wide, "end")}  ${padToWidth(value!, long, "start")}`,
  );
}

function statisticValue(value: number, currency: string | undefined): string {
  if (currency === undefined) return numberWords(value);
  return currency === "GBP" ? poundsWords(value * 100) : `${numberWords(value)} ${shownName(currency)}`;
}
