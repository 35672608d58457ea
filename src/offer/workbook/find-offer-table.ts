import type { Problem } from "../../engine/problem.ts";
import { cellName, cellPlace } from "./cell-name.ts";
import { answerColumn, fieldColumn, offerSheetName } from "./offer-columns.ts";
import type { ReadSheet } from "./sheet.ts";

/** Where the answers stand: a sheet, the row of its headings, and the two columns that are read. */
export type OfferTable = {
  readonly sheet: ReadSheet;
  readonly head: number;
  readonly answer: number;
  readonly field: number;
};

/** Headings are looked for in so many rows: people put a title or a logo above them. */
const mostAbove = 30;

/** Finds the answers of a workbook by the headings; a sheet of another name counts where it is the only one that has them. */
export function findOfferTable(
  file: string,
  sheets: readonly ReadSheet[],
): { table: OfferTable; problem?: undefined } | { table?: undefined; problem: Problem } {
  const named = sheets.find(({ name }) => plain(name) === plain(offerSheetName));
  const fitting = sheets.filter((sheet) => headOf(sheet) !== undefined);
  const sheet = named ?? (fitting.length === 1 ? fitting[0] : undefined);
  if (sheet === undefined) return { problem: noSheet(file, sheets) };
  const head = headOf(sheet);
  if (head === undefined) return { problem: noColumn(file, sheet) };
  const columns = (name: string) =>
    (sheet.rows[head] ?? []).flatMap((cell, column) =>
      typeof cell?.value === "string" && plain(cell.value) === plain(name) ? [column] : [],
    );
  for (const name of [answerColumn, fieldColumn])
    if (columns(name).length > 1)
      return {
        problem: {
          where: `${file}:${cellPlace(sheet.name, cellName(head, columns(name)[1]!))}`,
          adjective: "duplicate",
          noun: "column",
          found: name,
        },
      };
  return { table: { sheet, head, answer: columns(answerColumn)[0]!, field: columns(fieldColumn)[0]! } };
}

function headOf({ rows }: ReadSheet): number | undefined {
  const place = rows.slice(0, mostAbove).findIndex((row) => {
    const names = row.map((cell) => (typeof cell?.value === "string" ? plain(cell.value) : ""));
    return names.includes(plain(answerColumn)) && names.includes(plain(fieldColumn));
  });
  return place < 0 ? undefined : place;
}

function plain(name: string): string {
  return name.toLowerCase().replaceAll(/[^a-z]/g, "");
}

function noSheet(file: string, sheets: readonly ReadSheet[]): Problem {
  return {
    where: file,
    adjective: "unknown",
    noun: sheets.length === 1 ? "sheet" : "sheets",
    found: sheets.map(({ name }) => name).join(", "),
    expected: `a sheet ${offerSheetName} with the columns ${answerColumn} and ${fieldColumn}`,
    hint: "riskshare offer workbook writes one",
  };
}

function noColumn(file: string, { name, rows }: ReadSheet): Problem {
  const texts = rows
    .slice(0, mostAbove)
    .flatMap((row) => row.map((cell) => (typeof cell?.value === "string" ? plain(cell.value) : "")));
  const absent = [answerColumn, fieldColumn].filter((each) => !texts.includes(plain(each)));
  return {
    where: `${file}:${cellPlace(name, "A1")}`,
    adjective: "missing",
    noun: "column",
    ...(absent.length > 0 && { found: absent.join(" and ") }),
    expected: `the headings ${answerColumn} and ${fieldColumn} in one row`,
  };
}
