import { type MarginBins, type MarginSource, marginBins } from "../charts/margin-bins.ts";
import { marginChart } from "../charts/margin-chart.ts";
import type { Comparison } from "../comparison.ts";
import { measureOf } from "../comparison-lookup.ts";
import { lowestOf, moversOf } from "../findings/movers.ts";
import { saidChance, saidName } from "../findings/said.ts";
import { shownEstimate } from "../shown-estimate.ts";
import { shownName } from "../visible-width.ts";
import { measureTable, type ReportFigure } from "./report-figure.ts";

const chance = "probabilityOfLoss";

/** How the provider's margin spreads over futures under each policy. */
export function marginFigure(
  comparison: Comparison,
  margins: MarginSource | undefined,
): ReportFigure | undefined {
  if (margins === undefined || comparison.paths < 2) return undefined;
  const bins: MarginBins = marginBins(margins);
  if (bins.shares.length !== comparison.policies.length) return undefined;
  const title = titleOf(comparison);
  const description = `For each policy the shape of the provider's margin over ${comparison.paths} futures, the part below zero hatched. Chance of a loss: ${comparison.policies
    .map((policy) => `${shownName(policy.title)} ${shownEstimate(measureOf(policy, chance)).text}`)
    .join("; ")}.`;
  return {
    id: "margins",
    title,
    description,
    note: "Hatched: the provider makes a loss. Each shape is as high as its own peak, so compare where shapes lie and not how high they are. The outermost 1 % of futures stand in the end bars.",
    draw: (id, width) => marginChart({ id, width, title, description }, comparison, bins),
    table: measureTable(comparison, [
      { id: chance, title: "Chance of a loss" },
      { id: "marginQuantile05", title: "Bad case (1 in 20 is worse)" },
      { id: "marginQuantile50", title: "Middle case" },
      { id: "meanMargin", title: "Average" },
      { id: "marginQuantile95", title: "Good case (1 in 20 is better)" },
    ]),
  };
}

function titleOf(comparison: Comparison): string {
  const first = comparison.policies[0]!;
  const said = (policy: typeof first) => saidChance(measureOf(policy, chance), comparison.paths);
  const base = `Under ${saidName(first)} the provider makes a loss ${said(first)}`;
  if (comparison.policies.length === 1) return base;
  const best = lowestOf(moversOf(comparison, chance).down, chance)[0];
  if (best === undefined) return `${base}; no policy clearly makes that rarer`;
  return `${base}, under ${saidName(best)} ${said(best)}`;
}
