import * as Plot from "@observablehq/plot";
import { numberWords } from "../../engine/words/value-words.ts";
import type { ExplainedPath } from "../../report/explained-path.ts";
import type { TableData } from "../data-table.ts";
import { endMarks, monthChart } from "./month-chart.ts";

/** Referrals by month as bars, with a line across each month at what was indicated. */
export function referralMonths(told: ExplainedPath, width: number): SVGSVGElement {
  const rows = told.months.filter((month) => month.referrals > 0 || month.indicativeReferrals > 0);
  const indicated = rows.filter((month) => month.indicativeReferrals > 0);
  return monthChart(told, width, {
    height: 260,
    y: { label: null, grid: true, ticks: 5, nice: true, zero: true },
    marks: [
      Plot.rectY(rows, {
        x1: ({ month }) => month - 0.38,
        x2: ({ month }) => month + 0.38,
        y: "referrals",
        fill: "var(--series-2)",
      }),
      // In the colour of the page around it, a line over a bar stays seen.
      Plot.ruleY(indicated, { ...across, y: "indicativeReferrals", stroke: "var(--page)", strokeWidth: 6 }),
      Plot.ruleY(indicated, {
        ...across,
        y: "indicativeReferrals",
        stroke: "currentColor",
        strokeWidth: 2.5,
      }),
      Plot.ruleY([0]),
      ...endMarks(told, width),
    ],
  });
}

type Month = ExplainedPath["months"][number];
const across = { x1: ({ month }: Month) => month - 0.48, x2: ({ month }: Month) => month + 0.48 };

/** The data of the chart. */
export function referralTable({ months }: ExplainedPath): TableData {
  let [made, indicated] = [0, 0];
  return {
    columns: ["Month", "Referrals", "Indicated", "Referrals to date", "Indicated to date"].map((title, c) =>
      c === 0 ? { title } : { title, words: numberWords },
    ),
    rows: months.map((month) => {
      made += month.referrals;
      indicated += month.indicativeReferrals;
      return [String(month.month), month.referrals, month.indicativeReferrals, made, indicated];
    }),
  };
}
