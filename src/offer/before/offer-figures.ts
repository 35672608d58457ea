import type { BeforeContract } from "./before-contract.ts";

/** What is known of an offer without simulating; money in pence, null where such an offer is never called off. */
export type OfferFigures = {
  readonly callOffShare: number;
  /** Months from the offer to the contract, on average over those that are called off. */
  readonly meanWaitMonths: number;
  /** What an offer costs that leads to nothing. */
  readonly lostPence: number;
  /** What an offer costs up to its contract, on average over those that are called off. */
  readonly wonPence: number;
  /** What an offer costs before any contract, on average over all. */
  readonly meanCostPence: number;
  readonly offersPerContract: number | null;
  /** What each contract has to carry of offers that led to nothing. */
  readonly lostPerContractPence: number | null;
  /** The margin of a contract, counted from its award, at which offering pays for itself: mean cost ÷ chance. */
  readonly neededMarginPence: number | null;
};

/** Gives what follows from an offer's own figures by arithmetic alone. */
export function offerFigures(before: BeforeContract): OfferFigures {
  const { bidPence, holdingPence, callOffShare, waits, highMonths } = before;
  const lostPence = bidPence + holdingPence * highMonths;
  const wonPence = bidPence + holdingPence * waits.meanMonths;
  const meanCostPence = callOffShare * wonPence + (1 - callOffShare) * lostPence;
  const perContract = (pence: number) => (callOffShare === 0 ? null : pence / callOffShare);
  return {
    callOffShare,
    meanWaitMonths: waits.meanMonths,
    lostPence,
    wonPence,
    meanCostPence,
    offersPerContract: perContract(1),
    lostPerContractPence: perContract((1 - callOffShare) * lostPence),
    neededMarginPence: perContract(meanCostPence),
  };
}
