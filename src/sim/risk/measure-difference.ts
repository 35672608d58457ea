import { atOnce, type Parts } from "../turns.ts";
import { type Adjustment, gapFactor, subtractGap } from "./adjustment.ts";
import { bonettPrice } from "./bonett-price.ts";
import { countHits, hasChance, writeHits } from "./chance.ts";
import { type Estimate, estimated, exactly, noEstimate } from "./estimate.ts";
import { influenceInterval, ROUNDING, withoutRounding } from "./influence-interval.ts";
import type { LedgerColumns } from "./ledger-columns.ts";
import { type Metric, type SmoothEstimator, scaleOf } from "./metric.ts";
import { metricsOf } from "./metrics.ts";
import { type Moments, momentsOf } from "./moments.ts";
import { type ProbabilityBetter, probabilityBetter } from "./probability-better.ts";
import { type Quantile, quantileOf, quantileSlope, writeBelow } from "./quantile.ts";
import { quantileDifferenceSpread } from "./quantile-difference.ts";
import type { RiskContext } from "./risk-context.ts";
import { ascendingColumn, columnOf, type Sample, sampleOf } from "./sample.ts";
import { degreesOf, extraVarianceOf, smoothValue, writeInfluence } from "./smooth-estimator.ts";
import { solvedPriceSpread } from "./solved-price-spread.ts";

/** What two policies differ by: every measure of the first less the second, and who does better how often. */
export type Difference = {
  readonly metrics: Record<string, Estimate>;
  readonly probabilityBetter: { readonly margin: ProbabilityBetter; readonly payment: ProbabilityBetter };
};

/** One side of a comparison with its space for one number a path. */
type Arm = {
  readonly sample: Sample;
  readonly adjustment: Adjustment | undefined;
  readonly scratch: Float64Array;
};

/**
 * Measures the difference a − b of every metric both ledgers allow, paired on the same paths, by metric id.
 * Money in pounds; a difference is null where either measure does not exist. For margin the higher policy is better,
 * for payment the lower. Throws RangeError where columns differ in length or there is no path.
 */
export function measureDifference(
  a: LedgerColumns,
  b: LedgerColumns,
  context: { readonly a: RiskContext; readonly b: RiskContext },
  adjustments: { readonly a?: Adjustment; readonly b?: Adjustment } = {},
): Difference {
  return atOnce(measuringDifference(a, b, context, adjustments));
}

/** Measures a difference as `measureDifference` does, one metric a part; by some metrics alone where their ids are given. */
export function* measuringDifference(
  a: LedgerColumns,
  b: LedgerColumns,
  context: { readonly a: RiskContext; readonly b: RiskContext },
  adjustments: { readonly a?: Adjustment; readonly b?: Adjustment } = {},
  metricIds?: readonly string[],
): Parts<Difference> {
  const first = armOf(a, context.a, adjustments.a);
  const second = armOf(b, context.b, adjustments.b);
  if (first.sample.paths !== second.sample.paths) {
    throw new RangeError(
      `paths: invalid pair: ${first.sample.paths} and ${second.sample.paths}; expected equal`,
    );
  }
  const both = new Set(metricsOf(second.sample));
  const metrics: Record<string, Estimate> = {};
  for (const metric of metricsOf(first.sample)) {
    if (metricIds !== undefined && !metricIds.includes(metric.id)) continue;
    if (both.has(metric)) metrics[metric.id] = compare(metric, first, second);
    yield;
  }
  return {
    metrics,
    probabilityBetter: {
      margin: probabilityBetter(a.margin, b.margin, "higher"),
      payment: probabilityBetter(a.payment, b.payment, "lower"),
    },
  };
}

function armOf(columns: LedgerColumns, context: RiskContext, adjustment: Adjustment | undefined): Arm {
  const sample = sampleOf(columns, context);
  return { sample, adjustment, scratch: new Float64Array(sample.paths) };
}

function compare(metric: Metric, first: Arm, second: Arm): Estimate {
  const { estimator, unit } = metric;
  switch (estimator.kind) {
    case "breakEven": {
      const one = first.sample.context.breakEvenReferralsPerMonth;
      const other = second.sample.context.breakEvenReferralsPerMonth;
      return one === null || other === null ? noEstimate(unit) : exactly(one - other, unit);
    }
    case "chance":
      if (!hasChance(estimator, first.sample) || !hasChance(estimator, second.sample))
        return noEstimate(unit);
      writeHits(estimator, first.sample, first.scratch);
      writeHits(estimator, second.sample, second.scratch);
      return compareChances(metric, first, second);
    case "quantile":
      return compareQuantiles(metric, estimator, first, second);
    default:
      return compareSmooth(metric, estimator, first, second);
  }
}

function compareSmooth(metric: Metric, estimator: SmoothEstimator, first: Arm, second: Arm): Estimate {
  const one = smoothValue(estimator, first.sample);
  const other = smoothValue(estimator, second.sample);
  if (one === null || other === null) return noEstimate(metric.unit);
  const scale = scaleOf(metric);
  writeInfluence(estimator, first.sample, first.scratch);
  writeInfluence(estimator, second.sample, second.scratch);
  subtractScratch(first, second);
  const missed = extraVarianceOf(estimator, first.sample, second.sample);
  subtractGap(first.scratch, first.adjustment, gapFactor(first.adjustment, metric.id, scale));
  subtractGap(first.scratch, second.adjustment, 0 - gapFactor(second.adjustment, metric.id, scale));
  return smoothDifference(metric, estimator, one, other, momentsOf(first.scratch), missed);
}

/**
 * Gives the difference of two smooth measures from both values, the moments of the difference of their influences and
 * the variance that these leave out: all in the unit of their columns.
 */
export function smoothDifference(
  metric: Metric,
  estimator: SmoothEstimator,
  one: number,
  other: number,
  influence: Moments,
  missed: number,
): Estimate {
  const scale = scaleOf(metric);
  const degrees = degreesOf(estimator, influence.count);
  const size = Math.max(Math.abs(one), Math.abs(other));
  const value = Math.abs(one - other) <= ROUNDING * size ? 0 : one - other;
  const spread = influenceInterval(value, influence, degrees, missed);
  const settled = withoutRounding(value, spread, size);
  const most = estimator.kind === "ratio" ? (estimator.most ?? Number.POSITIVE_INFINITY) : undefined;
  return estimated(
    value,
    settled,
    metric.unit,
    most === undefined ? { scale } : { scale, least: 0 - most, most },
  );
}

function compareChances(metric: Metric, first: Arm, second: Arm): Estimate {
  const { paths } = first.sample;
  const value = (countHits(first.scratch) - countHits(second.scratch)) / paths;
  let onlyFirst = 0;
  let onlySecond = 0;
  subtractScratch(first, second);
  for (const difference of first.scratch) {
    if (difference > 0) onlyFirst++;
    else if (difference < 0) onlySecond++;
  }
  const plain = bonettPrice(onlyFirst, onlySecond, paths);
  writeCorrection(metric, first, second);
  const spread = solvedPriceSpread(value, plain, first.scratch, second.scratch);
  return estimated(value, spread ?? plain, metric.unit, { least: -1, most: 1 });
}

function compareQuantiles(metric: Metric, quantile: Quantile, first: Arm, second: Arm): Estimate {
  const scale = scaleOf(metric);
  const [one, other] = [first, second].map(({ sample, scratch }) => {
    const values = columnOf(sample, quantile.column);
    const ascending = ascendingColumn(sample, quantile.column);
    writeBelow(quantile, values, ascending, scratch);
    return { values, ascending, below: scratch, slope: quantileSlope(quantile, ascending) };
  }) as [QuantileArm, QuantileArm];
  const value = quantileOf(quantile, one.ascending) - quantileOf(quantile, other.ascending);
  const plain = sameNumbers(one.values, other.values)
    ? { se: 0, low: value, high: value }
    : quantileDifferenceSpread(quantile, one, other);
  for (let path = 0; path < one.below.length; path++) {
    one.below[path] = other.slope * other.below[path]! - one.slope * one.below[path]!;
  }
  writeCorrection(metric, first, second);
  const spread = solvedPriceSpread(value, plain, one.below, other.below);
  return estimated(value, spread, metric.unit, { scale });
}

type QuantileArm = {
  readonly values: Float64Array;
  readonly ascending: Float64Array;
  readonly below: Float64Array;
  readonly slope: number;
};

function subtractScratch(first: Arm, second: Arm): void {
  const { scratch } = first;
  for (let path = 0; path < scratch.length; path++) scratch[path] = scratch[path]! - second.scratch[path]!;
}

/** Leaves in the second arm's space what the solved prices of both arms take off the influence of the difference. */
function writeCorrection(metric: Metric, first: Arm, second: Arm): void {
  const scale = scaleOf(metric);
  second.scratch.fill(0);
  subtractGap(second.scratch, first.adjustment, 0 - gapFactor(first.adjustment, metric.id, scale));
  subtractGap(second.scratch, second.adjustment, gapFactor(second.adjustment, metric.id, scale));
}

function sameNumbers(first: Float64Array, second: Float64Array): boolean {
  for (let place = 0; place < first.length; place++) if (first[place] !== second[place]) return false;
  return true;
}
