import { type Estimate, estimated, exactly, noEstimate, type Unit } from "../../sim/risk/estimate.ts";
import { influenceInterval } from "../../sim/risk/influence-interval.ts";
import type { LedgerColumns } from "../../sim/risk/ledger-columns.ts";
import { chanceSpread, measureOne } from "../../sim/risk/measure-policy.ts";
import { momentsOf } from "../../sim/risk/moments.ts";

/** How often something happens over all futures, with its exact interval. */
export function chanceWhere(column: Float64Array, happens: (value: number) => boolean): Estimate {
  let hits = 0;
  for (const value of column) if (happens(value)) hits++;
  return estimated(hits / column.length, chanceSpread(hits, column.length), "probability");
}

/** The average of a column; pence become pounds. */
export function averageIn(unit: Unit, column: Float64Array): Estimate {
  const moments = momentsOf(column);
  const spread = influenceInterval(moments.mean, moments, Math.max(1, moments.count - 1));
  return estimated(moments.mean, spread, unit, { scale: unit === "pounds" ? 100 : 1 });
}

/** A measure of `docs/measures.md` on columns of one's own, by its id. */
export function measured(id: string, columns: Readonly<Record<string, Float64Array>>): Estimate {
  const paths = Object.values(columns)[0]!.length;
  const context = { paths, breakEvenReferralsPerMonth: null };
  return measureOne(columns as LedgerColumns, context, id)!;
}

/** The month in which most cash is out, in the middle of the futures in which any is. */
export function monthOfNeed(peakFunding: Float64Array, months: Float64Array): Estimate {
  const needed = months.filter((_, path) => peakFunding[path]! > 0);
  return needed.length === 0
    ? noEstimate("month")
    : measured("peakFundingMonthQuantile50", { peakFundingMonth: needed });
}

/** An estimate times a factor, less what is known without error, in its unit. */
export function turned({ value, se, low, high, unit }: Estimate, factor: number, less: number): Estimate {
  const turn = (number: number | null) => (number === null ? null : number * factor - less);
  if (factor === 0) return exactly(0 - less, unit);
  return { value: turn(value), se: se === null ? null : se * factor, low: turn(low), high: turn(high), unit };
}
