import { derivedColumns } from "./derived-columns.ts";
import { columnsOf } from "./metric.ts";
import { metrics } from "./metrics.ts";
import { yearMetrics } from "./year-metrics.ts";

/** The ledger's columns that some measures are taken from, by their ids: a run that keeps no others is enough for them. */
export function columnsRead(metricIds: readonly string[]): readonly string[] {
  const all = [...metrics, ...yearMetrics(metricIds)];
  const asked = all.filter(({ id }) => metricIds.includes(id)).flatMap(columnsOf);
  return [...new Set(asked.flatMap((name) => derivedColumns.get(name)?.from ?? [name]))];
}
