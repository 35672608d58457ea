import { methodOf } from "../../sim/risk/metric-method.ts";
import { metrics } from "../../sim/risk/metrics.ts";
import { yearMetrics } from "../../sim/risk/year-metrics.ts";
import { levelColumn } from "../adviser-columns.ts";
import { basisTitle } from "../basis-words.ts";
import type { Comparison } from "../comparison.ts";
import { element, type Markup } from "../markup.ts";
import { shownName } from "../visible-width.ts";
import { dataTable, rowHead, scrollable } from "./data-table.ts";
import { numberCell } from "./policy-table.ts";

/** Every measure of every policy on every basis, then what each measure means and how its interval is found. */
export function measuresSection(comparisons: readonly Comparison[]): Markup[] {
  return [
    ...comparisons.flatMap((comparison) => [
      element("h3", {}, basisTitle[comparison.basis]),
      measuresTable(comparison),
    ]),
    element("h3", {}, "What each measure means"),
    element(
      "p",
      { class: "note" },
      "L is the provider's loss (its margin with the sign turned), E a mean over futures, P the share of futures, F the distribution function. Intervals are 95 %.",
    ),
    dataTable(
      "What each measure means",
      {
        heads: ["Measure", "Meaning", "Formula", "Interval", "Interval of a difference"],
        rows: metrics.map((metric) => {
          const { formula, interval, differenceInterval } = methodOf(
            metric,
            comparisons[0]?.sampling?.method,
          );
          return [metric.title, metric.meaning, formula, interval, differenceInterval];
        }),
      },
      true,
    ),
  ];
}

function measuresTable(comparison: Comparison): Markup {
  const ids = new Set(comparison.policies.flatMap((policy) => Object.keys(policy.metrics)));
  const known = [...metrics.filter((metric) => ids.has(metric.id)), ...yearMetrics(ids)];
  const columns = known.map((metric) => levelColumn(metric.title, metric.id, comparison));
  const head = ["Measure", ...comparison.policies.map((policy) => shownName(policy.title))];
  const rows = columns.map((column) =>
    element(
      "tr",
      {},
      rowHead(column.title),
      column.cells.map((cell) => element("td", {}, numberCell(cell))),
    ),
  );
  return scrollable(
    `All measures, ${basisTitle[comparison.basis].toLowerCase()}`,
    element(
      "table",
      {},
      element(
        "thead",
        {},
        element(
          "tr",
          {},
          head.map((title) => element("th", { scope: "col" }, title)),
        ),
      ),
      element("tbody", {}, rows),
    ),
  );
}
