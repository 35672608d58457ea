import type { LedgerColumns } from "../../sim/risk/ledger-columns.ts";
import { niceStep } from "./nice-ticks.ts";

/** Shares of futures by margin: bins of one width in pounds, with zero at an edge so that losses stand apart. */
export type MarginBins = {
  readonly width: number;
  /** The lowest edge. */
  readonly from: number;
  /** By policy, the share of futures in each bin; futures beyond the ends count in the last bin at that end. */
  readonly shares: readonly (readonly number[])[];
};

const wanted = 70;

/** Counts margins into bins that hold all but the outermost futures of every policy. */
export function marginBins(ledgers: readonly LedgerColumns[]): MarginBins {
  const ends = ledgers.map((ledger) => {
    const sorted = ledger.margin.slice().sort();
    const at = (share: number) => sorted[Math.round(share * (sorted.length - 1))]! / 100;
    return { low: at(0.005), high: at(0.995) };
  });
  const low = Math.min(...ends.map((end) => end.low));
  const high = Math.max(...ends.map((end) => end.high));
  const width = niceStep(Math.max((high - low) / wanted, 1));
  const first = Math.floor(low / width);
  const count = Math.max(1, Math.ceil(high / width) - first);
  const shares = ledgers.map(({ margin }) => {
    const bins = new Array<number>(count).fill(0);
    for (const pence of margin) {
      const bin = Math.floor(pence / 100 / width) - first;
      bins[Math.min(count - 1, Math.max(0, bin))]! += 1 / margin.length;
    }
    return bins;
  });
  return { width, from: first * width, shares };
}
