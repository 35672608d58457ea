import { methodOf } from "../../src/sim/risk/metric-method.ts";
import { metrics } from "../../src/sim/risk/metrics.ts";
import { code, table } from "./markdown.mjs";

export function metricsTable() {
  const intervals = [];
  const rows = metrics.map((metric) => {
    const { formula, interval, differenceInterval } = methodOf(metric);
    const both = `${interval}; of a difference, ${differenceInterval}.`;
    if (!intervals.includes(both)) intervals.push(both);
    return [
      code(metric.id),
      metric.title,
      metric.unit,
      metric.meaning,
      formula,
      `(${intervals.indexOf(both) + 1})`,
    ];
  });
  const notes = intervals.map((text, i) => `${i + 1}. ${text}`);
  const head = ["measure", "title", "unit", "meaning", "formula", "interval"];
  return `${table(head, rows)}\n\n95 % intervals:\n\n${notes.join("\n")}`;
}
