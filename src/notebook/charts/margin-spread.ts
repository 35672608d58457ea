import * as Plot from "@observablehq/plot";
import { shownNumber, shownPounds } from "../../report/shown-number.ts";
import type { TableData } from "../data-table.ts";
import type { LiveAnswer } from "../live/live-request.ts";
import { folded } from "./folded.ts";
import { axisPounds, chartStyle, lossColor, series } from "./series.ts";

type Bin = { policy: string; from: number; to: number; share: number; isLoss: boolean };

/** The bins of the margins: for each policy the share of futures in each, with zero at an edge. */
export function marginRows({ comparison, margins }: LiveAnswer): Bin[] {
  const { width, from, shares } = margins;
  return comparison.policies.flatMap(({ title }, p) =>
    shares[p]!.map((share, b) => {
      const start = from + b * width;
      return { policy: title, from: start, to: start + width, share, isLoss: start < 0 };
    }),
  );
}

/**
 * The distribution of the provider's margin, one panel a policy: futures with a loss stand to the left of the line at
 * zero, in another colour, and how many they are is written there.
 */
export function marginSpread(answer: LiveAnswer, { width }: { readonly width: number }): SVGSVGElement {
  const rows = marginRows(answer);
  const { policies } = answer.comparison;
  const titles = policies.map(({ title }) => title);
  const chance = new Map(
    policies.map(({ title, metrics }) => [title, metrics.probabilityOfLoss?.value ?? 0]),
  );
  const isNarrow = width < 560;
  const percent = (share: number) => shownNumber(share, "probability", share < 0.1 ? 0.001 : 0.01);
  const color = ({ policy, isLoss }: Bin) =>
    isLoss ? lossColor : series[titles.indexOf(policy) % series.length]!.color;
  const top = Math.max(...rows.map(({ share }) => share));
  return Plot.plot({
    width,
    height: Math.max(330, 76 + titles.length * 127),
    marginLeft: 62,
    marginRight: 14,
    marginTop: 34,
    marginBottom: 42,
    style: chartStyle,
    x: { label: "Margin of the whole contract", tickFormat: axisPounds, ticks: isNarrow ? 4 : 8 },
    y: {
      label: null,
      tickFormat: (share: number) => percent(share),
      ticks: 3,
      grid: true,
      domain: [0, top * 1.05],
    },
    fy: { label: null, domain: titles, axis: null, padding: 0.28 },
    marks: [
      Plot.rectY(rows, {
        fy: "policy",
        x1: "from",
        x2: "to",
        y: "share",
        fill: color,
        insetLeft: 0.5,
        insetRight: 0.5,
      }),
      Plot.ruleX([0], { stroke: "currentColor", strokeWidth: 1.5 }),
      Plot.text(titles, {
        fy: (title: string) => title,
        text: (title: string) => folded(title, isNarrow ? 44 : 90).split("\n")[0]!,
        frameAnchor: "top-left",
        dy: -8,
        lineAnchor: "bottom",
        fontWeight: 600,
      }),
      Plot.text(titles, {
        fy: (title: string) => title,
        text: (title: string) => `◀ loss in ${percent(chance.get(title)!)}`,
        x: 0,
        frameAnchor: "top",
        textAnchor: "end",
        dx: -7,
        dy: 8,
        fill: "currentColor",
        stroke: "var(--page)",
        strokeWidth: 4,
      }),
      Plot.text(titles, {
        fy: (title: string) => title,
        text: () => "profit ▶",
        x: 0,
        frameAnchor: "top",
        textAnchor: "start",
        dx: 7,
        dy: 8,
        fill: "currentColor",
        stroke: "var(--page)",
        strokeWidth: 4,
      }),
    ],
  }) as SVGSVGElement;
}

/** The data of the chart, a row a policy and bin. */
export function marginTable(answer: LiveAnswer): TableData {
  return {
    columns: [
      { title: "Policy" },
      { title: "Margin from", words: shownPounds },
      { title: "to below", words: shownPounds },
      { title: "Share of futures", words: (share) => shownNumber(share, "share", 0.0001) },
    ],
    rows: marginRows(answer).map(({ policy, from, to, share }) => [policy, from, to, share]),
  };
}
