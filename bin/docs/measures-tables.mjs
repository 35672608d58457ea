import { commissionerMetrics } from "../../src/sim/risk/commissioner-metrics.ts";
import { methodOf } from "../../src/sim/risk/metric-method.ts";
import { metrics } from "../../src/sim/risk/metrics.ts";
import { providerMetrics } from "../../src/sim/risk/provider-metrics.ts";
import { sharedMetrics } from "../../src/sim/risk/shared-metrics.ts";
import { yearMetrics } from "../../src/sim/risk/year-metrics.ts";
import { code, table } from "./markdown.mjs";

const head = ["measure", "title", "unit", "meaning", "formula", "interval"];

/** Measures of the commissioner; those of a financial year are shown by one year. */
export function commissionerMeasures() {
  const year = yearMetrics(["owed[2017]"]).map((metric) => ({
    ...metric,
    meaning: `${metric.meaning} One measure for each financial year of the contract.`,
  }));
  return measuresTable([...commissionerMetrics, ...year]);
}
/** Measures of the provider. */
export const providerMeasures = () => measuresTable(providerMetrics);
/** Measures of the contract, which concern both. */
export const sharedMeasures = () => measuresTable(sharedMetrics);

/** The kinds of interval, by the numbers that the tables give them. */
export function intervalsTable() {
  const rows = intervals().map(([own, difference], i) => [i + 1, own, difference]);
  return table(["", "of a measure", "of a difference between two policies"], rows);
}

function measuresTable(own) {
  const known = intervals().map(String);
  const rows = own.map((metric) => {
    const { formula } = methodOf(metric);
    const interval = known.indexOf(String(intervalOf(metric))) + 1;
    return [code(metric.id), metric.title, metric.unit, metric.meaning, code(formula), `(${interval})`];
  });
  return table(head, rows);
}

function intervals() {
  return [...new Map(metrics.map(intervalOf).map((both) => [String(both), both])).values()];
}

function intervalOf(metric) {
  const { interval, differenceInterval } = methodOf(metric);
  return [interval, differenceInterval];
}
