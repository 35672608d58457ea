import * as Plot from "@observablehq/plot";
import { shownCount, shownPounds } from "../../report/shown-number.ts";
import type { CashBands } from "../../sim/cash-months.ts";
import type { TableData } from "../data-table.ts";
import type { LiveAnswer } from "../live/live-request.ts";
import { panelTitles } from "./folded.ts";
import { axisPounds, chartStyle, poundsMargin, series } from "./series.ts";

/** As much of an answer as a fan chart shows: policies by their titles, and their cash in the same order. */
export type FanSource = {
  readonly comparison: { readonly policies: readonly { readonly title: string }[] };
  readonly cash: readonly CashBands[];
};

type Row = {
  policy: string;
  month: number;
  low: number;
  lower: number;
  middle: number;
  upper: number;
  high: number;
};

/** The rows of a fan chart: for each policy and month the values that 5, 25, 50, 75 and 95 % of futures do not pass. */
export function fanRows({ comparison, cash }: FanSource): Row[] {
  return comparison.policies.flatMap(({ title }, p) => {
    const [low = [], lower = [], middle = [], upper = [], high = []] = cash[p]!.pounds;
    const at = (m: number) => ({
      low: low[m]!,
      lower: lower[m]!,
      middle: middle[m]!,
      upper: upper[m]!,
      high: high[m]!,
    });
    const rows = low.map((_, m) => ({ policy: title, month: m + 1, ...at(m) }));
    // A contract begins with nothing paid and nothing spent.
    return [{ policy: title, month: 0, low: 0, lower: 0, middle: 0, upper: 0, high: 0 }, ...rows];
  });
}

/** Bands are too pale to be seen by their fill alone. */
const edge = { strokeWidth: 0.9 } as const;

export type FanOptions = {
  /** Pixels. */
  readonly width: number;
  /** The cash at which the provider has to stop, below 0; no line where it is left out. */
  readonly floor?: number;
  /** The place of the first policy's colour among the series: 0, the quietest, where left out. */
  readonly firstColor?: number;
};

/**
 * A fan chart of the provider's cash, one panel a policy: half of all futures lie in the dark band, nine in ten in the
 * light one, the line is the middle one.
 */
export function cashFan(answer: FanSource, { width, floor, firstColor = 0 }: FanOptions): SVGSVGElement {
  const rows = fanRows(answer);
  const titles = answer.comparison.policies.map(({ title }) => title);
  const isNarrow = width / titles.length < 190;
  const marginLeft = poundsMargin(rows.flatMap(({ low, high }) => [low, high]));
  const plane = width - marginLeft - 14;
  // A little less than the panel, so that a title ends before the next one begins.
  const { text: wrap, height: above } = panelTitles(
    titles,
    isNarrow ? plane : (0.92 * plane) / titles.length - 12,
  );
  const facet = isNarrow ? { fy: "policy" } : { fx: "policy" };
  const color = (row: Row) => series[(firstColor + titles.indexOf(row.policy)) % series.length]!.color;
  const last = Math.max(...rows.map((row) => row.month));
  return Plot.plot({
    width,
    height: (isNarrow ? 6 + (173 + above) * titles.length : 272) + above + 22,
    marginLeft,
    marginRight: 14,
    marginTop: above + 22,
    marginBottom: 42,
    style: chartStyle,
    x: { label: "Month of the contract", domain: [0, last], ticks: 5 },
    y: { label: null, tickFormat: axisPounds, grid: true, ticks: 6 },
    fx: { label: null, domain: titles, axis: null, padding: 0.08 },
    fy: { label: null, domain: titles, axis: null, padding: (above + 21) / (173 + above) },
    marks: [
      Plot.areaY(rows, {
        ...facet,
        x: "month",
        y1: "low",
        y2: "high",
        z: "policy",
        fill: color,
        fillOpacity: 0.22,
        ...edge,
        stroke: color,
      }),
      Plot.areaY(rows, {
        ...facet,
        x: "month",
        y1: "lower",
        y2: "upper",
        z: "policy",
        fill: color,
        fillOpacity: 0.45,
        ...edge,
        stroke: color,
      }),
      Plot.lineY(rows, { ...facet, x: "month", y: "middle", z: "policy", stroke: color, strokeWidth: 2.5 }),
      Plot.ruleY([0], { stroke: "currentColor", strokeWidth: 1.5 }),
      ...(floor === undefined
        ? []
        : [Plot.ruleY([floor], { stroke: "var(--loss)", strokeWidth: 1.5, strokeDasharray: "5 3" })]),
      Plot.text(titles, {
        ...(isNarrow ? { fy: (title: string) => title } : { fx: (title: string) => title }),
        text: wrap,
        frameAnchor: "top-left",
        dy: -8,
        lineAnchor: "bottom",
        fontWeight: 600,
      }),
    ],
  }) as SVGSVGElement;
}

/** The data of the chart, a row a policy and month. */
export function fanTable(answer: FanSource): TableData {
  const words = (value: number) => shownPounds(Math.round(value));
  const heads = ["Lowest 1 in 20", "Lowest 1 in 4", "Middle", "Highest 1 in 4", "Highest 1 in 20"];
  return {
    columns: [
      { title: "Policy" },
      { title: "Month", words: String },
      ...heads.map((title) => ({ title, words })),
    ],
    rows: fanRows(answer).map((row) => [
      row.policy,
      row.month,
      row.low,
      row.lower,
      row.middle,
      row.upper,
      row.high,
    ]),
  };
}

/** How many futures the cash is of: it is kept of the first ones only. */
export function fanFutures({ cash, paths }: LiveAnswer): string {
  return shownCount(Math.min(paths, ...cash.map(({ futures }) => futures)));
}
