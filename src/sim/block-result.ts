import { at, type Column } from "../engine/column.ts";

/** What one or more blocks that follow each other left under all policies of a run. */
export type BlockResult = {
  /** Futures in it: those of the first block, then those of the next. */
  readonly width: number;
  /** For each policy and column of `columnsOfRun`, `[policy][column]`, the place of its numbers in `columns`. */
  readonly places: Int32Array;
  /** One number a path each; what cannot differ between policies and columns stands here once. */
  readonly columns: readonly Column[];
};

/** The number of one path: `column` is the place of a policy's column, `[policy][column]`. */
export function numberAt({ places, columns }: BlockResult, column: number, path: number): number {
  return at(columns[places[column]!]!, path);
}
