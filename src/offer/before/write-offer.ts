import type { ContractFutures } from "./contract-futures.ts";
import { deepestNeed } from "./deepest-need.ts";
import type { OfferFutures } from "./portfolio-futures.ts";
import type { PortfolioPart } from "./portfolio-part.ts";

/** Writes what some futures leave of one offer by itself: of the first of its kind that stands. */
export function writeOffer(
  { offers, slots, from, count }: PortfolioPart,
  offer: number,
  futures: ContractFutures,
  { isWon, made, ifWon, contractMargin }: OfferFutures,
): void {
  const { bidPence, holdingPence, highMonths } = offers[offer]!.before;
  const { isCalledOff, waits } = slots.find((slot) => slot.offer === offer)!;
  const lost = { bidPence, holdingPence, months: highMonths };
  const lostPence = bidPence + holdingPence * highMonths;
  const lostNeed = deepestNeed([lost], []);
  for (let path = 0; path < count; path++) {
    const to = from + path;
    const wait = waits[path]!;
    const need = deepestNeed(
      [{ bidPence, holdingPence, months: wait }],
      [{ wait, cash: futures.cash, path }],
    );
    contractMargin[to] = futures.margin[path]!;
    ifWon.margin[to] = futures.margin[path]! - bidPence - holdingPence * wait;
    ifWon.peakFunding[to] = need.pence;
    ifWon.peakFundingMonth[to] = need.month;
    isWon[to] = isCalledOff[path]!;
    made.margin[to] = isCalledOff[path] ? ifWon.margin[to]! : 0 - lostPence;
    const { pence, month } = isCalledOff[path] ? need : lostNeed;
    made.peakFunding[to] = pence;
    made.peakFundingMonth[to] = month;
  }
}
