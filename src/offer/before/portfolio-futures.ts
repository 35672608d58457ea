/** What a future leaves of standing offers, counted from the day they are made; one number a future, money in pence. */
export type PortfolioFutures = {
  readonly margin: Float64Array;
  /** All that commissioners pay. */
  readonly payment: Float64Array;
  readonly peakFunding: Float64Array;
  /** Month 0 is the day of the offers. */
  readonly peakFundingMonth: Float64Array;
  readonly calledOff: Float64Array;
  readonly turnedDown: Float64Array;
  /** Contracts that are run, and the most of them in one month. */
  readonly contracts: Float64Array;
  readonly mostRunning: Float64Array;
};

/** What a future leaves of one offer, from the day it is made; money in pence. */
export type OfferFutures = {
  /** 1 where the offer becomes a contract. */
  readonly isWon: Float64Array;
  readonly made: Outcome;
  /** The same if it becomes a contract in every future. */
  readonly ifWon: Outcome;
  /** The contract alone, from its award. */
  readonly contractMargin: Float64Array;
};

export type Outcome = Pick<PortfolioFutures, "margin" | "peakFunding" | "peakFundingMonth">;

/** Columns of so many futures, to be filled. */
export function emptyOutcome(paths: number): Outcome {
  const column = () => new Float64Array(paths);
  return { margin: column(), peakFunding: column(), peakFundingMonth: column() };
}

/** Columns of so many futures, to be filled. */
export function emptyPortfolio(paths: number): PortfolioFutures {
  const column = () => new Float64Array(paths);
  return {
    ...emptyOutcome(paths),
    payment: column(),
    calledOff: column(),
    turnedDown: column(),
    contracts: column(),
    mostRunning: column(),
  };
}
