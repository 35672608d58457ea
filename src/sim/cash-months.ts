import type { Column } from "../engine/column.ts";
import type { CashAt } from "./block.ts";
import { blockWidth } from "./block-width.ts";
import { quantilesOf } from "./quantiles-of.ts";
import type { Parts } from "./turns.ts";

/** Cash of the first futures as each month leaves it, in pence. */
export type CashMonths = {
  readonly futures: number;
  /** By month, from month 1. */
  readonly months: readonly Float64Array[];
};

/** Bands between which a share of futures lies, in pounds, month by month from month 1. */
export type CashBands = {
  readonly futures: number;
  /** By share, from low to high: the value under or at which that share of futures is, in each month. */
  readonly pounds: readonly (readonly number[])[];
};

/**
 * Keeps the cash of `futures` futures, from a block on, under each of some policies, month by month: as much memory as
 * 8 bytes × futures × months × policies, so for a part of a run and not for all of it.
 */
export function openCashMonths(policies: number, futures: number, first = 0) {
  const kept = Array.from({ length: policies }, (): Float64Array[] => []);
  return {
    /** To be given to the blocks as their `watch`. */
    watch: ({ block, policy, month }: CashAt, cash: Column): void => {
      const from = (block - first) * blockWidth;
      if (from >= futures) return;
      const months = kept[policy]!;
      months[month - 1] ??= new Float64Array(futures);
      const column = months[month - 1]!;
      if (cash.uniform) column.fill(cash.value, from);
      else column.set(cash.data.subarray(0, futures - from), from);
    },
    /** By policy. */
    cash: (): readonly CashMonths[] => kept.map((months) => ({ futures, months })),
  };
}

/** Gives quantiles of each month's cash, a month a part: the smallest value that at least that share of futures does not pass. */
export function* cashBands({ futures, months }: CashMonths, shares: readonly number[]): Parts<CashBands> {
  const pounds = shares.map((): number[] => []);
  for (const month of months) {
    for (const [s, pence] of quantilesOf(month, shares).entries()) pounds[s]!.push(pence / 100);
    yield;
  }
  return { futures, pounds };
}
