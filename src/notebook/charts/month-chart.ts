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

/** The end of the contract as a dashed line; nothing where it ran to its last month. */
export function endLine({ months }: Pick<ExplainedPath, "months">): Plot.Markish[] {
  const last = months.find((month) => month.end !== null);
  const dash = { stroke: "var(--loss)", strokeWidth: 1.5, strokeDasharray: "5 3" };
  return last === undefined ? [] : [Plot.ruleX([last.month + 0.5], dash)];
}

/** The line, with the ground of the end written above it; in a narrow chart at its left, where there is room. */
export function endMarks(told: Pick<ExplainedPath, "months">, width: number): Plot.Markish[] {
  const { months } = told;
  const last = months.find((month) => month.end !== null);
  if (last === undefined) return [];
  const isLate = last.month > months.length / 2;
  const place =
    width < 560
      ? { frameAnchor: "top-left" as const }
      : {
          x: last.month + 0.5,
          frameAnchor: "top" as const,
          textAnchor: isLate ? ("end" as const) : ("start" as const),
          dx: isLate ? -6 : 6,
        };
  const text = `ends after month ${last.month}: ${nameWords(last.end!)}`;
  return [...endLine(told), Plot.text([text], { ...place, dy: -16, fontWeight: 600 })];
}
