import type { DiscreteTable } from "./discrete-table.ts";
import type { MixturePart } from "./mixture.ts";

/**
 * The quantile function of a mixture of one continuous law and the atoms of a table, by exact inversion.
 *
 * The table's probabilities are shares of what the continuous law leaves. u in [0, 1).
 */
export function quantileAmongAtoms(atoms: DiscreteTable, smooth: MixturePart): (u: number) => number {
  const { values, cumulative } = atoms;
  const count = values.length;
  const rest = 1 - smooth.weight;
  const distribution = smooth.law.distribution();
  const quantile = smooth.law.quantile();
  // reached[i]: the mixture's distribution function at atom i; gained[i]: the atoms' part of it.
  const reached = new Float64Array(count);
  const gained = new Float64Array(count);
  for (let i = 0; i < count; i++) {
    gained[i] = rest * (cumulative[i] as number);
    reached[i] = (gained[i] as number) + smooth.weight * distribution(values[i] as number);
  }
  return (u) => {
    let low = 0;
    let high = count;
    while (low < high) {
      const middle = (low + high) >>> 1;
      if ((reached[middle] as number) >= u) high = middle;
      else low = middle + 1;
    }
    const before = low === 0 ? 0 : (gained[low - 1] as number);
    const floor = low === 0 ? Number.NEGATIVE_INFINITY : (values[low - 1] as number);
    const ceiling = low === count ? Number.POSITIVE_INFINITY : (values[low] as number);
    const share = (u - before) / smooth.weight;
    if (share >= 1) return low === count ? quantile(1 - 1.1102230246251565e-16) : ceiling;
    const x = quantile(Math.max(share, 0));
    if (x >= ceiling) return ceiling;
    return Math.max(x, floor);
  };
}
