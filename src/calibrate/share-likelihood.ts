import { logGamma } from "../sim/special/log-gamma.ts";
import { logarithm } from "../sim/special/logarithm.ts";
import type { People } from "./people.ts";

/** Correlations within a contract under this are taken as none: the counts are binomial. */
export const leastCorrelation = 1e-6;

/**
 * The log-likelihood of a share: beta-binomial over contracts, binomial at a correlation of 0.
 *
 * `share` is the mean, in (0, 1); `correlation` is 1 ÷ (size + 1) of the beta law, from 0 to under 1. Constants that hang on
 * neither are left out. Source: Johnson, Kemp and Kotz, Univariate Discrete Distributions (2005), section 6.9.2.
 */
export function shareLikelihood(contracts: readonly People[], share: number, correlation: number): number {
  let value = 0;
  if (correlation < leastCorrelation) {
    for (const { hits, of } of contracts) {
      if (hits > 0) value += hits * logarithm(share);
      if (of > hits) value += (of - hits) * logarithm(1 - share);
    }
    return value;
  }
  const size = 1 / correlation - 1;
  const [alpha, beta] = [share * size, (1 - share) * size];
  for (const { hits, of } of contracts) value += rise(alpha, hits) + rise(beta, of - hits) - rise(size, of);
  return value;
}

/** log Γ(from + by) − log Γ(from). */
function rise(from: number, by: number): number {
  return by === 0 ? 0 : logGamma(from + by) - logGamma(from);
}
