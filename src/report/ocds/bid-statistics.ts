import { readsEverything } from "../../award/bind-rule.ts";
import type { JudgedOffer, Round } from "../../award/judge-round.ts";
import type { BidStatistic } from "../../award/ocds/bid-statistic.ts";
import { organisationKey } from "./parties.ts";

/**
 * Counts a round by the measures of the standard's codelist.
 *
 * A bid is valid where every check let it stand; a bidder is qualified where at least one of its bids passed the gates
 * of admission, so that one below the standard of quality is qualified and its bid is not valid. What is not known is
 * left out: requests to take part, bids by electronic means, and bids of small firms where not every bidder says.
 * Values in pounds, of the lowest and highest valid bid, are given only where prices may be published.
 */
export function bidStatistics({ ranking }: Round, withValues = false): BidStatistic[] {
  const valid = ranking.filter(({ rank }) => rank !== undefined);
  const bidders = new Set(ranking.map(keyOf));
  const qualified = new Set(ranking.filter(isAdmitted).map(keyOf));
  const sizes = ranking.map(({ offer }) => offer.offer.bidder.small);
  const prices = valid.map(({ offer }) => offer.pricePence / 100);
  return [
    { measure: "bids", value: ranking.length },
    { measure: "validBids", value: valid.length },
    { measure: "bidders", value: bidders.size },
    { measure: "qualifiedBidders", value: qualified.size },
    { measure: "disqualifiedBidders", value: bidders.size - qualified.size },
    ...(sizes.includes(undefined) ? [] : [{ measure: "smeBids", value: sizes.filter(Boolean).length }]),
    { measure: "tendersAbnormallyLow", value: ranking.filter(isTooLow).length },
    ...(withValues && prices.length > 0
      ? [
          { measure: "lowestValidBidValue", value: lowest(prices), currency: "GBP" },
          { measure: "highestValidBidValue", value: -lowest(prices.map((price) => -price)), currency: "GBP" },
        ]
      : []),
  ];
}

function keyOf({ offer }: JudgedOffer): string {
  return organisationKey(offer.offer.bidder);
}

function isAdmitted({ excluded }: JudgedOffer): boolean {
  return excluded.every(({ rule }) => rule.ruleset.kind !== "admission");
}

/** The codelist counts tenders left out for a low price, not those that were asked about it. */
function isTooLow({ offer, excluded }: JudgedOffer): boolean {
  return (
    offer.offer.lowPrice?.accepted === false &&
    excluded.some(({ rule }) => readsEverything(rule.ruleset).includes("lowPriceExplanation"))
  );
}

/** Without spreading: a round may have more offers than a call has arguments. */
function lowest(values: readonly number[]): number {
  return values.reduce((least, value) => (value < least ? value : least));
}
