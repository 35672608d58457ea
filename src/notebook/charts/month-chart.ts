import * as Plot from "@observablehq/plot";
import { nameWords } from "../../engine/words/name-words.ts";
import type { ExplainedPath } from "../../report/explained-path.ts";
import { chartStyle } from "./series.ts";

/** What the charts of one future have in common: the same months below each other, and the end of the contract. */
export function monthChart(
  { months }: Pick<ExplainedPath, "months">,
  width: number,
  { height, y, fy, marks }: Pick<Plot.PlotOptions, "height" | "y" | "fy" | "marks">,
): SVGSVGElement {
  return Plot.plot({
    width,
    ...(height !== undefined && { height }),
    marginLeft: 62,
    marginRight: 14,
    marginTop: 30,
    marginBottom: 42,
    style: chartStyle,
    x: {
      label: "Month of the contract",
      domain: [0.4, months.length + 0.6],
      ticks: Math.min(12, months.length),
      tickFormat: (month: number) => (Number.isInteger(month) ? String(month) : ""),
    },
    ...(y && { y }),
    ...(fy && { fy }),
    marks: marks ?? [],
  }) as SVGSVGElement;
}

/** The end of the contract as a dashed line with its ground; nothing where it ran to its last month. */
export function endMarks(
  { months }: Pick<ExplainedPath, "months">,
  facet: Plot.MarkOptions = {},
): Plot.Markish[] {
  const last = months.find((month) => month.end !== null);
  if (last === undefined) return [];
  const isLate = last.month > months.length / 2;
  const dash = { stroke: "var(--loss)", strokeWidth: 1.5, strokeDasharray: "5 3" };
  return [
    Plot.ruleX([last.month + 0.5], dash),
    Plot.text([`ends after month ${last.month}: ${nameWords(last.end!)}`], {
      ...facet,
      x: last.month + 0.5,
      frameAnchor: "top",
      textAnchor: isLate ? "end" : "start",
      dx: isLate ? -6 : 6,
      dy: -16,
      fontWeight: 600,
    }),
  ];
}
