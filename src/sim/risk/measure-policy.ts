import { atOnce, type Parts } from "../turns.ts";
import { type Adjustment, gapFactor, subtractGap, writeGap } from "./adjustment.ts";
import { countHits, hasChance, writeHits } from "./chance.ts";
import { clopperPearson } from "./clopper-pearson.ts";
import { type Estimate, estimated, exactly, noEstimate, type Spread } from "./estimate.ts";
import { influenceInterval, withoutRounding } from "./influence-interval.ts";
import { leastOf } from "./least-of.ts";
import type { LedgerColumns } from "./ledger-columns.ts";
import { type Metric, type SmoothEstimator, scaleOf } from "./metric.ts";
import { metricsOf } from "./metrics.ts";
import { type Moments, momentsOf } from "./moments.ts";
import { type Quantile, quantileOf, quantileSlope, quantileSpread, writeBelow } from "./quantile.ts";
import type { RiskContext } from "./risk-context.ts";
import { ascendingColumn, columnOf, isNeverNegative, type Sample, sampleOf } from "./sample.ts";
import { degreesOf, extraVarianceOf, smoothValue, writeInfluence } from "./smooth-estimator.ts";
import { solvedPriceSpread } from "./solved-price-spread.ts";

/** Space for two numbers a path, used over and over. */
type Scratch = { readonly influence: Float64Array; readonly correction: Float64Array };

/**
 * Measures one policy: every metric that its columns allow, each with standard error and 95 % interval, by metric id.
 * Money in pounds. `adjustment` where its unit prices were solved on these paths.
 * Throws RangeError where columns differ in length or there is no path.
 */
export function measurePolicy(
  columns: LedgerColumns,
  context: RiskContext,
  adjustment?: Adjustment,
): Record<string, Estimate> {
  return atOnce(measuringPolicy(columns, context, adjustment));
}

/** Measures one policy as `measurePolicy` does, one metric a part; by some metrics alone where their ids are given. */
export function* measuringPolicy(
  columns: LedgerColumns,
  context: RiskContext,
  adjustment?: Adjustment,
  metricIds?: readonly string[],
): Parts<Record<string, Estimate>> {
  const sample = sampleOf(columns, context);
  const scratch = {
    influence: new Float64Array(sample.paths),
    correction: new Float64Array(adjustment === undefined ? 0 : sample.paths),
  };
  const estimates: Record<string, Estimate> = {};
  for (const metric of metricsOf(sample)) {
    if (metricIds !== undefined && !metricIds.includes(metric.id)) continue;
    estimates[metric.id] = measure(metric, sample, adjustment, scratch);
    yield;
  }
  return estimates;
}

/** Measures one policy by one metric alone; undefined where its columns do not allow it. */
export function measureOne(
  columns: LedgerColumns,
  context: RiskContext,
  metricId: string,
): Estimate | undefined {
  const sample = sampleOf(columns, context);
  const metric = metricsOf(sample).find(({ id }) => id === metricId);
  const scratch = { influence: new Float64Array(sample.paths), correction: new Float64Array(0) };
  return metric && measure(metric, sample, undefined, scratch);
}

function measure(
  metric: Metric,
  sample: Sample,
  adjustment: Adjustment | undefined,
  scratch: Scratch,
): Estimate {
  const { estimator, unit } = metric;
  switch (estimator.kind) {
    case "breakEven": {
      const exact = sample.context.breakEvenReferralsPerMonth;
      return exact === null ? noEstimate(unit) : exactly(exact, unit);
    }
    case "chance": {
      if (!hasChance(estimator, sample)) return noEstimate(unit);
      writeHits(estimator, sample, scratch.influence);
      return measureChance(metric, adjustment, scratch);
    }
    case "quantile":
      return measureQuantile(metric, estimator, sample, adjustment, scratch);
    default:
      return measureSmooth(metric, estimator, sample, adjustment, scratch);
  }
}

function measureSmooth(
  metric: Metric,
  estimator: SmoothEstimator,
  sample: Sample,
  adjustment: Adjustment | undefined,
  { influence }: Scratch,
): Estimate {
  const value = smoothValue(estimator, sample);
  if (value === null) return noEstimate(metric.unit);
  const scale = scaleOf(metric);
  writeInfluence(estimator, sample, influence);
  subtractGap(influence, adjustment, gapFactor(adjustment, metric.id, scale));
  return smoothEstimate(
    metric,
    estimator,
    value,
    momentsOf(influence),
    extraVarianceOf(estimator, sample),
    leastOf(estimator, (name) => isNeverNegative(sample, name)),
  );
}

/**
 * Gives the estimate of a smooth measure from its value, the moments of its influence, the variance that this leaves
 * out and what the measure cannot fall below: all in the unit of its columns.
 */
export function smoothEstimate(
  metric: Metric,
  estimator: SmoothEstimator,
  value: number,
  influence: Moments,
  extraVariance: number,
  least: number,
): Estimate {
  const degrees = degreesOf(estimator, influence.count);
  const plain = influenceInterval(value, influence, degrees, extraVariance);
  // Columns hold whole pence, so that only a division leaves an error that is none.
  const spread = estimator.kind === "ratio" ? withoutRounding(value, plain, Math.abs(value)) : plain;
  const most = estimator.kind === "ratio" ? estimator.most : undefined;
  const scale = scaleOf(metric);
  return estimated(value, spread, metric.unit, { scale, least, ...(most !== undefined && { most }) });
}

/** Gives the standard error and exact interval of a chance. */
export function chanceSpread(hits: number, count: number): Spread {
  const value = hits / count;
  return { se: Math.sqrt((value * (1 - value)) / count), ...clopperPearson(hits, count) };
}

function measureChance(
  metric: Metric,
  adjustment: Adjustment | undefined,
  { influence, correction }: Scratch,
): Estimate {
  const count = influence.length;
  const hits = countHits(influence);
  const value = hits / count;
  const exact = chanceSpread(hits, count);
  const factor = gapFactor(adjustment, metric.id, 1);
  if (adjustment === undefined || factor === 0) return estimated(value, exact, metric.unit);
  writeGap(adjustment, factor, correction);
  const spread = solvedPriceSpread(value, exact, influence, correction);
  return estimated(value, spread, metric.unit, { least: 0, most: 1 });
}

function measureQuantile(
  metric: Metric,
  quantile: Quantile,
  sample: Sample,
  adjustment: Adjustment | undefined,
  { influence, correction }: Scratch,
): Estimate {
  const ascending = ascendingColumn(sample, quantile.column);
  const value = quantileOf(quantile, ascending);
  const scale = scaleOf(metric);
  const plain = quantileSpread(quantile, ascending);
  const factor = gapFactor(adjustment, metric.id, scale);
  const least = leastOf(quantile, (name) => isNeverNegative(sample, name));
  if (adjustment === undefined || factor === 0) return estimated(value, plain, metric.unit, { scale, least });
  writeBelow(quantile, columnOf(sample, quantile.column), ascending, influence);
  const slope = quantileSlope(quantile, ascending);
  for (let path = 0; path < influence.length; path++) influence[path] = 0 - slope * influence[path]!;
  writeGap(adjustment, factor, correction);
  const spread = solvedPriceSpread(value, plain, influence, correction);
  return estimated(value, spread, metric.unit, { scale, least });
}
