import { discreteTable, tabulatedLaw } from "./discrete-table.ts";
import type { Law } from "./law.ts";
import { requireThat } from "./require-that.ts";

/** The law of a yes (1) or no (0) with probability p of yes. Throws a RangeError unless p is in [0, 1]. */
export function bernoulliLaw(p: number): Law {
  requireThat(p >= 0 && p <= 1, "A Bernoulli probability must be from 0 to 1.");
  const no = 1 - p;
  const table = () => discreteTable(Float64Array.of(0, 1), Float64Array.of(no, p));
  // At or above 1 - p, so that the uniform numbers of the grid k/2^32 give 1 for exactly p of them.
  return { ...tabulatedLaw(p, p * no, table), quantile: () => (u) => (u >= no ? 1 : 0) };
}
