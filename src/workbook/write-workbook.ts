import { unzipSync } from "fflate";
import writeExcelFile, { type CellObject } from "write-excel-file/universal";
import type { WrittenCell, WrittenSheet } from "../offer/workbook/sheet.ts";
import { packed } from "./unpacked.ts";

const looks = {
  title: { fontWeight: "bold", fontSize: 14 },
  head: { fontWeight: "bold", backgroundColor: "#e6e6e6", wrap: true },
  section: { fontWeight: "bold" },
  answer: { backgroundColor: "#fff6cc", borderColor: "#999999", borderStyle: "thin" },
} as const;

/** Writes sheets as an XLSX workbook, the same bytes for the same sheets; text stays text, whatever it begins with. */
export async function writeWorkbook(sheets: readonly WrittenSheet[]): Promise<Uint8Array> {
  const written = writeExcelFile(
    sheets.map(({ name, widths, fixedRows, rows }) => ({
      sheet: name,
      columns: widths.map((width) => ({ width })),
      ...(fixedRows > 0 && { stickyRowsCount: fixedRows }),
      orientation: "landscape" as const,
      data: rows.map((row) => row.map(cellOf)),
    })),
  );
  const bytes = new Uint8Array(await (await written.toBlob()).arrayBuffer());
  return packed(unzipSync(bytes), 6);
}

function cellOf({ value, format, look }: WrittenCell): CellObject {
  const style = { alignVertical: "top", wrap: true, ...(look && looks[look]) } as const;
  if (typeof value === "number") return { value, type: Number, ...(format && { format }), ...style };
  if (value === undefined || value === "") return { ...(format && { format, type: Number }), ...style };
  // `_x0041_` is how the format itself writes characters, and would come back as one.
  const text = value.replaceAll(/_(?=x[0-9a-fA-F]{4}_)/g, "_x005F_");
  // As text by its format too, so that it stays text when someone edits the cell.
  return { value: text, type: String, format: "@", ...style };
}
