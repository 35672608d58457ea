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
  readonly meanCalledOff: Estimate;
  readonly meanContracts: Estimate;
  readonly meanTurnedDown: Estimate;
  readonly probabilityTurnedDown: Estimate;
  readonly meanMostRunning: Estimate;
  /** By the most contracts that run in one month, from 0: how often it is that many. */
  readonly mostRunning: readonly Estimate[];
};

/** Measures a portfolio against the limits of the organisation. */
export function measurePortfolio(futures: PortfolioFutures, limits: JointLimits): PortfolioMeasures {
  const { margin, payment, calledOff, contracts, turnedDown, mostRunning } = futures;
  const most = mostRunning.reduce((a, b) => Math.max(a, b), 0);
  return {
    ...measureOutcome(futures, limits),
    meanPayment: averageIn("pounds", payment),
    meanMarginBeyondNeed: averageIn(
      "pounds",
      margin.map((pence, path) => pence - Math.round(limits.marginShare * payment[path]!)),
    ),
    meanCalledOff: averageIn("contracts", calledOff),
    meanContracts: averageIn("contracts", contracts),
    meanTurnedDown: averageIn("contracts", turnedDown),
    probabilityTurnedDown: chanceWhere(turnedDown, (count) => count > 0),
    meanMostRunning: averageIn("contracts", mostRunning),
    mostRunning: Array.from({ length: most + 1 }, (_, count) =>
      chanceWhere(mostRunning, (running) => running === count),
    ),
  };
}
