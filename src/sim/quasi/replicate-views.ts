import { blockWidth } from "../block-width.ts";
import { averageOf } from "../risk/average.ts";
import type { LedgerColumns } from "../risk/ledger-columns.ts";
import { replicateOf, replicates } from "./replicates.ts";

/** Gives the part of a column, or of each column of a ledger, that belongs to one scrambling. */
export type ReplicateView = {
  readonly column: (whole: Float64Array) => Float64Array;
  readonly ledger: (whole: LedgerColumns) => LedgerColumns;
};

/** Opens the view of one scrambling; what several ledgers share is copied once. */
export function openReplicateView(replicate: number): ReplicateView {
  const known = new Map<Float64Array, Float64Array>();
  const column = (whole: Float64Array): Float64Array => {
    const made = known.get(whole) ?? partOf(whole, replicate);
    known.set(whole, made);
    return made;
  };
  return {
    column,
    ledger: (whole) =>
      Object.fromEntries(
        Object.entries(whole).map(([name, values]) => [name, column(values)]),
      ) as LedgerColumns,
  };
}

function partOf(whole: Float64Array, replicate: number): Float64Array {
  const part = new Float64Array(whole.length / replicates);
  for (let from = 0; from < whole.length; from += blockWidth) {
    const of = replicateOf(from / blockWidth);
    if (of.replicate === replicate) part.set(whole.subarray(from, from + blockWidth), of.chunk * blockWidth);
  }
  return part;
}

/** The mean of a column on each scrambling. */
export function replicateMeans(whole: Float64Array): number[] {
  return Array.from({ length: replicates }, (_, replicate) => averageOf(partOf(whole, replicate)));
}
