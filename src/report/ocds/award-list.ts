import type { Round } from "../../award/judge-round.ts";
import { moneyValue } from "./money-value.ts";
import type { Parties } from "./parties.ts";

/**
 * The awards of a round, in the order of rank.
 *
 * They are pending: a judged round proposes them, and whoever publishes says when they are in force.
 */
export function awardList(
  { ranking }: Round,
  parties: Parties,
  lot: string,
  day: string | undefined,
): object[] {
  return ranking
    .filter(({ awarded }) => awarded)
    .map(({ offer }) => {
      const { id } = offer.offer;
      const supplier = parties.bidderOf(id);
      return {
        id: `award-${id}`,
        title: `Award to ${supplier.name}`,
        status: "pending",
        ...(day !== undefined && { date: `${day}T00:00:00Z` }),
        value: moneyValue(offer.pricePence),
        suppliers: [supplier],
        relatedLots: [lot],
        relatedBids: [id],
      };
    });
}
