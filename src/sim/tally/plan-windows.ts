import type { WindowSpec } from "./tally-plan.ts";

/** A level of a column whose quantile is wanted, as a percent from below; `tail` where the mean beyond it is too. */
export type WantedLevel = { readonly percent: number; readonly tail: -1 | 0 | 1 };

/**
 * Gives the windows of one column that hold the wanted quantiles of the whole sample, and the order statistics of
 * their intervals, unless the pilot's ranks err by more than `reach` of their standard errors.
 * `ascending` is the pilot's column, sorted; `kept` the number of windows before.
 */
export function planWindows(
  place: number,
  wanted: readonly WantedLevel[],
  ascending: Float64Array,
  reach: number,
  kept: number,
): WindowSpec[] {
  const count = ascending.length;
  const at = (rank: number) =>
    rank < 1 ? Number.NEGATIVE_INFINITY : rank > count ? Number.POSITIVE_INFINITY : ascending[rank - 1]!;
  const single = wanted.map(({ percent, tail }) => {
    const level = percent / 100;
    const width = reach * Math.sqrt(count * level * (1 - level));
    const [low, high] = [at(Math.floor(count * level - width)), at(Math.ceil(count * level + width) + 1)];
    return { low, high, tail };
  });
  single.sort((a, b) => (a.low === b.low ? 0 : a.low - b.low));
  const merged: { low: number; high: number; tail: -1 | 0 | 1 }[] = [];
  for (const { low, high, tail } of single) {
    const last = merged.at(-1);
    if (last === undefined || low > last.high) {
      merged.push({ low, high, tail });
      continue;
    }
    last.high = Math.max(last.high, high);
    last.tail = last.tail === 0 ? tail : last.tail;
  }
  return merged.map((window, w) => ({ kind: "window", places: [place], ...window, kept: kept + w }));
}
