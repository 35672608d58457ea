import type { CashMonths } from "../../sim/cash-months.ts";
import { quantilesOf } from "../../sim/quantiles-of.ts";
import { clopperPearson } from "../../sim/risk/clopper-pearson.ts";

/** When the money that went out has come back for good. */
export type BreakEvenMonth = {
  readonly futures: number;
  /** Share of futures in which it never has, with its 95 % interval. */
  readonly never: { readonly value: number; readonly low: number; readonly high: number };
  /** The month from which cash is never below 0 again, in 1, 5 and 9 of 10 of the futures in which there is one. */
  readonly months: readonly [number, number, number] | null;
};

/** The first month from which on cash stays at 0 or above until the last payment; month 1 where it never was below. */
export function breakEvenMonth({ futures, months }: CashMonths): BreakEvenMonth {
  const found: number[] = [];
  for (let future = 0; future < futures; future++) {
    let month = months.length;
    while (month > 0 && months[month - 1]![future]! >= 0) month -= 1;
    if (month < months.length) found.push(month + 1);
  }
  const never = futures - found.length;
  return {
    futures,
    never: { value: never / futures, ...clopperPearson(never, futures) },
    months:
      found.length === 0
        ? null
        : (quantilesOf(Float64Array.from(found), [0.1, 0.5, 0.9]) as [number, number, number]),
  };
}
