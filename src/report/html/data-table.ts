import type { DataTable } from "../figures/report-figure.ts";
import { type Content, element, type Markup } from "../markup.ts";

/** A table that can be scrolled sideways, also with the keyboard, where the screen is too narrow for it. */
export function scrollable(label: string, table: Markup): Markup {
  return element("div", { class: "scroll", role: "region", "aria-label": label, tabindex: 0 }, table);
}

/** A plain table of text; the first cell of each row is its heading. */
export function dataTable(label: string, table: DataTable, words = false): Markup {
  const head = element(
    "tr",
    {},
    table.heads.map((text) => element("th", { scope: "col" }, text)),
  );
  const rows = table.rows.map(([name = "", ...cells]) =>
    element(
      "tr",
      {},
      rowHead(name),
      cells.map((cell) => element("td", words ? { class: "words" } : {}, cell)),
    ),
  );
  return scrollable(label, element("table", {}, element("thead", {}, head), element("tbody", {}, rows)));
}

/** The heading of a row. */
export function rowHead(content: Content): Markup {
  return element("th", { scope: "row" }, content);
}
