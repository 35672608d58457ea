import type { PolicyResult } from "../../sim/compare.ts";
import { billLossChart } from "../charts/bill-loss-chart.ts";
import type { Comparison } from "../comparison.ts";
import { differenceOf, measureOf } from "../comparison-lookup.ts";
import { moversOf } from "../findings/movers.ts";
import { saidNames } from "../findings/said.ts";
import { shownEstimate } from "../shown-estimate.ts";
import { directionIn } from "../told-apart.ts";
import { shownName } from "../visible-width.ts";
import { measureTable, type ReportFigure } from "./report-figure.ts";

/** What each policy costs the commissioner against how often the provider loses. */
export function billLossFigure(comparison: Comparison): ReportFigure | undefined {
  // On the same expected bill all points stand above each other, and there is nothing to weigh.
  if (comparison.policies.length < 2 || comparison.paths < 2 || comparison.basis === "same-expected-bill")
    return undefined;
  const title = titleOf(comparison);
  const description = `A point a policy: average bill and chance of a loss. ${comparison.policies
    .map((p) => `${shownName(p.title)}: ${textOf(p, "meanBill")}, ${textOf(p, "probabilityOfLoss")}`)
    .join("; ")}.`;
  return {
    id: "bill-and-loss",
    title,
    description,
    note: "Further down is safer for the provider, further left cheaper for the commissioner. The lines through a point are its 95 % intervals.",
    draw: (id, width) => billLossChart({ id, width, title, description }, comparison),
    table: measureTable(comparison, [
      { id: "meanBill", title: "Average bill" },
      { id: "probabilityOfLoss", title: "Chance of a loss" },
    ]),
  };
}

function titleOf(comparison: Comparison): string {
  const safer = moversOf(comparison, "probabilityOfLoss").down;
  if (safer.length === 0) return "At these prices no policy clearly lowers the provider's chance of a loss";
  const extra = (policy: PolicyResult) => differenceOf(comparison, policy.id, "meanBill");
  const dear = safer.filter((policy) => directionIn(comparison, policy.id, "meanBill") === "up");
  const free = safer.filter((policy) => !dear.includes(policy));
  if (free.length > 0)
    return `${saidNames(free)} ${free.length === 1 ? "lowers" : "lower"} the provider's chance of a loss without a clearly higher bill`;
  const costs = dear.map((policy) => extra(policy)!).sort((a, b) => a.value! - b.value!);
  const least = shownEstimate(costs[0]!).text;
  const most = shownEstimate(costs[costs.length - 1]!).text;
  if (dear.length === 1)
    return `${saidNames(dear)} lowers the provider's chance of a loss, for ${least} more a contract`;
  return `Every policy that lowers the provider's chance of a loss costs more: ${least === most ? least : `from ${least} to ${most}`} a contract`;
}

function textOf(policy: PolicyResult, metric: string): string {
  return shownEstimate(measureOf(policy, metric)).text;
}
