import { consecutive, discreteTable, tabulatedLaw } from "./discrete-table.ts";
import type { Law } from "./law.ts";
import { requireThat } from "./require-that.ts";
import { weightsFromMode } from "./weights-from-mode.ts";

/**
 * The beta-binomial law: successes among a number of trials that share one beta-distributed probability.
 *
 * trials an integer from 0 to 10,000,000, alpha and beta > 0, otherwise a RangeError. Source: Johnson, Kemp and
 * Kotz, Univariate Discrete Distributions, 3rd ed. (2005), section 6.9.2, doi:10.1002/0471715816.
 */
export function betaBinomialLaw(trials: number, alpha: number, beta: number): Law {
  requireThat(
    Number.isInteger(trials) && trials >= 0 && trials <= 1e7,
    "Trials must be a whole number up to 1e7.",
  );
  requireThat(alpha > 0 && beta > 0, "The alpha and beta of a beta-binomial must be above 0.");
  requireThat(
    alpha + beta < Number.POSITIVE_INFINITY,
    "The alpha and beta of a beta-binomial must be finite.",
  );
  const total = alpha + beta;
  const p = alpha / total;
  const variance = (trials * p * (beta / total) * (total + trials)) / (total + 1);
  return tabulatedLaw(trials * p, variance, () => {
    const ratioUp = (k: number) => (((trials - k) / (k + 1)) * (k + alpha)) / (trials - k - 1 + beta);
    // The whole support is kept: with both parameters below 1 the weights rise again at the other end.
    const { weights } = weightsFromMode(modeOf(trials, alpha, beta), trials, ratioUp, 0);
    return discreteTable(consecutive(0, trials + 1), weights, 0);
  });
}

function modeOf(trials: number, alpha: number, beta: number): number {
  if (alpha <= 1) return 0;
  if (beta <= 1) return trials;
  return Math.min(trials, Math.floor(((trials + 1) * (alpha - 1)) / (alpha + beta - 2)));
}
