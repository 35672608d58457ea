import { didYouMean } from "../../engine/nearest-name.ts";
import type { Problem } from "../../engine/problem.ts";
import { type ColumnRole, plainHeader, roleOf } from "./column-names.ts";
import type { CsvRow } from "./csv-rows.ts";

/** One column that is read: its place, its header as written, and what it holds. */
export type Column = { readonly place: number; readonly header: string; readonly role: ColumnRole };

/** The row of headers: its place among the rows, the columns that are read, and those that are not. */
export type HeaderRow = {
  readonly row: number;
  readonly columns: readonly Column[];
  readonly unread: readonly string[];
};

/** Titles may stand above the headers, on so many rows. */
const mostTitles = 15;
const needed = ["month", "indicative", "referrals"] as const;
const expectedNames = {
  month: "a column called month",
  indicative: "a column called indicative",
  referrals: "a column called referrals",
  starts: "a column called starts, as outcomes are of starts",
};

/** Finds the row of headers: of the first rows the one with most columns that are known. */
export function headerRow(
  name: string,
  rows: readonly CsvRow[],
): { header?: HeaderRow; problems: Problem[] } {
  const found = rows
    .slice(0, mostTitles)
    .map(({ cells }) => cells.filter((cell) => roleOf(cell) !== undefined).length);
  const row = found.indexOf(Math.max(0, ...found));
  const line = rows[row]?.line ?? 1;
  const cells = rows[row]?.cells ?? [];
  const columns: Column[] = [];
  const unread: string[] = [];
  const problems: Problem[] = [];
  const keyOf = (role: ColumnRole) => (typeof role === "object" ? role.stage.id : role);
  for (const [place, header] of cells.entries()) {
    const role = roleOf(header);
    if (role === undefined) {
      if (header !== "") unread.push(header);
      continue;
    }
    const twin = columns.find((column) => keyOf(column.role) === keyOf(role));
    if (twin === undefined) columns.push({ place, header, role });
    else
      problems.push({
        where: `${name}:${line}`,
        adjective: "ambiguous",
        noun: "column",
        found: `${twin.header} and ${header}`,
        expected: `one column of ${keyOf(role)}`,
      });
  }
  const has = (role: string) => columns.some((column) => column.role === role);
  const hasOutcomes = columns.some(({ role }) => typeof role === "object");
  for (const role of [...needed, ...(hasOutcomes ? (["starts"] as const) : [])]) {
    if (has(role)) continue;
    const hint = unread
      .map((header) => didYouMean(role, [plainHeader(header)]) && `is it “${header}”?`)
      .find(Boolean);
    problems.push({
      where: `${name}:${line}`,
      adjective: "missing",
      noun: "column",
      found: role,
      expected: expectedNames[role],
      ...(hint && { hint }),
    });
  }
  return problems.length > 0 ? { problems } : { header: { row, columns, unread }, problems };
}
