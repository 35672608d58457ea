import type { CellRange } from "./sheet.ts";

/** The name of a cell from its row and column, counted from 0: 6 and 2 make C7. */
export function cellName(row: number, column: number): string {
  let letters = "";
  for (let rest = column + 1; rest > 0; rest = Math.floor((rest - 1) / 26))
    letters = String.fromCharCode(65 + ((rest - 1) % 26)) + letters;
  return `${letters}${row + 1}`;
}

/** The name of a rectangle of cells, as C7:C9. */
export function rangeName({ firstRow, firstColumn, lastRow, lastColumn }: CellRange): string {
  return `${cellName(firstRow, firstColumn)}:${cellName(lastRow, lastColumn)}`;
}

/** A cell with its sheet, as spreadsheets write it: Offer!C7, 'My offer'!C7. */
export function cellPlace(sheet: string, cell: string): string {
  const plain = /^[A-Za-z_][A-Za-z0-9_]*$/.test(sheet);
  return `${plain ? sheet : `'${sheet.replaceAll("'", "''")}'`}!${cell}`;
}
