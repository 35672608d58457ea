import type { DiscreteTable } from "./discrete-table.ts";

/**
 * What every family of distributions offers, computed on demand.
 *
 * `quantile` builds what it needs once and returns the sampler; `table` is there for discrete laws only.
 */
export type Law = {
  mean: () => number;
  variance: () => number;
  distribution: () => (x: number) => number;
  quantile: () => (u: number) => number;
  table?: () => DiscreteTable;
};
