import type { Unit } from "./estimate.ts";

/** A condition on one path: money below or above zero, peak funding above the reserves, or any of the flags raised. */
export type ChanceEvent = "belowZero" | "aboveZero" | "aboveReserves";

/** Which way a column is read: as it stands, or as a loss (the column with its sign turned). */
export type Side = "value" | "loss";

/**
 * How a measure is estimated from columns. Levels are whole percents, so that ranks are exact.
 * `quantile` has two definitions: "type 7" interpolates between neighbours, "smallest" is the smallest x with F(x) ≥ level.
 */
export type Estimator =
  | { readonly kind: "mean"; readonly column: string }
  | { readonly kind: "deviation"; readonly column: string }
  | { readonly kind: "meanLoss"; readonly column: string }
  | { readonly kind: "shortfall"; readonly column: string; readonly side: Side; readonly percent: number }
  | {
      readonly kind: "ratio";
      readonly column: string;
      readonly per: string;
      /** Taken off the denominator at the deadweight rate; the ratio is null where nothing positive is left. */
      readonly lessDeadweightOf?: string;
      /** What the ratio cannot pass, where the numerator is a part of the denominator. */
      readonly most?: number;
    }
  | { readonly kind: "chance"; readonly event: ChanceEvent; readonly columns: readonly string[] }
  | {
      readonly kind: "quantile";
      readonly definition: "type 7" | "smallest";
      readonly column: string;
      readonly side: Side;
      readonly percent: number;
    }
  | { readonly kind: "breakEven" };

/** Estimators that are a mean of one number a path, to first order: their errors add up and subtract path by path. */
export type SmoothEstimator = Extract<
  Estimator,
  { kind: "mean" | "deviation" | "meanLoss" | "shortfall" | "ratio" }
>;

/** One risk measure: its name in results, its words for readers, and how it is estimated. */
export type Metric = {
  readonly id: string;
  readonly title: string;
  readonly unit: Unit;
  /** What it says, in one sentence. */
  readonly meaning: string;
  readonly estimator: Estimator;
};

/** Gives the names of the ledger columns that a metric reads; none where it is computed elsewhere. */
export function columnsOf(metric: Metric): readonly string[] {
  const { estimator } = metric;
  switch (estimator.kind) {
    case "breakEven":
      return [];
    case "chance":
      return estimator.columns;
    case "ratio": {
      const { column, per, lessDeadweightOf } = estimator;
      return lessDeadweightOf === undefined ? [column, per] : [column, per, lessDeadweightOf];
    }
    default:
      return [estimator.column];
  }
}

/** Gives the number of column units in one unit of the metric: 100 for pounds, whose columns hold pence, else 1. */
export function scaleOf(metric: Metric): number {
  return metric.unit === "pounds" ? 100 : 1;
}
