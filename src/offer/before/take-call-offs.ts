/** An offer that is called off in a future: its place among the standing ones, and the months that it waited. */
export type CallOff = { readonly slot: number; readonly wait: number };

/** A contract that is run: from the month after its wait to `lastMonth`, both counted from the day of the offers. */
export type Running<C> = CallOff & { readonly lastMonth: number; readonly contract: C };

export type TakenCallOffs<C> = {
  readonly running: readonly Running<C>[];
  readonly turnedDown: number;
  /** The most contracts that run in one month. */
  readonly mostRunning: number;
};

/**
 * Takes what is called off in one future, in the order in which it comes (of one month in the order of the offers),
 * and turns down what would run beside `mostAtOnce` others.
 *
 * `open` gives the contract of a slot and how many months it takes up the provider.
 */
export function takeCallOffs<C>(
  callOffs: readonly CallOff[],
  mostAtOnce: number,
  open: (slot: number) => { readonly contract: C; readonly months: number },
): TakenCallOffs<C> {
  const running: Running<C>[] = [];
  let [turnedDown, mostRunning] = [0, 0];
  for (const { slot, wait } of [...callOffs].sort((a, b) => a.wait - b.wait || a.slot - b.slot)) {
    let beside = 0;
    for (const { lastMonth } of running) if (lastMonth > wait) beside++;
    if (beside >= mostAtOnce) {
      turnedDown++;
      continue;
    }
    const { contract, months } = open(slot);
    running.push({ slot, wait, contract, lastMonth: wait + months });
    mostRunning = Math.max(mostRunning, beside + 1);
  }
  return { running, turnedDown, mostRunning };
}
