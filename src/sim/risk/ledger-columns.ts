/**
 * What every simulated path left in the ledger, for one policy: one number a path in each column.
 * Money in pence; `peakFunding` and the fees are at least 0, `margin` and `npv` have either sign; people may be
 * fractional; flags are 0 or 1. All columns have the same length, and place i is the same future under every policy.
 */
export type LedgerColumns = {
  readonly margin: Float64Array;
  readonly npv: Float64Array;
  readonly peakFunding: Float64Array;
  /** All that the commissioner pays the provider. */
  readonly payment: Float64Array;
  /** Payment, with the cost of levers and of buying the service again. */
  readonly bill: Float64Array;
  readonly serviceFee: Float64Array;
  readonly startFee: Float64Array;
  readonly outcomePayment: Float64Array;
  /** Payments of all other kinds, such as guarantees, adjustments and caps; either sign. */
  readonly otherPayment: Float64Array;
  readonly cancellationFee: Float64Array;
  readonly referrals: Float64Array;
  readonly starts: Float64Array;
  readonly jobOutcomes: Float64Array;
  /** 1 where a rule ended the contract early. */
  readonly terminated: Float64Array;
  /** 1 where the provider ran out of cash and handed the contract back. */
  readonly handedBack: Float64Array;
  /** Further columns, such as `paidWithNoReferral` (pence) and `overBudget` (flag). */
  readonly [name: string]: Float64Array;
};
