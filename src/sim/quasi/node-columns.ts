import type { Column } from "../../engine/column.ts";
import type { Loops } from "../../engine/loops.ts";
import { ownColumn, writeColumn } from "../draw-figure.ts";
import type { SplitNode } from "./split-tree.ts";

/** Columns by place. */
export type NodeColumns = (place: number) => Column;

/** Columns by place, made when they are first asked for and used again block after block. */
export function openNodeColumns(width: number, loops?: Loops): NodeColumns {
  const columns: Column[] = [];
  return (place) => {
    while (columns.length <= place) columns.push(ownColumn(width, loops));
    return columns[place]!;
  };
}

/** Writes for each node the sum of its columns, path by path. */
export function sumNodes(
  nodes: readonly SplitNode[],
  of: readonly Column[],
  into: NodeColumns,
  width: number,
): void {
  for (let n = nodes.length - 1; n >= 0; n--) {
    const { left, right, leaf } = nodes[n]!;
    const whole = into(n);
    whole.uniform = false;
    if (leaf >= 0) {
      writeColumn(of[leaf]!, whole.data);
      continue;
    }
    const { data } = whole;
    const [a, b] = [into(left).data, into(right).data];
    for (let i = 0; i < width; i++) data[i] = a[i]! + b[i]!;
  }
}

/** Writes whole numbers into a column that owns its memory. */
export function writeCounts(from: Float64Array, out: Column): void {
  out.data.set(from);
  out.uniform = false;
  out.count = true;
}
