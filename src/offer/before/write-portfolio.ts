import type { ContractFutures } from "./contract-futures.ts";
import { deepestNeed, type Waiting } from "./deepest-need.ts";
import type { PortfolioFutures } from "./portfolio-futures.ts";
import type { PortfolioPart } from "./portfolio-part.ts";
import { type CallOff, takeCallOffs } from "./take-call-offs.ts";

/**
 * Writes what some futures leave of all offers together.
 *
 * `futuresOf` gives the contract of an offer, the number-th of it that is run in a future.
 */
export function writePortfolio(
  { offers, slots, mostAtOnce, from, count }: PortfolioPart,
  futuresOf: (offer: number, number: number) => ContractFutures,
  into: PortfolioFutures,
): void {
  for (let path = 0; path < count; path++) {
    const to = from + path;
    const callOffs: CallOff[] = [];
    const waitings = slots.map(({ offer, isCalledOff, waits }, slot): Waiting => {
      const { bidPence, holdingPence, highMonths } = offers[offer]!.before;
      if (!isCalledOff[path]) return { bidPence, holdingPence, months: highMonths };
      callOffs.push({ slot, wait: waits[path]! });
      return { bidPence, holdingPence, months: waits[path]! };
    });
    const run = offers.map(() => 0);
    const { running, turnedDown, mostRunning } = takeCallOffs(callOffs, mostAtOnce, (slot) => {
      const { offer } = slots[slot]!;
      const contract = futuresOf(offer, run[offer]!++);
      return { contract, months: contract.lastMonth[path]! };
    });
    let [margin, payment] = [0, 0];
    for (const { contract } of running) {
      margin += contract.margin[path]!;
      payment += contract.payment[path]!;
    }
    for (const { bidPence, holdingPence, months } of waitings) margin -= bidPence + holdingPence * months;
    const shifted = running.map(({ wait, contract }) => ({ wait, cash: contract.cash, path }));
    const need = deepestNeed(waitings, shifted);
    into.margin[to] = margin;
    into.payment[to] = payment;
    into.peakFunding[to] = need.pence;
    into.peakFundingMonth[to] = need.month;
    into.calledOff[to] = callOffs.length;
    into.turnedDown[to] = turnedDown;
    into.contracts[to] = running.length;
    into.mostRunning[to] = mostRunning;
  }
}
