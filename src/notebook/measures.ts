import type { Comparison } from "../report/comparison.ts";
import { differenceOf, measureOf } from "../report/comparison-lookup.ts";
import { type ShownEstimate, shownEstimate } from "../report/shown-estimate.ts";
import { metrics } from "../sim/risk/metrics.ts";
import { element } from "./element.ts";
import { inPoints } from "./points.ts";

/** What a meeting asks first, of the provider, the commissioner and the contract. */
export const mainMeasures: readonly string[] = [
  "probabilityOfLoss",
  "meanMargin",
  "expectedShortfall95",
  "peakFundingQuantile95",
  "probabilityPeakFundingExceedsReserves",
  "probabilityProviderExits",
  "meanBill",
  "meanServiceFee",
  "meanCancellationFee",
  "probabilityOverBudget",
  "costPerJobOutcome",
  "probabilityTerminated",
];

const titles = new Map(metrics.map(({ id, title }) => [id, title]));

/** A measure's name for readers, with a capital. */
export function measureTitle(id: string): string {
  const title = titles.get(id) ?? id;
  return title.charAt(0).toUpperCase() + title.slice(1);
}

/**
 * A table of measures that stays where it is: display `element` once, call `show` with every comparison. A row a measure, a
 * column a policy, each value with its 95 % interval; or, as `differences`, each policy less the first on the same futures.
 */
export function openMeasureTable(caption: string, kind: "levels" | "differences" = "levels") {
  const table = element("table");
  const root = element("div", { class: "table", role: "region", "aria-label": caption, tabindex: 0 }, table);
  return {
    element: root,
    show: (comparison: Comparison, ids: readonly string[] = mainMeasures) => {
      const policies = kind === "levels" ? comparison.policies : comparison.policies.slice(1);
      const heads = ["Measure", ...policies.map(({ title }) => title)];
      const rows = ids.flatMap((id) => {
        const cells = policies.map((policy) => {
          if (kind === "levels") return shownEstimate(measureOf(policy, id));
          const difference = differenceOf(comparison, policy.id, id);
          return difference && inPoints(shownEstimate(difference, { signed: true }), difference);
        });
        if (cells.every((cell) => cell === undefined || cell.step === 0)) return [];
        return [element("tr", {}, element("th", { scope: "row" }, measureTitle(id)), ...cells.map(cellOf))];
      });
      table.replaceChildren(
        element("caption", {}, element("span", {}, caption)),
        element(
          "thead",
          {},
          element("tr", {}, ...heads.map((head) => element("th", { scope: "col" }, head))),
        ),
        element("tbody", {}, ...rows),
      );
    },
  };
}

function cellOf(shown: ShownEstimate | undefined): HTMLElement {
  const interval = shown?.interval ? [element("span", { class: "interval" }, ` ${shown.interval}`)] : [];
  return element("td", { class: "number" }, shown?.text ?? "–", ...interval);
}
