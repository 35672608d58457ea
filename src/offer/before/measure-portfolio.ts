import type { Estimate } from "../../sim/risk/estimate.ts";
import type { JointLimits } from "./joint-limits.ts";
import { averageIn, chanceWhere } from "./measure-columns.ts";
import { measureOutcome, type OutcomeMeasures } from "./measure-offer.ts";
import type { PortfolioFutures } from "./portfolio-futures.ts";

/** What is measured of all offers together, counted from the day they are made. */
export type PortfolioMeasures = OutcomeMeasures & {
  readonly meanPayment: Estimate;
  /** Average margin less the margin that is needed of the income; pounds. */
  readonly meanMarginBeyondNeed: Estimate;
  readonly probabilityOfLossBeyondLimit: Estimate;
  /** Chance that more cash is out than there is, with the overdraft. */
  readonly probabilityOutOfCash: Estimate;
  readonly meanCalledOff: Estimate;
  readonly meanContracts: Estimate;
  readonly meanTurnedDown: Estimate;
  readonly probabilityTurnedDown: Estimate;
  /** By the most contracts that run in one month, from 0: how often it is that many. */
  readonly mostRunning: readonly Estimate[];
};

/** Measures a portfolio against the limits of the organisation. */
export function measurePortfolio(futures: PortfolioFutures, limits: JointLimits): PortfolioMeasures {
  const { margin, payment, peakFunding, calledOff, contracts, turnedDown, mostRunning } = futures;
  const floor = limits.cashPence + limits.overdraftPence;
  const most = mostRunning.reduce((a, b) => Math.max(a, b), 0);
  return {
    ...measureOutcome(futures),
    meanPayment: averageIn("pounds", payment),
    meanMarginBeyondNeed: averageIn(
      "pounds",
      margin.map((pence, path) => pence - limits.marginShare * payment[path]!),
    ),
    probabilityOfLossBeyondLimit: chanceWhere(margin, (pence) => pence < 0 - limits.lossPence),
    probabilityOutOfCash: chanceWhere(peakFunding, (pence) => pence > floor),
    meanCalledOff: averageIn("contracts", calledOff),
    meanContracts: averageIn("contracts", contracts),
    meanTurnedDown: averageIn("contracts", turnedDown),
    probabilityTurnedDown: chanceWhere(turnedDown, (count) => count > 0),
    mostRunning: Array.from({ length: most + 1 }, (_, count) =>
      chanceWhere(mostRunning, (running) => running === count),
    ),
  };
}
