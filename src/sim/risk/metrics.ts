import { commissionerMetrics } from "./commissioner-metrics.ts";
import { columnsOf, type Metric } from "./metric.ts";
import { providerMetrics } from "./provider-metrics.ts";
import { hasColumn, type Sample } from "./sample.ts";
import { sharedMetrics } from "./shared-metrics.ts";
import { yearMetrics } from "./year-metrics.ts";

/** Every risk measure, the commissioner's first; what is measured, named and explained anywhere is one of these. */
export const metrics: readonly Metric[] = [...commissionerMetrics, ...providerMetrics, ...sharedMetrics];

/** Gives the measures whose columns a ledger has. */
export function metricsOf(sample: Sample): readonly Metric[] {
  const known = metrics.filter((metric) => columnsOf(metric).every((name) => hasColumn(sample, name)));
  return [...known, ...yearMetrics(Object.keys(sample.columns))];
}
