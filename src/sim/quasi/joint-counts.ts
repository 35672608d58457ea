import type { Column } from "../../engine/column.ts";
import type { Loops } from "../../engine/loops.ts";
import { plainLoops } from "../../engine/plain-loops.ts";
import { nativeDrawsOf } from "../native/native-draws.ts";
import { openPoissonCounts } from "../random/poisson-counts.ts";
import type { Stream } from "../random/stream.ts";
import { openThinning } from "../thinning.ts";
import { openNodeColumns } from "./node-columns.ts";
import { splitTree } from "./split-tree.ts";

/** Draws Poisson counts of several columns of means. */
export type JointCounts = (means: readonly Column[], stream: Stream, out: readonly Column[]) => void;

const poisson = openPoissonCounts();

/**
 * Opens a drawing of Poisson counts together: their sum is drawn first, then how much of it falls into the first half
 * of the columns, and so on. The law is that of drawing each apart.
 */
export function openJointCounts(width: number, loops: Loops = plainLoops): JointCounts {
  const native = nativeDrawsOf(loops);
  const words = loops.words(native === undefined ? 0 : width);
  const uniforms = new Float64Array(width);
  const sums = openNodeColumns(width, loops);
  const counts = openNodeColumns(width, loops);
  const [share] = [openNodeColumns(width, loops)(0)];
  const thin = openThinning(width, true, loops);
  return (means, stream, out) => {
    if (means.length === 0) return;
    const nodes = splitTree(means.length);
    for (let n = nodes.length - 1; n >= 0; n--) {
      const { left, right, leaf } = nodes[n]!;
      const whole = sums(n);
      whole.uniform = false;
      if (leaf >= 0) {
        const from = means[leaf]!;
        if (from.uniform) whole.data.fill(from.value);
        else whole.data.set(from.data);
        continue;
      }
      const [a, b] = [sums(left).data, sums(right).data];
      for (let i = 0; i < width; i++) whole.data[i] = a[i]! + b[i]!;
    }
    const total = counts(0);
    if (native !== undefined) {
      stream.words(words, width);
      native.poissons(sums(0).data, words, total.data, width);
    } else {
      stream.fill(uniforms, width);
      poisson(sums(0).data, uniforms, total.data, width);
    }
    for (const [n, { left, right, leaf }] of nodes.entries()) {
      const whole = counts(n);
      whole.uniform = false;
      whole.count = true;
      if (leaf >= 0) {
        const to = out[leaf]!;
        to.data.set(whole.data);
        to.uniform = false;
        to.count = true;
        continue;
      }
      const [part, all] = [sums(left).data, sums(n).data];
      for (let i = 0; i < width; i++) share.data[i] = all[i]! > 0 ? part[i]! / all[i]! : 0;
      share.uniform = false;
      thin(whole, share, stream, counts(left));
      const [first, second] = [counts(left).data, counts(right).data];
      for (let i = 0; i < width; i++) second[i] = whole.data[i]! - first[i]!;
    }
  };
}
