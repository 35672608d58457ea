import type { CellRange } from "../offer/workbook/sheet.ts";
import { xmlTags } from "./xml-tags.ts";

/** What a sheet's XML says that its values do not: formulas, styles, faults and merged cells. */
export type SheetMarks = {
  /** By the cell's name. */
  readonly cells: ReadonlyMap<string, { style?: number; isFormula: boolean; fault?: string }>;
  readonly merged: readonly CellRange[];
};

/** A form has some fifty rows; gaps cost memory, and a row may say that it is the billionth. */
const mostRows = 2000;
const mostColumns = 200;

/** Reads the marks of a sheet; undefined where it is larger than any form, or written as no spreadsheet writes one. */
export function sheetMarks(xml: string): SheetMarks | undefined {
  if (xml.includes("<!")) return undefined;
  const tags = xmlTags(xml, ["row", "c", "f", "v", "mergeCell"]);
  if (tags === undefined) return undefined;
  const cells = new Map<string, { style?: number; isFormula: boolean; fault?: string }>();
  const merged: CellRange[] = [];
  let cell: { style?: number; isFormula: boolean; fault?: string } | undefined;
  let rows = 0;
  for (const { name, attributes, end } of tags) {
    if (name === "row") {
      const row = attributes.get("r");
      if (++rows > mostRows || (row !== undefined && !(/^\d{1,7}$/.test(row) && Number(row) <= mostRows)))
        return undefined;
    } else if (name === "c") {
      const place = placeOf(attributes.get("r") ?? "");
      if (place === undefined) return undefined;
      const style = Number(attributes.get("s") ?? Number.NaN);
      cell = { isFormula: false, ...(Number.isInteger(style) && { style }) };
      if (attributes.get("t") === "e") cell.fault = "#ERROR!";
      cells.set(attributes.get("r")!, cell);
    } else if (name === "f" && cell !== undefined) cell.isFormula = true;
    else if (name === "v" && cell?.fault !== undefined)
      cell.fault = /^#[A-Z0-9/_]{1,20}[!?]?/.exec(xml.slice(end, end + 24))?.[0] ?? cell.fault;
    else if (name === "mergeCell") {
      const [from, to] = (attributes.get("ref") ?? "").split(":").map(placeOf);
      if (from !== undefined && to !== undefined)
        merged.push({ firstRow: from.row, firstColumn: from.column, lastRow: to.row, lastColumn: to.column });
    }
  }
  return { cells, merged };
}

function placeOf(name: string): { row: number; column: number } | undefined {
  const match = /^([A-Z]{1,3})(\d{1,7})$/.exec(name);
  if (match === null) return undefined;
  const column = [...match[1]!].reduce((sum, letter) => sum * 26 + letter.charCodeAt(0) - 64, 0);
  const row = Number(match[2]);
  return row >= 1 && row <= mostRows && column <= mostColumns
    ? { row: row - 1, column: column - 1 }
    : undefined;
}
