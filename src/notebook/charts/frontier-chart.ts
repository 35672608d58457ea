import * as Plot from "@observablehq/plot";
import { shownEstimate } from "../../report/shown-estimate.ts";
import { shownNumber, shownPounds } from "../../report/shown-number.ts";
import type { TableData } from "../data-table.ts";
import { cheapestUnder, type FrontierPoint, frontierOf, type Plane } from "../frontier.ts";
import { feeWords, pairLabel } from "../frontier-sentences.ts";
import { axisPounds, chartStyle, lossColor } from "./series.ts";

export type FrontierChartOptions = {
  /** Pixels. */
  readonly width: number;
  /** The chance of a loss that is to be kept, 0 to 1. */
  readonly limit: number;
  /** Called with the point next to the pointer. */
  readonly onPoint: (id: string) => void;
};

/** A chart, and a ring in it that can be put around another point without drawing the chart anew. */
export type FrontierChart = { readonly svg: SVGSVGElement; readonly ring: (id: string | undefined) => void };

const bill = (point: { bill: FrontierPoint["bill"] }) => point.bill.value;
const loss = (point: { loss: FrontierPoint["loss"] }) => point.loss.value;

/**
 * The plane of bill and chance of a loss. Pairs on the frontier are full discs on a thick line with their intervals, others
 * are rings, joined where the cap is the same; today's terms are a diamond. Lower is safer, left is cheaper.
 */
export function frontierChart(plane: Plane, { width, limit, onPoint }: FrontierChartOptions): FrontierChart {
  const { points, today } = plane;
  const frontier = frontierOf(plane);
  const best = cheapestUnder(plane, limit);
  const isNarrow = width < 560;
  const ends = { stroke: "var(--series-2)", strokeWidth: 1.5 };
  const halo = { fill: "currentColor", stroke: "var(--page)", strokeWidth: 5, paintOrder: "stroke" } as const;
  const bills = [...points, today].flatMap((point) => bill(point) ?? []);
  const isBestLeft =
    best && (bill(best) ?? 0) - Math.min(...bills) < 0.5 * (Math.max(...bills) - Math.min(...bills));
  // Where points coincide the pointer finds the one with less in it.
  const told = points.filter(
    (p) => p.isOnFrontier || !frontier.some((f) => bill(f) === bill(p) && loss(f) === loss(p)),
  );
  const withoutCap = isNarrow
    ? []
    : points.filter(({ pair }) => pair.cancellationCap === 0 && pair.serviceFeeShare > 0);
  const svg = Plot.plot({
    width,
    height: isNarrow ? 400 : 470,
    marginLeft: 58,
    marginRight: isNarrow ? 22 : 70,
    marginTop: 30,
    marginBottom: 44,
    style: chartStyle,
    x: {
      label: "The commissioner’s average bill a contract",
      tickFormat: axisPounds,
      ticks: isNarrow ? 4 : 8,
      nice: true,
    },
    y: {
      label: "Chance that the provider makes a loss",
      tickFormat: (share: number) => shownNumber(share, "probability", 0.01),
      grid: true,
      zero: true,
      nice: true,
    },
    marks: [
      Plot.ruleY([limit], { stroke: lossColor, strokeWidth: 1.5, strokeDasharray: "5 3" }),
      Plot.text([limit], {
        y: (at: number) => at,
        text: () => "your limit",
        frameAnchor: "right",
        dx: isNarrow ? 0 : 68,
        dy: isNarrow ? -8 : 0,
        textAnchor: "end",
        ...halo,
      }),
      Plot.line(points, {
        x: bill,
        y: loss,
        z: (p: FrontierPoint) => p.pair.cancellationCap,
        stroke: "var(--quiet)",
        strokeWidth: 0.8,
      }),
      Plot.line(frontier, {
        x: bill,
        y: loss,
        stroke: "var(--series-2)",
        strokeWidth: 2.5,
        curve: "step-after",
      }),
      Plot.link(frontier, {
        x: bill,
        y1: (p: FrontierPoint) => p.loss.low,
        y2: (p: FrontierPoint) => p.loss.high,
        ...ends,
      }),
      Plot.link(frontier, {
        y: loss,
        x1: (p: FrontierPoint) => p.bill.low,
        x2: (p: FrontierPoint) => p.bill.high,
        ...ends,
      }),
      Plot.dot(
        points.filter((p) => !p.isOnFrontier),
        { x: bill, y: loss, r: 4, fill: "var(--page)", stroke: "var(--quiet)", strokeWidth: 1.5 },
      ),
      Plot.dot(frontier, { x: bill, y: loss, r: 5.5, fill: "var(--series-2)" }),
      Plot.dot([today], {
        x: bill,
        y: loss,
        r: 8,
        symbol: "diamond",
        fill: "var(--series-4)",
        stroke: "var(--page)",
      }),
      Plot.text(withoutCap, {
        x: bill,
        y: loss,
        text: (p: FrontierPoint) => `fee ${feeWords(p.pair.serviceFeeShare)}`,
        textAnchor: "start",
        dx: 10,
        dy: -10,
        fontSize: 12.5,
        ...halo,
        fill: "var(--quiet)",
      }),
      Plot.text([today], { x: bill, y: loss, text: () => "today", dy: -14, fontWeight: 600, ...halo }),
      // Where there is little room the ring alone marks it, and its terms stand under the chart.
      Plot.text(best && !isNarrow ? [best] : [], {
        x: bill,
        y: loss,
        text: (p: FrontierPoint) => pairLabel(p.pair),
        textAnchor: isBestLeft ? "start" : "end",
        dx: isBestLeft ? 14 : -10,
        dy: 16,
        fontWeight: 600,
        ...halo,
      }),
      Plot.tip(
        told,
        Plot.pointer({ x: bill, y: loss, title: tipText, fill: "var(--page)", stroke: "var(--quiet)" }),
      ),
    ],
  }) as SVGSVGElement & Plot.Plot;
  svg.addEventListener("input", () => {
    const near = svg.value as FrontierPoint | null;
    if (near) onPoint(near.id);
  });
  return { svg, ring: openRing(svg, points) };
}

function openRing(svg: SVGSVGElement & Plot.Plot, points: readonly FrontierPoint[]): FrontierChart["ring"] {
  const [x, y] = [svg.scale("x"), svg.scale("y")];
  const circle = document.createElementNS("http://www.w3.org/2000/svg", "circle");
  const look = { r: "11", fill: "none", stroke: "var(--ink)", "stroke-width": "2.5", class: "ring" };
  for (const [name, value] of Object.entries(look)) circle.setAttribute(name, value);
  return (id) => {
    const point = points.find((one) => one.id === id);
    if (point === undefined || !x || !y) return circle.remove();
    circle.setAttribute("cx", String(x.apply(point.bill.value)));
    circle.setAttribute("cy", String(y.apply(point.loss.value)));
    if (!circle.isConnected) svg.append(circle);
  };
}

function tipText(point: FrontierPoint): string {
  const told = (estimate: FrontierPoint["loss"]) => {
    const { text, interval } = shownEstimate(estimate);
    return interval === "" ? text : `${text} ${interval}`;
  };
  const { serviceFeeShare, cancellationCap } = point.pair;
  return [
    serviceFeeShare === 0 ? "No service fee" : `Service fee ${feeWords(serviceFeeShare)}`,
    cancellationCap === 0 ? "No cancellation fee" : `Cancellation fee up to ${shownPounds(cancellationCap)}`,
    `Chance of a loss ${told(point.loss)}`,
    `Average bill ${told(point.bill)}`,
  ].join("\n");
}

/** The data of the chart, a row a pair, today's terms first. */
export function frontierTable({ today, points }: Plane): TableData {
  const money = (value: number) => shownNumber(value, "pounds", 1);
  const chance = (value: number) => shownNumber(value, "probability", 0.001);
  return {
    columns: [
      { title: "Terms" },
      { title: "Service fee", words: (share) => shownNumber(share, "share", 0.001) },
      { title: "Cancellation fee up to", words: shownPounds },
      { title: "Chance of a loss", words: chance },
      { title: "from", words: chance },
      { title: "to", words: chance },
      { title: "Average bill", words: money },
      { title: "from", words: money },
      { title: "to", words: money },
      { title: "On the frontier" },
    ],
    rows: [
      [today.title, null, null, ...threeOf(today.loss), ...threeOf(today.bill), "–"],
      ...points.map((point) => [
        pairLabel(point.pair),
        point.pair.serviceFeeShare,
        point.pair.cancellationCap,
        ...threeOf(point.loss),
        ...threeOf(point.bill),
        point.isOnFrontier ? "yes" : "no",
      ]),
    ],
  };
}

function threeOf({ value, low, high }: FrontierPoint["loss"]): (number | null)[] {
  return [value, low, high];
}
