import type { Estimate } from "../../sim/risk/estimate.ts";
import type { JointLimits } from "./joint-limits.ts";
import { averageIn, chanceWhere, measured, monthOfNeed, turned } from "./measure-columns.ts";
import type { OfferFigures } from "./offer-figures.ts";
import type { OfferFutures, Outcome } from "./portfolio-futures.ts";

/** What is measured of an offer counted from the day it is made; money in pounds. */
export type OutcomeMeasures = {
  readonly meanMargin: Estimate;
  readonly probabilityOfLoss: Estimate;
  readonly probabilityOfLossBeyondLimit: Estimate;
  /** Average loss in the worst 1 in 20 futures. */
  readonly expectedShortfall95: Estimate;
  /** Cash that suffices in 19 of 20 futures, and the month in which most is out. */
  readonly peakFundingQuantile95: Estimate;
  readonly peakFundingMonthQuantile50: Estimate;
  /** Chance that more cash is out than there is, with the overdraft. */
  readonly probabilityOutOfCash: Estimate;
};

export type OfferMeasures = {
  /** Share of the simulated offers that became a contract. */
  readonly calledOff: Estimate;
  /** The contract alone, counted from its award. */
  readonly contractMargin: Estimate;
  /** The contract's margin less its own bid and wait and those of the offers lost for it; null where none is won. */
  readonly marginPerContractWon: Estimate | null;
  /** Over all offers made. */
  readonly made: OutcomeMeasures;
  /** Over offers that become a contract, each with its own bid and wait. */
  readonly ifWon: OutcomeMeasures;
};

/** Measures one offer by itself, against the limits of who makes it. */
export function measureOffer(
  futures: OfferFutures,
  figures: OfferFigures,
  limits: JointLimits,
): OfferMeasures {
  const { callOffShare, meanCostPence, neededMarginPence, wonPence } = figures;
  const contractMargin = averageIn("pounds", futures.contractMargin);
  // Averages of call-offs and waits are known, so that only the contract's luck is left in these.
  const made = turned(contractMargin, callOffShare, meanCostPence / 100);
  const ifWon = turned(contractMargin, 1, wonPence / 100);
  return {
    calledOff: chanceWhere(futures.isWon, (won) => won === 1),
    contractMargin,
    marginPerContractWon:
      neededMarginPence === null ? null : turned(contractMargin, 1, neededMarginPence / 100),
    made: { ...measureOutcome(futures.made, limits), meanMargin: made },
    ifWon: { ...measureOutcome(futures.ifWon, limits), meanMargin: ifWon },
  };
}

/** Measures what futures leave, against limits. */
export function measureOutcome(
  { margin, peakFunding, peakFundingMonth }: Outcome,
  limits: JointLimits,
): OutcomeMeasures {
  const floor = limits.cashPence + limits.overdraftPence;
  return {
    meanMargin: averageIn("pounds", margin),
    probabilityOfLoss: measured("probabilityOfLoss", { margin }),
    probabilityOfLossBeyondLimit: chanceWhere(margin, (pence) => pence < 0 - limits.lossPence),
    expectedShortfall95: measured("expectedShortfall95", { margin }),
    peakFundingQuantile95: measured("peakFundingQuantile95", { peakFunding }),
    peakFundingMonthQuantile50: monthOfNeed(peakFunding, peakFundingMonth),
    probabilityOutOfCash: chanceWhere(peakFunding, (pence) => pence > floor),
  };
}
