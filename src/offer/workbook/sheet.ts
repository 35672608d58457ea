/** A cell as a workbook gave it. */
export type ReadCell = {
  readonly value?: string | number | boolean;
  /** The value is a day, as 2024-05-31. */
  readonly isDate?: boolean;
  /** The number is shown as per cent: 0.75 stands there as 75 %. */
  readonly isPercent?: boolean;
  /** The value was worked out by a formula, or could not be. */
  readonly isFormula?: boolean;
  /** A formula that went wrong, as #REF!. */
  readonly fault?: string;
};

/** A rectangle of cells, counted from 0, both ends in it. */
export type CellRange = {
  readonly firstRow: number;
  readonly firstColumn: number;
  readonly lastRow: number;
  readonly lastColumn: number;
};

/** A sheet as a workbook gave it: rows of cells from its first row on, and the cells that were merged. */
export type ReadSheet = {
  readonly name: string;
  readonly rows: readonly (readonly (ReadCell | undefined)[])[];
  readonly merged: readonly CellRange[];
};

/** A cell that is to be written: text or a number, and how it looks. */
export type WrittenCell = {
  readonly value?: string | number;
  /** How a number is shown, as spreadsheets write it. */
  readonly format?: string;
  readonly look?: "title" | "head" | "section" | "answer";
};

/** A sheet that is to be written: its rows, and how wide its columns are, in letters. */
export type WrittenSheet = {
  readonly name: string;
  readonly widths: readonly number[];
  /** Rows at the top that stay in view. */
  readonly fixedRows: number;
  readonly rows: readonly (readonly WrittenCell[])[];
};
