import type { LedgerColumns } from "./risk/ledger-columns.ts";

/** What a provider's prices must achieve under `same-requirement`. */
export type Requirement = {
  readonly measure: "meanMargin" | "probabilityOfLoss";
  /** Pounds for meanMargin, a probability for probabilityOfLoss. */
  readonly target: number;
  /** Share of what terms save that is passed on to the commissioner in lower prices. */
  readonly passThrough: number;
};

/** The columns of a ledger that a gap is taken from. */
export const columnsOfGap = ["margin", "payment", "bill"] as const;

/** What a basis brings to 0 on average, and how near to 0 is near. */
export type BasisGap = {
  /** Per path: pence, or for a chance of loss 100 × (target − loss or not). */
  readonly of: (ledger: LedgerColumns) => Float64Array;
  /** What a miss is a share of: pence, or 100 for a chance. */
  readonly sizes: readonly number[];
  /** Does the gap of a path jump with the scale? Then a slope needs scales far apart. */
  readonly jumps: boolean;
  /** The miss that no scale can undercut on so many paths: half a path, for a chance. */
  readonly least: (paths: number) => number;
};

/** Opens the gap to a bill path by path (pence), or without one to the provider's requirement. */
export function openBasisGap(
  target: Float64Array | undefined,
  requirement: Requirement,
  atUnitPrices: readonly LedgerColumns[],
): BasisGap {
  if (target === undefined && requirement.measure === "probabilityOfLoss") {
    return {
      // More pay means less loss: the sign is turned so that a higher scale always means a higher number.
      of: (ledger) => ledger.margin.map((margin) => 100 * (requirement.target - (margin < 0 ? 1 : 0))),
      sizes: atUnitPrices.map(() => 100),
      jumps: true,
      least: (paths) => 50.0001 / paths,
    };
  }
  return {
    of: (ledger) =>
      target === undefined
        ? ledger.margin.map((margin) => margin - requirement.target * 100)
        : ledger.bill.map((bill, path) => bill - target[path]!),
    sizes: atUnitPrices.map((ledger) => Math.max(100, Math.abs(mean(target ?? ledger.payment)))),
    jumps: false,
    least: () => 0,
  };
}

/** The mean of a column. */
export function mean(column: Float64Array): number {
  let sum = 0;
  for (const value of column) sum += value;
  return sum / column.length;
}
