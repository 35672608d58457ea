import { type Column, setUniform } from "../../engine/column.ts";
import type { Loops } from "../../engine/loops.ts";
import { plainLoops } from "../../engine/plain-loops.ts";
import { nativeDrawsOf } from "../native/native-draws.ts";
import { openPoissonCounts } from "../random/poisson-counts.ts";
import type { Stream } from "../random/stream.ts";
import { openThinning } from "../thinning.ts";
import { openNodeColumns, sumNodes, writeCounts } from "./node-columns.ts";
import { type SplitNode, splitTree } from "./split-tree.ts";

/**
 * Draws Poisson counts of several columns of means; at most `together` columns are drawn as one whole. `weights` where
 * the means are in the same proportion on every path.
 */
export type JointCounts = (
  means: readonly Column[],
  stream: Stream,
  out: readonly Column[],
  together: number,
  weights?: readonly number[],
) => void;

const poisson = openPoissonCounts();

/**
 * Opens a drawing of Poisson counts together: their sum is drawn first, then how much of it falls into the first half
 * of the columns, and so on. The law is that of drawing each apart.
 */
export function openJointCounts(width: number, loops: Loops = plainLoops): JointCounts {
  const native = nativeDrawsOf(loops);
  const words = loops.words(native === undefined ? 0 : width);
  const uniforms = new Float64Array(native === undefined ? width : 0);
  const sums = openNodeColumns(width, loops);
  const counts = openNodeColumns(width, loops);
  const share = openNodeColumns(width, loops)(0);
  const thin = openThinning(width, true, loops);
  const draw = (mean: Float64Array, stream: Stream, count: Float64Array) => {
    if (native !== undefined) {
      stream.words(words, width);
      native.poissons(mean, [words], [count], width);
    } else {
      stream.fill(uniforms, width);
      poisson(mean, uniforms, count, width);
    }
  };
  const shareOf = (part: Float64Array, all: Float64Array) => {
    share.uniform = false;
    for (let i = 0; i < width; i++) share.data[i] = all[i]! > 0 ? part[i]! / all[i]! : 0;
  };
  return (means, stream, out, together, weights) => {
    if (means.length === 0) return;
    const { nodes, roots } = splitTree(means.length, together);
    sumNodes(nodes, means, sums, width);
    const weightOf = weights && nodeWeights(nodes, weights);
    for (let root = 0; root < roots; root++) draw(sums(root).data, stream, counts(root).data);
    for (const [n, { left, right, leaf }] of nodes.entries()) {
      const whole = counts(n);
      if (leaf >= 0) {
        writeCounts(whole.data, out[leaf]!);
        continue;
      }
      whole.uniform = false;
      whole.count = true;
      if (weightOf === undefined) shareOf(sums(left).data, sums(n).data);
      else setUniform(share, weightOf[left]! / weightOf[n]!);
      thin(whole, share, stream, counts(left));
      const [first, second] = [counts(left).data, counts(right).data];
      for (let i = 0; i < width; i++) second[i] = whole.data[i]! - first[i]!;
    }
  };
}

function nodeWeights(nodes: readonly SplitNode[], weights: readonly number[]): number[] {
  const sums: number[] = [];
  for (let n = nodes.length - 1; n >= 0; n--) {
    const { left, right, leaf } = nodes[n]!;
    sums[n] = leaf >= 0 ? weights[leaf]! : sums[left]! + sums[right]!;
  }
  return sums;
}
