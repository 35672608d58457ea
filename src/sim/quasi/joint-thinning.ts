import { type Column, setUniform } from "../../engine/column.ts";
import type { Loops } from "../../engine/loops.ts";
import { hypergeometricAt } from "../random/hypergeometric-counts.ts";
import type { Stream } from "../random/stream.ts";
import type { Thinning } from "../thinning.ts";
import { openNodeColumns } from "./node-columns.ts";
import { splitTree } from "./split-tree.ts";

/** Keeps each of the people of several columns with one chance, path by path; `out` owns its memory. */
export type JointThinning = (
  of: readonly Column[],
  rate: Column,
  stream: Stream,
  out: readonly Column[],
) => void;

/**
 * Opens a thinning of several columns together: how many are kept in all is drawn first, then how many of them are in
 * the first half of the columns, and so on. The law is that of thinning each column apart, but what moves a contract as a
 * whole gathers in few numbers of luck.
 */
export function openJointThinning(
  width: number,
  rounded: boolean,
  thin: Thinning,
  loops?: Loops,
): JointThinning {
  const people = openNodeColumns(width, loops);
  const kept = openNodeColumns(width, loops);
  const luck = new Float64Array(width);
  return (of, rate, stream, out) => {
    if (!rounded || (rate.uniform && (rate.value === 0 || rate.value === 1))) {
      for (const [c, column] of of.entries()) thin(column, rate, stream, out[c]!);
      return;
    }
    const places = of.flatMap((column, c) => (column.uniform && column.value === 0 ? [] : [c]));
    for (const [c, column] of of.entries()) if (column.uniform && column.value === 0) setUniform(out[c]!, 0);
    if (places.length === 0) return;
    if (places.length === 1) return thin(of[places[0]!]!, rate, stream, out[places[0]!]!);
    const nodes = splitTree(places.length);
    for (let n = nodes.length - 1; n >= 0; n--) {
      const { left, right, leaf } = nodes[n]!;
      const whole = people(n);
      if (leaf >= 0) {
        const from = of[places[leaf]!]!;
        if (from.uniform) whole.data.fill(from.value);
        else whole.data.set(from.data);
      } else {
        const [a, b] = [people(left).data, people(right).data];
        for (let i = 0; i < width; i++) whole.data[i] = a[i]! + b[i]!;
      }
      whole.uniform = false;
      whole.count = true;
    }
    thin(people(0), rate, stream, kept(0));
    for (const [n, { left, right, leaf }] of nodes.entries()) {
      const drawn = kept(n).data;
      if (leaf >= 0) {
        const to = out[places[leaf]!]!;
        to.data.set(drawn);
        to.uniform = false;
        to.count = true;
        continue;
      }
      stream.fill(luck, width);
      const [a, b] = [people(left).data, people(right).data];
      const [first, second] = [kept(left).data, kept(right).data];
      for (let i = 0; i < width; i++) {
        const k = hypergeometricAt(a[i]!, b[i]!, drawn[i]!, luck[i]!);
        first[i] = k;
        second[i] = drawn[i]! - k;
      }
    }
  };
}
