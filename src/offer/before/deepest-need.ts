/** What an offer costs before its contract: the bid at once, then so much in each month of waiting; pence. */
export type Waiting = {
  readonly bidPence: number;
  readonly holdingPence: number;
  readonly months: number;
};

/** Cash of a contract as each of its months leaves it, from the month after a wait; pence, of one of many futures. */
export type ShiftedCash = {
  readonly wait: number;
  readonly cash: readonly Float64Array[];
  readonly path: number;
};

/** The most cash that is out, in pence, and the first month in which it is; month 0 is the day of the offers. */
export type DeepestNeed = { readonly pence: number; readonly month: number };

/** Finds the deepest hole in the cash of offers and contracts together, on one calendar. */
export function deepestNeed(waitings: readonly Waiting[], contracts: readonly ShiftedCash[]): DeepestNeed {
  let last = 0;
  let spent = 0;
  for (const { bidPence, months } of waitings) {
    spent += bidPence;
    last = Math.max(last, months);
  }
  for (const { wait, cash } of contracts) last = Math.max(last, wait + cash.length);
  let deepest: DeepestNeed = { pence: 0, month: 0 };
  for (let month = 0; month <= last; month++) {
    if (month > 0)
      for (const { holdingPence, months } of waitings) if (month <= months) spent += holdingPence;
    let need = spent;
    for (const { wait, cash, path } of contracts)
      if (month > wait) need -= cash[Math.min(month - wait, cash.length) - 1]![path]!;
    if (need > deepest.pence) deepest = { pence: need, month };
  }
  return deepest;
}
