import { ranked } from "../../sim/quantiles-of.ts";
import type { LedgerColumns } from "../../sim/risk/ledger-columns.ts";
import type { CountedMargins } from "../../sim/tally/compare-tallied.ts";
import type { MarginLayout } from "../../sim/tally/tally-plan.ts";
import { niceStep } from "./nice-ticks.ts";

/** Shares of futures by margin: bins of one width in pounds, with zero at an edge so that losses stand apart. */
export type MarginBins = {
  readonly width: number;
  /** The lowest edge. */
  readonly from: number;
  /** By policy, the share of futures in each bin; futures beyond the ends count in the last bin at that end. */
  readonly shares: readonly (readonly number[])[];
};

/** Where the spread of margins is taken from: every future's margin, or counts in bins where those were not kept. */
export type MarginSource = readonly LedgerColumns[] | CountedMargins;

const wanted = 70;

/** Lays out bins that hold all but the outermost futures of every policy. */
export function marginLayout(ledgers: readonly LedgerColumns[]): MarginLayout {
  const ends = ledgers.map((ledger) => {
    const places = [0.005, 0.995].map((share) => Math.round(share * (ledger.margin.length - 1)));
    const [low, high] = ranked(ledger.margin, places) as [number, number];
    return { low: low / 100, high: high / 100 };
  });
  const low = Math.min(...ends.map((end) => end.low));
  const high = Math.max(...ends.map((end) => end.high));
  const width = niceStep(Math.max((high - low) / wanted, 1));
  const first = Math.floor(low / width);
  return { width, first, count: Math.max(1, Math.ceil(high / width) - first) };
}

/** Counts margins into bins that hold all but the outermost futures of every policy. */
export function marginBins(source: MarginSource): MarginBins {
  if ("layout" in source) {
    const { width, first } = source.layout;
    return { width, from: first * width, shares: source.shares };
  }
  const { width, first, count } = marginLayout(source);
  const shares = source.map(({ margin }) => {
    const bins = new Array<number>(count).fill(0);
    for (const pence of margin) {
      const bin = Math.floor(pence / 100 / width) - first;
      bins[Math.min(count - 1, Math.max(0, bin))]! += 1 / margin.length;
    }
    return bins;
  });
  return { width, from: first * width, shares };
}
