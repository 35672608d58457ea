import { strFromU8 } from "fflate";
import readExcelFile from "read-excel-file/universal";
import type { Problem } from "../engine/problem.ts";
import { cellName } from "../offer/workbook/cell-name.ts";
import type { ReadCell, ReadSheet } from "../offer/workbook/sheet.ts";
import { percentStyles } from "./percent-styles.ts";
import { type SheetMarks, sheetMarks } from "./sheet-marks.ts";
import { packed, unpacked } from "./unpacked.ts";
import { xmlTags, xmlText } from "./xml-tags.ts";

export type ReadWorkbook =
  | { readonly sheets: readonly ReadSheet[]; readonly problem?: undefined }
  | { readonly sheets?: undefined; readonly problem: Problem };

const mostSheets = 30;

/**
 * Reads the sheets of an XLSX workbook from an untrusted source.
 *
 * `read-excel-file` gives the values; what it leaves out (formulas, merged cells, signs of per cent, faults) is read
 * beside it. It is handed the parts that were looked at, packed anew, so that nothing else can be read.
 */
export async function readWorkbook(name: string, bytes: Uint8Array): Promise<ReadWorkbook> {
  const { parts, refused, hint } = { hint: undefined, ...unpacked(bytes) };
  if (parts === undefined) return problemOf(name, refused, hint);
  const text = (path: string | undefined) =>
    path !== undefined && Object.hasOwn(parts, path) ? strFromU8(parts[path]!) : "";
  if (Object.keys(parts).some((path) => /<!(DOCTYPE|ENTITY)/i.test(text(path))))
    return problemOf(name, "a file with definitions of its own", undefined);
  const { names, paths, styles } = placesOf(text("xl/workbook.xml"), text("xl/_rels/workbook.xml.rels"));
  if (names.length > mostSheets)
    return problemOf(name, `${names.length} sheets`, `at most ${mostSheets} are read`);
  const marks = paths.map((path) => sheetMarks(text(path)));
  const odd = marks.indexOf(undefined);
  if (odd >= 0)
    return problemOf(
      name,
      `sheet ${names[odd]} with over 2,000 rows or 200 columns, or damaged`,
      "copy the form into a new workbook",
    );
  const shown = percentStyles(text(styles));
  try {
    const zip = packed(parts, 0);
    const read = await readExcelFile(zip.slice().buffer as ArrayBuffer, { trim: false });
    if (read.length !== marks.length) throw new Error("sheets");
    return {
      sheets: read.map(({ sheet, data }, place) => ({
        name: sheet,
        rows: rowsOf(data as unknown[][], marks[place]!, shown),
        merged: marks[place]!.merged,
      })),
    };
  } catch {
    return problemOf(name, "a damaged file", "open it in a spreadsheet and save it again");
  }
}

function problemOf(where: string, found: string, hint: string | undefined): ReadWorkbook {
  const problem = { where, adjective: "invalid", noun: "workbook", found } as const;
  return { problem: { ...problem, expected: "an XLSX workbook", ...(hint && { hint }) } };
}

/** The sheets of a workbook in its order, with the parts that hold them. */
function placesOf(workbook: string, relations: string) {
  const targets = new Map<string, string>();
  let styles: string | undefined;
  for (const { attributes } of xmlTags(relations, ["Relationship"]) ?? []) {
    const target = xmlText(attributes.get("Target") ?? "");
    const path = target.startsWith("/") ? target.slice(1) : `xl/${target}`;
    targets.set(attributes.get("Id") ?? "", path);
    if (attributes.get("Type")?.endsWith("/styles")) styles = path;
  }
  const sheets = (xmlTags(workbook, ["sheet"]) ?? []).filter(({ attributes }) => attributes.has("name"));
  return {
    names: sheets.map(({ attributes }) => xmlText(attributes.get("name")!)),
    paths: sheets.map(({ attributes }) => targets.get(attributes.get("id") ?? "")),
    styles,
  };
}

function rowsOf(data: readonly (readonly unknown[])[], { cells }: SheetMarks, shown: ReadonlySet<number>) {
  const rows = data.map((row, r) => row.map((value, c) => cellOf(value, cells.get(cellName(r, c)), shown)));
  // A formula without a result, or with a fault, has no value: it may stand beyond all that have one.
  for (const [name, mark] of cells) {
    if (!mark.isFormula && mark.fault === undefined) continue;
    const [, letters, digits] = /^([A-Z]+)(\d+)$/.exec(name)!;
    const column = [...letters!].reduce((sum, letter) => sum * 26 + letter.charCodeAt(0) - 64, 0) - 1;
    const row = Number(digits) - 1;
    while (rows.length <= row) rows.push([]);
    rows[row]![column] ??= cellOf(null, mark, shown);
  }
  return rows;
}

type Mark = SheetMarks["cells"] extends ReadonlyMap<string, infer M> ? M : never;

function cellOf(value: unknown, mark: Mark | undefined, shown: ReadonlySet<number>): ReadCell | undefined {
  const about = {
    ...(mark?.isFormula && { isFormula: true }),
    ...(mark?.fault !== undefined && { fault: mark.fault }),
  };
  if (value instanceof Date) {
    const day = Number.isFinite(value.getTime()) ? value.toISOString().slice(0, 10) : "that is none";
    return { value: day, isDate: true, ...about };
  }
  if (typeof value === "number")
    return {
      value,
      ...(mark?.style !== undefined && shown.has(mark.style) && { isPercent: true }),
      ...about,
    };
  if (typeof value === "string" || typeof value === "boolean") return { value, ...about };
  return mark?.isFormula || mark?.fault !== undefined ? about : undefined;
}
