import { countHits, hasChance, writeHits } from "./chance.ts";
import type { LedgerColumns } from "./ledger-columns.ts";
import { type Metric, scaleOf } from "./metric.ts";
import { metricsOf } from "./metrics.ts";
import { quantileOf } from "./quantile.ts";
import type { RiskContext } from "./risk-context.ts";
import { ascendingColumn, type Sample, sampleOf } from "./sample.ts";
import { smoothValue } from "./smooth-estimator.ts";

/**
 * Gives the value of every measure of one policy, without errors: pounds, probabilities or people.
 * Null where a measure does not exist. Throws RangeError where columns differ in length.
 */
export function pointEstimates(columns: LedgerColumns, context: RiskContext): Record<string, number | null> {
  const sample = sampleOf(columns, context);
  const hits = new Float64Array(sample.paths);
  const values: Record<string, number | null> = {};
  for (const metric of metricsOf(sample)) {
    const value = columnValue(metric, sample, hits);
    values[metric.id] = value === null ? null : value / scaleOf(metric);
  }
  return values;
}

function columnValue(metric: Metric, sample: Sample, hits: Float64Array): number | null {
  const { estimator } = metric;
  switch (estimator.kind) {
    case "breakEven":
      return sample.context.breakEvenReferralsPerMonth;
    case "chance":
      if (!hasChance(estimator, sample)) return null;
      writeHits(estimator, sample, hits);
      return countHits(hits) / sample.paths;
    case "quantile":
      return quantileOf(estimator, ascendingColumn(sample, estimator.column));
    default:
      return smoothValue(estimator, sample);
  }
}
