/** One number of a table: what is shown, the interval under it, and whether it differs from the first policy's. */
export type TableCell = { readonly text: string; readonly interval: string; readonly marked: boolean };

/** One column of a table: a cell for every policy, in their order. */
export type TableColumn = {
  readonly title: string;
  readonly cells: readonly TableCell[];
  /** Where a table is too wide for a terminal the column with the highest number is left out first; never without one. */
  readonly spare?: number;
};

/** Columns that belong together under one heading. */
export type ColumnGroup = { readonly title: string; readonly columns: readonly TableColumn[] };
