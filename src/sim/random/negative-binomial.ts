import { consecutive, discreteTable, tabulatedLaw } from "./discrete-table.ts";
import type { Law } from "./law.ts";
import { requireThat } from "./require-that.ts";
import { weightsFromMode } from "./weights-from-mode.ts";

/**
 * The negative binomial law: a Poisson count whose mean is gamma distributed with shape `size`.
 *
 * mean of 0 or more, size > 0, otherwise a RangeError; the variance is mean + mean²/size. Source: Johnson, Kemp
 * and Kotz, Univariate Discrete Distributions, 3rd ed. (2005), chapter 5, doi:10.1002/0471715816.
 */
export function negativeBinomialLaw(mean: number, size: number): Law {
  requireThat(
    mean >= 0 && mean < Number.POSITIVE_INFINITY,
    "A negative binomial mean must be 0 or more and finite.",
  );
  requireThat(
    size > 0 && size < Number.POSITIVE_INFINITY,
    "A negative binomial size must be above 0 and finite.",
  );
  return tabulatedLaw(mean, mean + (mean * mean) / size, () => {
    const share = mean / (mean + size);
    const mode = size > 1 ? Math.floor(((size - 1) * mean) / size) : 0;
    const ratioUp = (k: number) => ((k + size) / (k + 1)) * share;
    const { first, weights } = weightsFromMode(mode, Number.POSITIVE_INFINITY, ratioUp, 1e-17);
    return discreteTable(consecutive(first, weights.length), weights, 0);
  });
}
