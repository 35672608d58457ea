import type { Round } from "../../award/judge-round.ts";
import { moneyValue } from "./money-value.ts";
import type { Parties } from "./parties.ts";

/**
 * The offers of a round as bids: who made each, whether it was valid, and its rank.
 *
 * A winner's price is public with its award; another's only where `withValues` says so. Cost lines, ratings and
 * explanations never are.
 */
export function bidDetails({ ranking }: Round, parties: Parties, lot: string, withValues: boolean): object[] {
  return ranking.map(({ offer, rank, awarded }) => ({
    id: offer.offer.id,
    submissionType: "bid",
    status: rank === undefined ? "disqualified" : "valid",
    tenderers: [parties.bidderOf(offer.offer.id)],
    ...((awarded || withValues) && { value: moneyValue(offer.pricePence) }),
    relatedLots: [lot],
    hasRank: rank !== undefined,
    ...(rank !== undefined && { rank }),
  }));
}
