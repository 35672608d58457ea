import { element, type Markup } from "../markup.ts";
import type { TableCell, TableColumn } from "../table-column.ts";
import { shownName } from "../visible-width.ts";
import { rowHead, scrollable } from "./data-table.ts";

/** A table with a row a policy: every number with its interval below, and a star where it differs from the first policy. */
export function policyTable(
  title: string,
  policies: readonly { readonly title: string }[],
  columns: readonly TableColumn[],
  rowTitle = "Policy",
): Markup {
  const head = [rowTitle, ...columns.map((column) => column.title)].map((title) =>
    element("th", { scope: "col" }, title),
  );
  const rows = policies.map((policy, place) =>
    element(
      "tr",
      {},
      rowHead(shownName(policy.title)),
      columns.map((column) => element("td", {}, numberCell(column.cells[place]!))),
    ),
  );
  const table = element(
    "table",
    {},
    element("thead", {}, element("tr", {}, head)),
    element("tbody", {}, rows),
  );
  return scrollable(title, table);
}

/** A number with its mark, and its interval on a line of its own. */
export function numberCell({ text, interval, marked }: TableCell): Markup[] {
  return [
    element("span", { class: "number" }, text, element("span", { class: "mark" }, marked ? "*" : "")),
    ...(interval === "" ? [] : [element("span", { class: "interval" }, interval)]),
  ];
}
