import { halfDeviance } from "./deviance.ts";
import { exponential } from "./exponential.ts";
import { stirlingRemainder } from "./log-gamma.ts";

const INVERSE_SQRT_TWO_PI = 0.3989422804014327;

/**
 * x (1 - x) times the beta density: x^alpha (1 - x)^beta / B(alpha, beta).
 *
 * alpha, beta > 0; x in [0, 1] and its complement 1 - x, given apart so that either may be tiny.
 * Relative error about 1e-14. Source: C. Loader, Fast and Accurate Computation of Binomial Probabilities (2000).
 */
export function betaKernel(alpha: number, beta: number, x: number, complement: number): number {
  if (!(x > 0 && complement > 0)) return x >= 0 && complement >= 0 ? 0 : Number.NaN;
  const total = alpha + beta;
  const remainder = stirlingRemainder(total) - stirlingRemainder(alpha) - stirlingRemainder(beta);
  // The two differences from the mean are each other's negative; the smaller side gives them to more digits.
  const difference = x < complement ? alpha - total * x : total * complement - beta;
  const deviance =
    halfDeviance(alpha, total * x, difference) + halfDeviance(beta, total * complement, -difference);
  return INVERSE_SQRT_TWO_PI * Math.sqrt(alpha * (beta / total)) * exponential(remainder - deviance);
}
