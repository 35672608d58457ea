/** What a simulation of the contract says of one offer. */
export type DeliveryRisk = {
  readonly chanceOfLoss: number;
  readonly chanceOfFailure: number;
  /** Pence; the average over the worst 1 in 20 futures, negative where even that is a profit. */
  readonly averageWorstLossPence: number;
};
