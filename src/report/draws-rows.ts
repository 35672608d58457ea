import type { LedgerColumns } from "../sim/risk/ledger-columns.ts";
import { csvCell } from "./csv-cell.ts";
import { type DrawsColumn, drawnValue, drawsKeys } from "./draws-columns.ts";

export type DrawnPolicy = {
  readonly id: string;
  readonly priceScale: number;
  readonly ledger: LedgerColumns;
};

/** A table of draws: its policies and columns, and whether a budget was stated that could be gone over. */
export type Draws = {
  readonly policies: readonly DrawnPolicy[];
  readonly columns: readonly DrawsColumn[];
  readonly hasBudget: boolean;
};

/** The head of a table of draws: the future, the policy, and every column that a run keeps. */
export function drawsHead({ columns }: Pick<Draws, "columns">): string {
  return csvLine([...drawsKeys.map(([name]) => name), ...columns.map(({ name }) => name)]);
}

/** The rows of some futures, one a future and policy: futures are counted from 1. */
export function drawsRows(
  { policies, columns, hasBudget }: Draws,
  from: number,
  to: number,
  form: "csv" | "json" = "csv",
): string {
  const lines: string[] = [];
  for (let path = from; path < to; path++) {
    for (const { id, priceScale, ledger } of policies) {
      const values = columns.map((column) => drawnValue(column, ledger[column.column]![path]!, hasBudget));
      if (form === "csv") lines.push(csvLine([path + 1, id, priceScale, ...values]));
      else {
        const named = Object.fromEntries(columns.map(({ name }, n) => [name, values[n]!]));
        lines.push(`${JSON.stringify({ future: path + 1, policy: id, priceScale, ...named })}\n`);
      }
    }
  }
  return lines.join("");
}

function csvLine(cells: readonly (string | number | null)[]): string {
  return `${cells.map(csvCell).join(",")}\r\n`;
}
