import { poissonQuantile } from "./poisson-quantile.ts";
import { weightsFromMode } from "./weights-from-mode.ts";

/** Quantiles of the Poisson law one after the other, most of them at the mean of the one before. */
export type LargePoisson = (mean: number, u: number) => number;

/**
 * Opens the same quantile function as `poissonQuantile` for means that no table is kept for. Its distribution function is summed once for a mean, outwards from the mode, and each quantile is looked up in
 * it: the months of one future share their mean.
 */
export function openLargePoisson(): LargePoisson {
  let of = Number.NaN;
  let least = 0;
  let sums: Float64Array = new Float64Array(0);
  return (mean, u) => {
    if (!(mean > 0 && mean < Number.POSITIVE_INFINITY && u > 0 && u < 1)) return poissonQuantile(mean, u);
    if (mean !== of) {
      const { first, weights } = weightsFromMode(
        Math.floor(mean),
        Number.POSITIVE_INFINITY,
        (k) => mean / (k + 1),
        1e-17,
      );
      let sum = 0;
      for (let i = 0; i < weights.length; i++) {
        sum += weights[i]!;
        weights[i] = sum;
      }
      [of, least, sums] = [mean, first, weights];
    }
    const last = sums.length - 1;
    const wanted = u * sums[last]!;
    let [low, high] = [0, last];
    while (low < high) {
      const middle = (low + high) >>> 1;
      if (sums[middle]! < wanted) low = middle + 1;
      else high = middle;
    }
    return least + low;
  };
}
