import { basisPhrase, basisTitle } from "../basis-words.ts";
import { differenceChart } from "../charts/difference-chart.ts";
import type { Comparison } from "../comparison.ts";
import { differenceOf } from "../comparison-lookup.ts";
import { moversOf } from "../findings/movers.ts";
import { estimateWithEnds } from "../shown-estimate.ts";
import { shownName } from "../visible-width.ts";
import type { ReportFigure } from "./report-figure.ts";

/** A measure whose differences are drawn, and how its title speaks of it. */
export type DrawnDifference = {
  readonly id: string;
  readonly label: string;
  readonly subject: string;
  readonly better: "up" | "down";
};

/** The differences that the report draws. */
export const drawnDifferences: readonly DrawnDifference[] = [
  {
    id: "meanMargin",
    label: "change of the provider's average margin a contract",
    subject: "raise the provider's average margin",
    better: "up",
  },
  {
    id: "expectedShortfall95",
    label: "change of the average loss in the worst 1 in 20 contracts; left is better for the provider",
    subject: "soften the worst 1 in 20 contracts for the provider",
    better: "down",
  },
];

/** How every policy differs from the first in one measure, on each basis, with intervals. */
export function differenceFigure(
  comparisons: readonly Comparison[],
  measure: DrawnDifference,
): ReportFigure | undefined {
  const fair = comparisons[comparisons.length - 1]!;
  const others = fair.policies.slice(1);
  if (others.length === 0 || fair.paths < 2) return undefined;
  const movers = moversOf(fair, measure.id);
  if (movers.missing.length === others.length) return undefined;
  const helped = movers[measure.better].length;
  const count =
    helped === 0
      ? "no policy"
      : helped === others.length
        ? helped === 1
          ? "the other policy"
          : `all ${helped} others`
        : `${helped} of ${others.length} policies`;
  const verb = helped > 1 ? measure.subject : measure.subject.replace(/^(\w+)/, "$1s");
  const title = `${basisPhrase(fair)}, ${count} clearly ${verb}`;
  const rows = others.map((policy) => [
    shownName(policy.title),
    ...comparisons.map((comparison) => {
      const difference = differenceOf(comparison, policy.id, measure.id);
      return difference === undefined ? "" : estimateWithEnds(difference, { signed: true });
    }),
  ]);
  const description = `Differences from ${shownName(fair.policies[0]!.title)} with 95 % intervals. ${rows
    .map(([name, ...cells]) => `${name}: ${cells.join("; ")}`)
    .join(". ")}`;
  return {
    id: `difference-${measure.id}`,
    title,
    description,
    note: `Differences from “${shownName(fair.policies[0]!.title)}”, on the same futures. A hollow mark: the interval holds zero, so the run does not tell the two apart.`,
    draw: (id, width) => differenceChart({ id, width, title, description }, comparisons, measure),
    table: {
      heads: [
        "Policy (95\u00a0% intervals in brackets)",
        ...comparisons.map((comparison) => basisTitle[comparison.basis]),
      ],
      rows,
    },
  };
}
