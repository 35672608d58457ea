import type { Column } from "../../engine/column.ts";
import type { Loops } from "../../engine/loops.ts";
import { ownColumn } from "../draw-figure.ts";

/** Columns by place, made when they are first asked for and used again block after block. */
export function openNodeColumns(width: number, loops?: Loops): (place: number) => Column {
  const columns: Column[] = [];
  return (place) => {
    while (columns.length <= place) columns.push(ownColumn(width, loops));
    return columns[place]!;
  };
}
