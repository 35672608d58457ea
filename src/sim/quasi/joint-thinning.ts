import { type Column, setUniform } from "../../engine/column.ts";
import type { Loops } from "../../engine/loops.ts";
import { hypergeometricAt } from "../random/hypergeometric-counts.ts";
import type { Stream } from "../random/stream.ts";
import type { Thinning } from "../thinning.ts";
import { openNodeColumns, sumNodes, writeCounts } from "./node-columns.ts";
import { splitTree } from "./split-tree.ts";

/**
 * Keeps each of the people of several columns with one chance, path by path; `out` owns its memory. At most `together`
 * columns are drawn as one whole.
 */
export type JointThinning = (
  of: readonly Column[],
  rate: Column,
  stream: Stream,
  out: readonly Column[],
  together: number,
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
  return (of, rate, stream, out, together) => {
    if (!rounded || (rate.uniform && (rate.value === 0 || rate.value === 1))) {
      for (const [c, column] of of.entries()) thin(column, rate, stream, out[c]!);
      return;
    }
    const isNobody = ({ uniform, value }: Column) => uniform && value === 0;
    for (const [c, column] of of.entries()) if (isNobody(column)) setUniform(out[c]!, 0);
    const places = of.flatMap((column, c) => (isNobody(column) ? [] : [c]));
    if (places.length === 0) return;
    const { nodes, roots } = splitTree(places.length, together);
    sumNodes(
      nodes,
      places.map((c) => of[c]!),
      people,
      width,
    );
    for (let root = 0; root < roots; root++) thin(people(root), rate, stream, kept(root));
    for (const [n, { left, right, leaf }] of nodes.entries()) {
      const drawn = kept(n).data;
      if (leaf >= 0) {
        writeCounts(drawn, out[places[leaf]!]!);
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
