import type { CheckedScenario } from "../sim/check-scenario.ts";
import type { PolicyResult } from "../sim/compare.ts";
import type { Estimate } from "../sim/risk/estimate.ts";
import type { Comparison } from "./comparison.ts";
import { differenceOf, measureOf } from "./comparison-lookup.ts";
import { scaledEstimate } from "./scaled-estimate.ts";
import { shownEstimate } from "./shown-estimate.ts";
import { type NumberStyle, shownPounds, shownScale } from "./shown-number.ts";
import type { TableCell, TableColumn } from "./table-column.ts";
import { isToldApart } from "./told-apart.ts";

/** The adviser's first columns on one basis: what it costs, what it brings, what is wasted, what fails, who loses. */
export function adviserColumns(checked: CheckedScenario, comparison: Comparison): TableColumn[] {
  const columns = [];
  // On the same expected bill nothing costs extra; what the terms are worth shows in the prices.
  if (comparison.basis !== "same-expected-bill") {
    const title = comparison.policies.length > 1 ? "Extra cost per contract" : "Average bill per contract";
    columns.push(changeColumn(title, "meanBill", comparison));
    const spend = checked.scenario.commissioner.spendPerYear?.mean;
    if (spend !== undefined && comparison.policies.length > 1) columns.push(spendColumn(comparison, spend));
  }
  if (comparison.policies.some((policy) => policy.priceScale !== 1)) {
    columns.push({ title: "Change of unit prices", cells: comparison.policies.map(scaleCell) });
  }
  const jobs = comparison.policies.length > 1 ? "Job outcomes gained or lost" : "Job outcomes";
  columns.push(
    changeColumn(jobs, "meanJobOutcomes", comparison),
    levelColumn("Paid with no one referred", "meanPaidWithNoReferral", comparison),
    levelColumn("Chance that it fails midway", "probabilityEndsEarly", comparison),
    levelColumn("Shortfall the provider bears", "providerShareOfShortfall", comparison),
    // Who bears the shortfall, and the chance and depth of a loss, say most of it.
    { ...levelColumn("Margin on average", "meanMargin", comparison), spare: 3 },
    levelColumn("Chance of a loss", "probabilityOfLoss", comparison),
    { ...levelColumn("Loss in worst 1 in 20", "expectedShortfall95", comparison), spare: 2 },
  );
  return columns.filter((column) => column.cells.some((cell) => cell.text !== ""));
}

/** A measure of each policy, marked where it differs from the first policy's. */
export function levelColumn(title: string, metric: string, comparison: Comparison): TableColumn {
  const cells = comparison.policies.map((policy) =>
    cellOf(measureOf(policy, metric), isToldApart(comparison, policy.id, metric)),
  );
  return { title, cells };
}

function changeColumn(title: string, metric: string, comparison: Comparison): TableColumn {
  const cells = comparison.policies.map((policy, place): TableCell => {
    if (comparison.policies.length === 1) return cellOf(measureOf(policy, metric), false);
    const difference = differenceOf(comparison, policy.id, metric);
    if (place === 0 || difference === undefined) return baseCell(policy, metric);
    return cellOf(difference, isToldApart(comparison, policy.id, metric), { signed: true });
  });
  return { title, cells };
}

function spendColumn(comparison: Comparison, spend: number): TableColumn {
  const bill = comparison.policies[0]!.metrics.meanBill?.value ?? 0;
  const title = `Extra cost per ${shownPounds(spend)} a year`;
  const cells = comparison.policies.map((policy, place): TableCell => {
    const difference = differenceOf(comparison, policy.id, "meanBill");
    if (place === 0 || difference === undefined || bill < 1)
      return { text: "–", interval: "", marked: false };
    const style = { signed: true, millions: spend >= 1_000_000 };
    return cellOf(
      scaledEstimate(difference, spend / bill),
      isToldApart(comparison, policy.id, "meanBill"),
      style,
    );
  });
  // The last to go: the extra cost of one contract, told once more for a year's spend.
  return { title, cells, spare: 1 };
}

function scaleCell({
  priceScale,
  priceScaleInterval: { se, low, high },
  basisReached,
}: PolicyResult): TableCell {
  if (!basisReached) return { text: shownScale(priceScale), interval: "off basis", marked: false };
  if (se === 0) return { text: shownScale(priceScale), interval: "", marked: false };
  const change: Estimate = { value: priceScale - 1, se, low: low - 1, high: high - 1, unit: "share" };
  return cellOf(change, false, { signed: true });
}

/** The first policy's level, in brackets: what the others' changes are changes of. */
function baseCell(policy: PolicyResult, metric: string): TableCell {
  const { text, interval } = shownEstimate(measureOf(policy, metric));
  return { text: `(${text})`, interval, marked: false };
}

function cellOf(estimate: Estimate, marked: boolean, style: NumberStyle = {}): TableCell {
  const { text, interval } = shownEstimate(estimate, style);
  return { text, interval, marked };
}
