import { csvFile } from "../report/csv-cell.ts";
import { element } from "./element.ts";
import { plainNumber } from "./plain-number.ts";

/** A column; `words` writes its numbers for readers, while a CSV file has them bare. */
export type DataColumn = { readonly title: string; readonly words?: (value: number) => string };

export type TableData = {
  readonly columns: readonly DataColumn[];
  /** The first cell names its row; null is what does not exist. */
  readonly rows: readonly (readonly (string | number | null)[])[];
};

/** A table with its caption, named columns and rows. It is never cut: what is too wide scrolls, and prints in full. */
export function dataTable(caption: string, { columns, rows }: TableData): HTMLElement {
  const head = element(
    "tr",
    {},
    ...columns.map(({ title, words }) => element("th", { scope: "col", class: words && "number" }, title)),
  );
  const body = rows.map((row) =>
    element(
      "tr",
      {},
      ...row.map((cell, c) => {
        const { words } = columns[c]!;
        const text = cell === null ? "–" : typeof cell === "number" && words ? words(cell) : String(cell);
        return c === 0
          ? element("th", { scope: "row" }, text)
          : element("td", { class: words && "number" }, text);
      }),
    ),
  );
  const table = element(
    "table",
    {},
    element("caption", {}, element("span", {}, caption)),
    element("thead", {}, head),
    element("tbody", {}, ...body),
  );
  // What scrolls must be reached by key.
  return element("div", { class: "table", role: "region", "aria-label": caption, tabindex: 0 }, table);
}

/** The same table as CSV. Cells that a spreadsheet would take for formulas are made harmless. */
export function csvOf({ columns, rows }: TableData): string {
  return csvFile(
    columns.map(({ title }) => title),
    rows.map((row) => row.map((cell) => (typeof cell === "number" ? plainNumber(cell) : cell))),
  );
}
