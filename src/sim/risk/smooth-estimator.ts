import { averageOf } from "./average.ts";
import { deviationExtraVariance, deviationOf, writeDeviationInfluence } from "./deviation.ts";
import { expectedShortfallOf, shortfallDegrees, writeShortfallInfluence } from "./expected-shortfall.ts";
import { meanLossOf, writeLosses } from "./mean-loss.ts";
import type { SmoothEstimator } from "./metric.ts";
import { type Denominator, ratioOf, writeRatioInfluence } from "./ratio.ts";
import { ascendingColumn, columnOf, type Sample } from "./sample.ts";

/** Gives a smooth measure of one policy in the unit of its columns (pence for money); null where it does not exist. */
export function smoothValue(estimator: SmoothEstimator, sample: Sample): number | null {
  switch (estimator.kind) {
    case "mean":
      return averageOf(columnOf(sample, estimator.column));
    case "deviation":
      return deviationOf(columnOf(sample, estimator.column));
    case "meanLoss":
      return meanLossOf(ascendingColumn(sample, estimator.column));
    case "shortfall":
      return expectedShortfallOf(
        ascendingColumn(sample, estimator.column),
        estimator.side,
        estimator.percent,
      );
    case "ratio": {
      const denominator = denominatorOf(estimator, sample);
      return denominator === null ? null : ratioOf(columnOf(sample, estimator.column), denominator);
    }
  }
}

/**
 * Writes each path's influence on a smooth measure, up to a constant, in the unit of its columns.
 * The error of the measure is, to first order, the mean of this influence. `into` holds one number a path.
 */
export function writeInfluence(estimator: SmoothEstimator, sample: Sample, into: Float64Array): void {
  const values = columnOf(sample, estimator.column);
  switch (estimator.kind) {
    case "mean":
      into.set(values);
      return;
    case "deviation":
      writeDeviationInfluence(values, into);
      return;
    case "meanLoss":
      writeLosses(values, into);
      return;
    case "shortfall": {
      const ascending = ascendingColumn(sample, estimator.column);
      writeShortfallInfluence(values, ascending, estimator.side, estimator.percent, into);
      return;
    }
    case "ratio": {
      const denominator = denominatorOf(estimator, sample);
      if (denominator !== null) writeRatioInfluence(values, denominator, into);
    }
  }
}

/** Gives the degrees of freedom of a smooth measure's error. */
export function degreesOf(estimator: SmoothEstimator, paths: number): number {
  return estimator.kind === "shortfall" ? shortfallDegrees(paths, estimator.percent) : Math.max(1, paths - 1);
}

/** Gives the variance that the first-order influence leaves out, in squared column units; with `other`, of the difference. */
export function extraVarianceOf(estimator: SmoothEstimator, sample: Sample, other?: Sample): number {
  if (estimator.kind !== "deviation") return 0;
  const values = columnOf(sample, estimator.column);
  return other === undefined
    ? deviationExtraVariance(values)
    : deviationExtraVariance(values, columnOf(other, estimator.column));
}

function denominatorOf(
  estimator: Extract<SmoothEstimator, { kind: "ratio" }>,
  sample: Sample,
): Denominator | null {
  const column = columnOf(sample, estimator.per);
  if (estimator.lessDeadweightOf === undefined) return { column };
  const share = sample.context.deadweightRate;
  return share === undefined
    ? null
    : { column, less: { share, column: columnOf(sample, estimator.lessDeadweightOf) } };
}
