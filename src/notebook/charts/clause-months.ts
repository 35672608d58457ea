import * as Plot from "@observablehq/plot";
import type { ClauseAccount } from "../../report/clause-accounts.ts";
import type { ExplainedPath } from "../../report/explained-path.ts";
import { shownPounds } from "../../report/shown-number.ts";
import type { TableData } from "../data-table.ts";
import { endLine, monthChart } from "./month-chart.ts";
import { axisPounds } from "./series.ts";

/** What each clause owed by month, a strip a clause on one scale: what pays little looks little. */
export function clauseMonths(
  told: ExplainedPath,
  accounts: readonly ClauseAccount[],
  width: number,
): SVGSVGElement {
  const paying = accounts.filter(({ months }) => months.length > 0);
  const titles = paying.map(({ output }) => output);
  const rows = paying.flatMap(({ output, months }) => months.map((month) => ({ output, ...month })));
  return monthChart(told, width, {
    height: 90 + 84 * Math.max(1, titles.length),
    y: { label: null, grid: true, ticks: 2, nice: true, zero: true, tickFormat: axisPounds },
    fy: { label: null, domain: titles, axis: null, padding: 0.42 },
    marks: [
      Plot.rectY(rows, {
        fy: "output",
        x1: ({ month }) => month - 0.38,
        x2: ({ month }) => month + 0.38,
        y: "pounds",
        fill: "var(--series-2)",
      }),
      Plot.ruleY([0]),
      Plot.text(paying, {
        fy: "output",
        text: ({ output, pounds }) => `${output}: ${shownPounds(Math.round(pounds))} in all`,
        frameAnchor: "top-left",
        dy: -6,
        lineAnchor: "bottom",
        fontWeight: 600,
      }),
      ...endLine(told),
    ],
  });
}

/** The data of the chart: a row a month, a column a clause. */
export function clauseMonthsTable(told: ExplainedPath, accounts: readonly ClauseAccount[]): TableData {
  const paying = accounts.filter(({ months }) => months.length > 0);
  return {
    columns: [{ title: "Month" }, ...paying.map(({ output }) => ({ title: output, words: shownPounds }))],
    rows: told.months.map(({ month }) => [
      String(month),
      ...paying.map(({ months }) => months.find((one) => one.month === month)?.pounds ?? 0),
    ]),
  };
}
