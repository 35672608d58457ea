import type { JudgedOffer, Round } from "./judge-round.ts";

/**
 * Was a ranked offer not awarded although fewer offers above it won than may win: for what was left of the budget?
 *
 * "price": it cost more than was left. "stop": one above it did, and that ended the awards.
 */
export function keptOutByBudget(
  { ranking, budgetLeftPence }: Pick<Round, "ranking" | "budgetLeftPence">,
  { rank, awarded, offer }: JudgedOffer,
  most: number,
  /** The price that it was judged at, where that is not its own. */
  pricePence = offer.pricePence,
): "price" | "stop" | undefined {
  if (rank === undefined || awarded) return undefined;
  const above = ranking.filter((other) => other.awarded && other.rank! < rank);
  if (above.length >= most) return undefined;
  const below = ranking.filter((other) => other.awarded && other.rank! > rank);
  // What was left at its turn is what is left now and what went to those after it.
  const left = below.reduce((sum, other) => sum + other.offer.pricePence, budgetLeftPence);
  return pricePence > left ? "price" : "stop";
}
