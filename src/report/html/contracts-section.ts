import type { ContractResult } from "../../sim/measure-contracts.ts";
import type { Comparison } from "../comparison.ts";
import { element, type Markup } from "../markup.ts";
import { shownEstimate } from "../shown-estimate.ts";
import type { TableColumn } from "../table-column.ts";
import { shownName } from "../visible-width.ts";
import { policyTable } from "./policy-table.ts";

const shown = [
  ["meanMargin", "Margin on average"],
  ["probabilityOfLoss", "Chance of a loss"],
  ["meanPayment", "Paid on average"],
  ["meanReferrals", "Referrals on average"],
  ["meanJobOutcomes", "Job outcomes on average"],
] as const;

/** A table a policy with a row a contract; empty where the scenario is one contract. */
export function contractsSection({ policies }: Comparison): Markup[] {
  const tables = policies.flatMap(({ title, contracts }) =>
    contracts === undefined
      ? []
      : [
          element("h3", {}, shownName(title)),
          policyTable(
            `${shownName(title)}, contract by contract`,
            contracts,
            columnsOf(contracts),
            "Contract",
          ),
        ],
  );
  if (tables.length === 0) return [];
  const note =
    "Each contract's margin is before the cost of capital, which is charged on the provider's cash over all contracts; all else in this report is of the contracts together.";
  return [...tables, element("p", { class: "note" }, note)];
}

function columnsOf(contracts: readonly ContractResult[]): TableColumn[] {
  return shown.map(([metric, title]) => ({
    title,
    cells: contracts.map(({ metrics }) => {
      const { text, interval } = shownEstimate(metrics[metric]!);
      return { text, interval, marked: false };
    }),
  }));
}
