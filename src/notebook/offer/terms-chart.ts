import * as Plot from "@observablehq/plot";
import type { OfferTest, TermsTest } from "../../offer/test/test-offer.ts";
import { worstMargin } from "../../report/offer/worst-margin.ts";
import { shownEstimate } from "../../report/shown-estimate.ts";
import { shownPounds } from "../../report/shown-number.ts";
import type { Estimate } from "../../sim/risk/estimate.ts";
import { folded } from "../charts/folded.ts";
import { axisPounds, chartStyle } from "../charts/series.ts";
import type { TableData } from "../data-table.ts";

const short = { within: "✓ yes", beyond: "✗ no", unclear: "≈ close" } as const;

type Row = {
  readonly name: string;
  readonly bad: number;
  readonly mean: number;
  readonly good: number;
  readonly mark: string;
};

/** What the terms are called; the offer's own say so. */
export function termsName({ title }: TermsTest, isOwn: boolean): string {
  return isOwn ? `${title} (yours)` : title;
}

/** The margin under each terms: a line from the future that 1 in 20 is worse than to the one that 1 in 20 is better than. */
export function termsChart({ terms, own }: OfferTest, limit: number, width: number): Element {
  const rows = terms.map(
    (test, place): Row => ({
      name: termsName(test, place === own),
      bad: test.measures.marginQuantile05.value ?? 0,
      mean: test.measures.meanMargin.value ?? 0,
      good: test.measures.marginQuantile95.value ?? 0,
      mark: short[test.verdict],
    }),
  );
  const isNarrow = width < 560;
  const left = Math.min(280, width * 0.38);
  return Plot.plot({
    width,
    height: rows.length * (isNarrow ? 52 : 40) + 74,
    marginLeft: left,
    marginRight: 88,
    marginTop: 34,
    marginBottom: 40,
    style: chartStyle,
    x: {
      label: "Margin",
      tickFormat: axisPounds,
      grid: true,
      ticks: Math.max(3, Math.floor((width - left) / 110)),
    },
    y: {
      label: null,
      domain: rows.map(({ name }) => name),
      tickSize: 0,
      tickFormat: (name: string) => folded(name, Math.floor((left - 8) / 8.2), isNarrow ? 3 : 2),
    },
    marks: [
      Plot.ruleX([0], { stroke: "currentColor" }),
      Plot.ruleX([-limit], { stroke: "var(--loss)", strokeWidth: 1.5, strokeDasharray: "5 3" }),
      Plot.ruleY(rows, { y: "name", x1: "bad", x2: "good", stroke: "var(--series-2)", strokeWidth: 5 }),
      Plot.dot(rows, {
        y: "name",
        x: "mean",
        fill: "var(--page)",
        stroke: "var(--series-2)",
        strokeWidth: 2.5,
        r: 6,
      }),
      Plot.text(rows, { y: "name", text: "mark", frameAnchor: "right", textAnchor: "start", dx: 10 }),
      Plot.text(["Within your"], { frameAnchor: "top-right", textAnchor: "middle", dx: 42, dy: -30 }),
      Plot.text(["limits?"], { frameAnchor: "top-right", textAnchor: "middle", dx: 42, dy: -14 }),
      Plot.text([-limit], {
        x: (x: number) => x,
        text: () => "your loss limit",
        frameAnchor: "top",
        dy: -14,
        fill: "var(--loss)",
      }),
    ],
  });
}

/** The same with the other measures, a row the terms, in words with their intervals. */
export function termsTable({ terms, own }: OfferTest): TableData {
  const words = (estimate: Estimate) => {
    const { text, interval } = shownEstimate(estimate);
    return `${text} ${interval}`.trim();
  };
  return {
    columns: [
      { title: "Terms" },
      { title: "Average margin" },
      { title: "Chance of a loss" },
      { title: "Average of the worst 1 in 20" },
      { title: "Most cash out, 19 of 20" },
      { title: "Within your limits" },
    ],
    rows: terms.map((test, place) => [
      termsName(test, place === own),
      words(test.measures.meanMargin),
      words(test.measures.probabilityOfLoss),
      words(worstMargin(test.measures)),
      words(test.measures.peakFundingQuantile95),
      short[test.verdict],
    ]),
  };
}

/** The numbers of the chart. */
export function termsData({ terms, own }: OfferTest): TableData {
  const words = (value: number) => shownPounds(Math.round(value));
  return {
    columns: [
      { title: "Terms" },
      { title: "1 in 20 is worse", words },
      { title: "Average", words },
      { title: "1 in 20 is better", words },
      { title: "Within your limits" },
    ],
    rows: terms.map((test, place) => [
      termsName(test, place === own),
      test.measures.marginQuantile05.value,
      test.measures.meanMargin.value,
      test.measures.marginQuantile95.value,
      short[test.verdict],
    ]),
  };
}

/** Which terms keep every limit, as a title. */
export function termsFinding({ terms }: OfferTest): string {
  const within = terms.filter(({ verdict }) => verdict === "within");
  if (within.length === 0) return "None of the terms keeps all of your limits";
  if (within.length === terms.length) return "All of the terms keep your limits";
  if (within.length === 1) return `Your limits are kept under “${within[0]!.title}” alone`;
  return `${within.length} of ${terms.length} terms keep all of your limits`;
}
