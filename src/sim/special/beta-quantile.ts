import { betaKernel } from "./beta-kernel.ts";
import { exponential } from "./exponential.ts";
import { incompleteBetaOf } from "./incomplete-beta.ts";
import { logGamma, stirlingRemainder } from "./log-gamma.ts";
import { logarithm } from "./logarithm.ts";
import { normalQuantile } from "./normal.ts";
import { tailRoot } from "./tail-root.ts";

const HALF_LOG_TWO_PI = 0.9189385332046728;

/** A point of the unit interval and its distance from 1, each to full relative precision. */
export type UnitPoint = { x: number; complement: number };

/**
 * The quantile function of the beta distribution: the x with I_x(alpha, beta) = p.
 *
 * alpha, beta > 0 and p in [0, 1], otherwise NaN. Relative error about 1e-13.
 * Start: Abramowitz and Stegun, Handbook of Mathematical Functions (1964), 26.5.22.
 */
export function betaQuantile(alpha: number, beta: number, p: number): number {
  if (!(p >= 0 && p <= 1)) return Number.NaN;
  return betaQuantileOf(alpha, beta, p, 1 - p).x;
}

/**
 * `betaQuantile` with 1 - x as well as x, for a p whose complement 1 - p is known to more digits than p gives.
 *
 * alpha, beta > 0 (otherwise both are NaN); p and complement in [0, 1].
 */
export function betaQuantileOf(alpha: number, beta: number, p: number, complement: number): UnitPoint {
  if (!(alpha > 0 && beta > 0)) return { x: Number.NaN, complement: Number.NaN };
  if (p === 0) return { x: 0, complement: 1 };
  if (complement === 0) return { x: 1, complement: 0 };
  if (p <= incompleteBetaOf(alpha, beta, 0.5, 0.5)) {
    const x = quantileBelowHalf(alpha, beta, p, complement);
    return { x, complement: 1 - x };
  }
  const rest = quantileBelowHalf(beta, alpha, complement, p);
  return { x: 1 - rest, complement: rest };
}

function quantileBelowHalf(alpha: number, beta: number, p: number, complement: number): number {
  const leading = exponential((logarithm(p) + logarithm(alpha) + logBeta(alpha, beta)) / alpha);
  // Here I_x is its leading power of x to full precision.
  if (leading * (beta + 1) < 1e-18) return leading;
  const start = startingPoint(alpha, beta, p, complement, leading);
  if (p <= 0.5) {
    const lower = {
      value: (x: number) => incompleteBetaOf(alpha, beta, x, 1 - x),
      derivativeTimesX: (x: number) => betaKernel(alpha, beta, x, 1 - x) / (1 - x),
    };
    return tailRoot(lower, 1, p, start, 0.5000001);
  }
  const upper = {
    value: (x: number) => incompleteBetaOf(beta, alpha, 1 - x, x),
    derivativeTimesX: (x: number) => -betaKernel(alpha, beta, x, 1 - x) / (1 - x),
  };
  return tailRoot(upper, -1, complement, start, 0.5000001);
}

function startingPoint(alpha: number, beta: number, p: number, complement: number, leading: number): number {
  if (leading * (beta + 1) < 0.1 * (alpha + 1)) return leading;
  if (alpha <= 1 || beta <= 1) return Math.min(leading, 0.4);
  const z = p <= 0.5 ? -normalQuantile(p) : normalQuantile(complement);
  const a = 1 / (2 * alpha - 1);
  const b = 1 / (2 * beta - 1);
  const h = 2 / (a + b);
  const lambda = (z * z - 3) / 6;
  if (h + lambda < 0) return Math.min(leading, 0.4);
  const w = (z * Math.sqrt(h + lambda)) / h - (b - a) * (lambda + 5 / 6 - 2 / (3 * h));
  const x = alpha / (alpha + beta * exponential(2 * w));
  return x < 0.5 ? x : 0.4999;
}

function logBeta(alpha: number, beta: number): number {
  const total = alpha + beta;
  if (total < 20) return logGamma(alpha) + logGamma(beta) - logGamma(total);
  const large = Math.max(alpha, beta);
  const small = Math.min(alpha, beta);
  // Stirling's formula for the two large ones taken together: apart they would cancel.
  return (
    HALF_LOG_TWO_PI +
    stirlingRemainder(large) +
    stirlingRemainder(small) -
    stirlingRemainder(total) -
    (large - 0.5) * logarithm(total / large) -
    small * logarithm(total / small) -
    0.5 * logarithm(small)
  );
}
