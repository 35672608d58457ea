import type { JudgedOffer, Round } from "./judge-round.ts";

type Judged = Pick<Round, "ranking" | "budgetLeftPence">;

/**
 * What is left of the budget when a ranked offer's turn comes, in pence; undefined where as many as may win won before.
 *
 * `pricePence` is the price that it was judged at, where that is not its own.
 */
export function budgetAtTurn(
  { ranking, budgetLeftPence }: Judged,
  { rank, awarded, offer }: JudgedOffer,
  most: number,
  pricePence = offer.pricePence,
): number | undefined {
  if (rank === undefined) return undefined;
  let above = 0;
  let left = budgetLeftPence + (awarded ? pricePence : 0);
  for (const other of ranking) {
    if (!other.awarded) continue;
    if (other.rank! < rank) above += 1;
    // What went to those after it was there at its turn.
    else if (other.rank! > rank) left += other.offer.pricePence;
  }
  return above >= most ? undefined : left;
}

/**
 * Was a ranked offer not awarded although fewer above it won than may win: for what was left of the budget?
 *
 * "price": it cost more than was left. "stop": one above it did, and that ended the awards.
 */
export function keptOutByBudget(
  round: Judged,
  judged: JudgedOffer,
  most: number,
): "price" | "stop" | undefined {
  if (judged.awarded) return undefined;
  const left = budgetAtTurn(round, judged, most);
  if (left === undefined) return undefined;
  return judged.offer.pricePence > left ? "price" : "stop";
}
