/** A count, or a value in a currency, of the bids to a tender, under a code of the standard's list of measures. */
export type BidStatistic = {
  readonly measure: string;
  readonly value: number;
  readonly currency?: string;
};
