import * as Plot from "@observablehq/plot";
import type { ExplainedPath } from "../../report/explained-path.ts";
import { shownPounds } from "../../report/shown-number.ts";
import type { TableData } from "../data-table.ts";
import { endMarks, monthChart } from "./month-chart.ts";
import { axisPounds, lossColor } from "./series.ts";

/** The provider's cash at each month's end as a line; `floor` is where it has to stop, in pounds below 0. */
export function cashPath(told: ExplainedPath, width: number, floor?: number): SVGSVGElement {
  return monthChart(told, width, {
    height: 260,
    y: { label: null, grid: true, ticks: 5, nice: true, tickFormat: axisPounds },
    marks: [
      Plot.areaY(told.months, {
        x: "month",
        y1: 0,
        y2: "cash",
        fill: "var(--series-2)",
        fillOpacity: 0.18,
        stroke: "var(--series-2)",
      }),
      Plot.ruleY([0], { stroke: "currentColor", strokeWidth: 1.5 }),
      Plot.lineY(told.months, { x: "month", y: "cash", stroke: "var(--series-2)", strokeWidth: 2.5 }),
      Plot.dot(told.months, { x: "month", y: "cash", fill: "var(--series-2)", r: 3 }),
      ...(floor === undefined ? [] : [Plot.ruleY([floor], { stroke: lossColor, strokeDasharray: "2 3" })]),
      ...endMarks(told, width),
    ],
  });
}

/** The data of the chart. */
export function cashTable({ months }: ExplainedPath): TableData {
  const words = shownPounds;
  return {
    columns: [
      { title: "Month" },
      ...["Received", "Cost", "Cash at the end"].map((title) => ({ title, words })),
    ],
    rows: months.map(({ month, received, cost, cash }) => [String(month), received, cost, cash]),
  };
}
