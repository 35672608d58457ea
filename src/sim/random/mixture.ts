import { tabulatedLaw } from "./discrete-table.ts";
import { tableOfPairs } from "./empirical.ts";
import type { Law } from "./law.ts";
import { quantileAmongAtoms } from "./mixture-with-atoms.ts";
import { requireThat } from "./require-that.ts";

/** A law and the share of the mixture it has. */
export type MixturePart = { weight: number; law: Law };

/**
 * The law that follows one of its parts, chosen with probabilities in proportion to their weights.
 *
 * At least one part; weights of 0 or more with a positive sum, otherwise a RangeError. Drawn by inversion of the
 * mixed distribution function: exactly where at most one part is continuous, otherwise by bisection (slow).
 */
export function mixtureLaw(parts: readonly MixturePart[]): Law {
  requireThat(
    parts.every(({ weight }) => weight >= 0 && weight < Number.POSITIVE_INFINITY),
    "Weights must be 0 or more.",
  );
  const total = parts.reduce((sum, { weight }) => sum + weight, 0);
  requireThat(total > 0, "The weights of a mixture must not all be 0.");
  const shares = parts
    .filter(({ weight }) => weight > 0)
    .map(({ weight, law }) => ({ weight: weight / total, law }));
  const mean = shares.reduce((sum, { weight, law }) => sum + weight * law.mean(), 0);
  const variance = shares.reduce((sum, { weight, law }) => {
    const shift = law.mean() - mean;
    return sum + weight * (law.variance() + shift * shift);
  }, 0);
  const smooth = shares.filter(({ law }) => law.table === undefined);
  if (smooth.length === 0) return tabulatedLaw(mean, variance, () => mergedTable(shares));
  return {
    mean: () => mean,
    variance: () => variance,
    distribution: () => mixedDistribution(shares),
    quantile: () => {
      const [only] = smooth;
      if (smooth.length > 1 || only === undefined) return quantileByBisection(shares);
      const atoms = shares.filter(({ law }) => law.table !== undefined);
      return atoms.length > 0 ? quantileAmongAtoms(mergedTable(atoms), only) : only.law.quantile();
    },
  };
}

function mergedTable(parts: readonly MixturePart[]) {
  const values: number[] = [];
  const weights: number[] = [];
  let least = Number.POSITIVE_INFINITY;
  for (const { weight, law } of parts) {
    const table = law.table?.();
    if (table === undefined) continue;
    least = Math.min(least, table.least);
    let before = 0;
    table.cumulative.forEach((cumulative, i) => {
      values.push(table.values[i] as number);
      weights.push(weight * (cumulative - before));
      before = cumulative;
    });
  }
  return { ...tableOfPairs(values, weights), least };
}

function mixedDistribution(parts: readonly MixturePart[]): (x: number) => number {
  const terms = parts.map(({ weight, law }) => ({ weight, distribution: law.distribution() }));
  return (x) => {
    let sum = 0;
    for (const { weight, distribution } of terms) sum += weight * distribution(x);
    return sum;
  };
}

function quantileByBisection(parts: readonly MixturePart[]): (u: number) => number {
  const mixed = mixedDistribution(parts);
  const quantiles = parts.map(({ law }) => law.quantile());
  return (u) => {
    // The quantile of a mixture lies between the least and the greatest of its parts' quantiles.
    let low = Number.POSITIVE_INFINITY;
    let high = Number.NEGATIVE_INFINITY;
    for (const quantile of quantiles) {
      const x = quantile(u);
      if (x < low) low = x;
      if (x > high) high = x;
    }
    if (mixed(low) >= u) return low;
    for (;;) {
      const middle = low + (high - low) / 2;
      if (middle <= low || middle >= high) return high;
      if (mixed(middle) >= u) high = middle;
      else low = middle;
    }
  };
}
