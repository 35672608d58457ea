import type { Side } from "./metric.ts";

/** Numbers in ascending order, by place from 0: a sorted column, or what a tally kept of one. */
export type Ascending = {
  readonly length: number;
  /** Undefined past the ends. */
  readonly at: (place: number) => number | undefined;
};

/**
 * Gives the order statistic of a rank (1 is the smallest) of a column or of its losses.
 * `ascending` is the sorted column; the rank is kept within 1…n. Losses are the column's numbers with the sign turned.
 */
export function orderStatistic(ascending: Ascending, side: Side, rank: number): number {
  const count = ascending.length;
  const kept = Math.min(count, Math.max(1, rank));
  return side === "loss" ? 0 - ascending.at(count - kept)! : ascending.at(kept - 1)!;
}

/** Gives the order statistic of a rank as an interval's end: −∞ below the sample and ∞ above it, where nothing bounds it. */
export function boundAtRank(ascending: Ascending, side: Side, rank: number): number {
  if (rank < 1) return Number.NEGATIVE_INFINITY;
  return rank > ascending.length ? Number.POSITIVE_INFINITY : orderStatistic(ascending, side, rank);
}

/**
 * Gives the smallest rank k with k ÷ n ≥ the level, which is the rank of the value at risk.
 * `percent` is a whole number, so that no rounding moves the rank.
 */
export function levelRank(count: number, percent: number): number {
  return Math.max(1, Math.ceil((count * percent) / 100));
}
