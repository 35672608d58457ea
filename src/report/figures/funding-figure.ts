import { fundingChart } from "../charts/funding-chart.ts";
import type { Comparison } from "../comparison.ts";
import { measureOf } from "../comparison-lookup.ts";
import { lowestOf, moversOf } from "../findings/movers.ts";
import { saidChance, saidName } from "../findings/said.ts";
import { shownEstimate } from "../shown-estimate.ts";
import { shownPounds } from "../shown-number.ts";
import { measureTable, type ReportFigure } from "./report-figure.ts";

const most = "peakFundingQuantile95";

/** The most cash the provider is out, against its reserves. */
export function fundingFigure(
  comparison: Comparison,
  reserves: number | undefined,
): ReportFigure | undefined {
  const first = comparison.policies[0]!;
  const own = measureOf(first, most);
  if (own.value === null) return undefined;
  const text = shownEstimate(own).text;
  const exceeds = measureOf(first, "probabilityPeakFundingExceedsReserves");
  const base =
    reserves === undefined || exceeds.value === null
      ? `In 1 contract in 20 the provider is out by more than ${text} under ${saidName(first)}`
      : `Under ${saidName(first)} the provider needs more cash than its reserves of ${shownPounds(reserves)} ${saidChance(exceeds, comparison.paths)}`;
  const metric = reserves === undefined ? most : "probabilityPeakFundingExceedsReserves";
  const best = lowestOf(moversOf(comparison, metric).down, metric)[0];
  const least =
    best === undefined
      ? ""
      : reserves === undefined
        ? `, under ${saidName(best)} by more than ${shownEstimate(measureOf(best, metric)).text}`
        : `, under ${saidName(best)} ${saidChance(measureOf(best, metric), comparison.paths)}`;
  const title = base + least;
  const table = measureTable(comparison, [
    { id: "meanPeakFunding", title: "Most cash out, on average" },
    { id: most, title: "In 19 contracts of 20 at most" },
    { id: "probabilityPeakFundingExceedsReserves", title: "Chance that it exceeds reserves" },
  ]);
  const description = table.rows
    .map((row) => `${row[0]}: ${row[1]} on average, ${row[2]} at most in 19 of 20`)
    .join("; ");
  return {
    id: "funding",
    title,
    description,
    note: "",
    draw: (id, width) => fundingChart({ id, width, title, description }, comparison, reserves),
    table,
  };
}
