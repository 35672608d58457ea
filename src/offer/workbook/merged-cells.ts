import type { Problem } from "../../engine/problem.ts";
import { cellPlace, rangeName } from "./cell-name.ts";
import type { OfferTable } from "./find-offer-table.ts";

/**
 * Merged cells that make it unclear which answer is whose: over several rows of the two columns that are read, or with
 * the value in another column. Others only look so.
 */
export function mergedProblems(file: string, { sheet, head, answer, field }: OfferTable): Problem[] {
  return sheet.merged.flatMap((range): Problem[] => {
    const { firstRow, lastRow, firstColumn, lastColumn } = range;
    const read = [answer, field].filter((column) => column >= firstColumn && column <= lastColumn);
    if (read.length === 0 || lastRow < head) return [];
    // A note below the questions may be as wide as it likes.
    const asks = sheet.rows
      .slice(firstRow, lastRow + 1)
      .some((row) => String(row[field]?.value ?? "").trim() !== "");
    const plain = firstRow === lastRow && read.length === 1 && read[0] === firstColumn;
    if (plain || !asks) return [];
    return [
      {
        where: `${file}:${cellPlace(sheet.name, rangeName(range))}`,
        adjective: "ambiguous",
        noun: "answer",
        found: "merged cells",
        expected: "a cell of its own for each answer and each field",
        hint: "take the merging away",
      },
    ];
  });
}
