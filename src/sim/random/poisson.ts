import { consecutive, discreteTable, tabulatedLaw } from "./discrete-table.ts";
import type { Law } from "./law.ts";
import { requireThat } from "./require-that.ts";
import { weightsFromMode } from "./weights-from-mode.ts";

/**
 * The Poisson law.
 *
 * mean of 0 or more and finite, otherwise a RangeError. Source: Johnson, Kemp and Kotz, Univariate Discrete
 * Distributions, 3rd ed. (2005), chapter 4, doi:10.1002/0471715816.
 */
export function poissonLaw(mean: number): Law {
  requireThat(mean >= 0 && mean < Number.POSITIVE_INFINITY, "A Poisson mean must be 0 or more and finite.");
  return tabulatedLaw(mean, mean, () => {
    const ratioUp = (k: number) => mean / (k + 1);
    const { first, weights } = weightsFromMode(Math.floor(mean), Number.POSITIVE_INFINITY, ratioUp, 1e-17);
    return discreteTable(consecutive(first, weights.length), weights, 0);
  });
}
