import type { ParsedDocument } from "../../engine/document.ts";
import type { Problem } from "../../engine/problem.ts";
import { isRefusedName } from "../../engine/reading/document-limits.ts";
import { type DocumentPath, pathText } from "../../engine/reading/document-path.ts";
import { valueAt } from "../../engine/reading/value-at.ts";
import { numberWords } from "../answer-words.ts";
import { setAt } from "../offer-document.ts";
import { numberAnswer, textAnswer } from "./cell-answer.ts";
import { cellName, cellPlace } from "./cell-name.ts";
import { findOfferTable, type OfferTable } from "./find-offer-table.ts";
import { mergedProblems } from "./merged-cells.ts";
import { nameRows } from "./offer-columns.ts";
import type { ReadSheet } from "./sheet.ts";

/** The answers of a workbook as a document whose places are cells, and what a reader should know of how it was read. */
export type OfferSheets = { readonly document: ParsedDocument; readonly notes: readonly string[] };

const fieldName = /^[a-z][A-Za-z0-9]{0,59}(\.[a-z][A-Za-z0-9]{0,59}){0,2}$/;
/** What no offer can be without. */
const required = ["provider", "scenario", "limits.cash", "limits.loss"] as const;
const textFields: ReadonlySet<string> = new Set(nameRows.map(([field]) => field));

/**
 * Reads the sheets of a workbook as an offer: the answers by their fields, wherever the rows and columns stand.
 *
 * Numbers may be text with £, commas or a %; a formula counts by its value, with a note. `name` is the offer's where the
 * workbook has none.
 */
export function readOfferSheets(file: string, sheets: readonly ReadSheet[], name: string): OfferSheets {
  const { table, problem } = findOfferTable(file, sheets);
  if (table === undefined)
    return { document: { value: undefined, problems: [problem], where: () => file }, notes: [] };
  const problems = mergedProblems(file, table);
  const notes: string[] = [];
  const value: Record<string, unknown> = Object.create(null);
  const rows = new Map<string, number>();
  const at = (row: number, column: number) => `${file}:${cellPlace(table.sheet.name, cellName(row, column))}`;
  for (const [row, cells] of table.sheet.rows.entries())
    if (row > table.head) readRow(row, cells, { table, at, value, rows, problems, notes });
  for (const field of required) {
    const row = rows.get(field);
    const isEmpty = row !== undefined && !problems.some(({ where }) => where.endsWith(` ${field}`));
    if (isEmpty && valueAt(value, field.split(".")) === undefined)
      problems.push({ where: `${at(row, table.answer)} ${field}`, adjective: "missing", noun: "answer" });
  }
  if (!rows.has("id") || value.id === undefined) value.id = name;
  return {
    document: {
      value,
      problems,
      where: (path, part = "value") => placeOf(path, part, { file, table, at, rows, value }),
    },
    notes,
  };
}

type Reading = {
  readonly table: OfferTable;
  readonly at: (row: number, column: number) => string;
  readonly value: Record<string, unknown>;
  readonly rows: Map<string, number>;
  readonly problems: Problem[];
  readonly notes: string[];
};

function readRow(
  row: number,
  cells: ReadSheet["rows"][number],
  { table, at, value, rows, problems, notes }: Reading,
): void {
  const field = String(cells[table.field]?.value ?? "").trim();
  const cell = cells[table.answer];
  const place = at(row, table.answer);
  if (field === "") {
    if (cell?.value !== undefined)
      notes.push(`${place} was not read: there is no field in ${cellName(row, table.field)}`);
    return;
  }
  if (!fieldName.test(field) || field.split(".").some(isRefusedName)) {
    const problem = { adjective: "unknown", noun: "field", found: field } as const;
    problems.push({ where: at(row, table.field), ...problem, expected: "a field such as costs.setUp" });
    return;
  }
  if (rows.has(field)) {
    if (cell?.value !== undefined || cell?.isFormula)
      problems.push({ where: at(row, table.field), adjective: "duplicate", noun: "field", found: field });
    return;
  }
  rows.set(field, row);
  const isText = textFields.has(field);
  const answer = isText ? textAnswer(cell) : numberAnswer(cell, /Per100\b|Percent$/.test(field));
  if (answer.fault !== undefined) {
    problems.push({ where: `${place} ${field}`, ...answer.fault });
    return;
  }
  if (answer.value === undefined) return;
  if (!setAt(value, field.split("."), answer.value))
    problems.push({ where: at(row, table.field), adjective: "duplicate", noun: "field", found: field });
  if (cell?.isFormula)
    notes.push(
      `${place} is a formula, and its value counts: ${typeof answer.value === "number" ? numberWords(answer.value) : answer.value}`,
    );
}

/** The cell of an answer; what has no row is placed at the sheet. */
function placeOf(
  path: DocumentPath,
  part: "value" | "key",
  { file, table, at, rows, value }: Omit<Reading, "problems" | "notes"> & { file: string },
): string {
  const dotted = path.join(".");
  const row = rows.get(dotted) ?? rowBelow(dotted, rows);
  if (row === undefined) {
    const text = pathText(path, value);
    return `${file}:${table.sheet.name}${text === "" ? "" : ` ${text}`}`;
  }
  const place = at(row, part === "key" ? table.field : table.answer);
  return `${place} ${pathText(part === "key" ? path.slice(0, -1) : path, value)}`.trimEnd();
}

/** A section has no cell: its first answer stands for it. */
function rowBelow(dotted: string, rows: ReadonlyMap<string, number>): number | undefined {
  if (dotted === "") return undefined;
  for (const [field, row] of rows) if (field.startsWith(`${dotted}.`)) return row;
  return undefined;
}
