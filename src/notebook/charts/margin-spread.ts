import * as Plot from "@observablehq/plot";
import { shownNumber, shownPounds } from "../../report/shown-number.ts";
import type { TableData } from "../data-table.ts";
import type { LiveAnswer } from "../live/live-request.ts";
import { panelTitles } from "./folded.ts";
import { axisPounds, chartStyle, lossColor, poundsMargin, series } from "./series.ts";

const marginRight = 14;
/** Pixels of a panel without its title. */
const panel = 112;

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
  const [least, most] = [Math.min(...rows.map(({ from }) => from)), Math.max(...rows.map(({ to }) => to))];
  const marginLeft = poundsMargin([least, most]);
  const plane = width - marginLeft - marginRight;
  const { text: wrap, height: above } = panelTitles(titles, plane);
  const gap = above + 18;
  // Beside the line at zero there may be no room for a word on one of its sides.
  const zero = (plane * (0 - least)) / (most - least);
  const named = {
    y: top * 1.3,
    textAnchor: "end",
    fill: "currentColor",
    stroke: "var(--page)",
    strokeWidth: 4,
  } as const;
  return Plot.plot({
    width,
    height: gap + titles.length * panel + (titles.length - 1) * gap + 42,
    marginLeft,
    marginRight,
    marginTop: gap,
    marginBottom: 42,
    style: chartStyle,
    x: { label: "Margin of the whole contract", tickFormat: axisPounds, ticks: isNarrow ? 4 : 8 },
    y: {
      label: null,
      tickFormat: (share: number) => percent(share),
      ticks: 3,
      grid: true,
      // Above the highest bar there is room for the words at zero.
      domain: [0, top * 1.45],
    },
    fy: { label: null, domain: titles, axis: null, paddingInner: gap / (panel + gap), paddingOuter: 0 },
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
        text: wrap,
        frameAnchor: "top-left",
        dy: -8,
        lineAnchor: "bottom",
        fontWeight: 600,
      }),
      Plot.text(titles, {
        ...named,
        fy: (title: string) => title,
        text: (title: string) => `◀ loss in ${percent(chance.get(title)!)}`,
        x: 0,
        ...(zero < 110 ? { textAnchor: "start", dx: 7 - zero } : { dx: -7 }),
      }),
      Plot.text(plane - zero < 70 || zero < 110 ? [] : titles, {
        ...named,
        fy: (title: string) => title,
        text: () => "profit ▶",
        x: 0,
        textAnchor: "start",
        dx: 7,
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
