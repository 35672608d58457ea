import { halfDeviance } from "./deviance.ts";
import { exponential } from "./exponential.ts";
import { stirlingRemainder } from "./log-gamma.ts";

const INVERSE_SQRT_TWO_PI = 0.3989422804014327;

/**
 * x times the density of the gamma distribution of scale 1: x^shape e^(-x) / Γ(shape).
 *
 * shape > 0, x >= 0. Relative error about 1e-14, for large shapes too.
 * Source: C. Loader, Fast and Accurate Computation of Binomial Probabilities (2000).
 */
export function gammaKernel(shape: number, x: number): number {
  if (!(x > 0) || x === Number.POSITIVE_INFINITY) return x >= 0 ? 0 : Number.NaN;
  return (
    INVERSE_SQRT_TWO_PI * Math.sqrt(shape) * exponential(-stirlingRemainder(shape) - halfDeviance(shape, x))
  );
}
