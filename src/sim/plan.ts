/** What a policy's terms come to if all goes as indicated and believed, in pence. */
export type Plan = {
  /** Start fees and outcome payments on the plan run, with no service fee taken out. */
  readonly contractValue: number;
  /** Everything owed on the plan run. */
  readonly total: number;
  readonly serviceFee: number;
  /** Service fee still planned after month m; place 0 is the beginning. */
  readonly serviceFeeAfter: readonly number[];
  /** Other payments still planned for people who have not started by the end of month m. */
  readonly paymentsAfter: readonly number[];
  /** Avoidable cost still planned after month m that does not depend on people. */
  readonly fixedCostAfter: readonly number[];
  /** Avoidable cost still planned for people who have not started by the end of month m. */
  readonly peopleCostAfter: readonly number[];
};
