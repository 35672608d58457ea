import { exponential } from "./exponential.ts";
import { gammaKernel } from "./gamma-kernel.ts";
import { lowerGammaShare, upperGammaShare } from "./incomplete-gamma.ts";
import { logGamma } from "./log-gamma.ts";
import { logarithm } from "./logarithm.ts";
import { normalQuantile } from "./normal.ts";
import { tailRoot } from "./tail-root.ts";

/**
 * The quantile function of the gamma distribution of scale 1: the x with P(shape, x) = p.
 *
 * shape > 0 and p in [0, 1], otherwise NaN; p = 1 gives Infinity. Relative error about 1e-13.
 * For tiny shapes the answer may lie below the smallest double, and is then 0.
 * Start: E. B. Wilson and M. M. Hilferty, PNAS 17 (1931) 684-688, doi:10.1073/pnas.17.12.684.
 */
export function gammaQuantile(shape: number, p: number): number {
  if (!(shape > 0 && p >= 0 && p <= 1)) return Number.NaN;
  return gammaQuantileOf(shape, p, 1 - p);
}

/** `gammaQuantile` for a p whose complement 1 - p is known to more digits than p itself gives. */
export function gammaQuantileOf(shape: number, p: number, complement: number): number {
  if (p === 0) return 0;
  if (complement === 0) return Number.POSITIVE_INFINITY;
  const leading = exponential((logarithm(p) + logGamma(shape + 1)) / shape);
  // Here P(shape, x) is its leading power of x to full precision.
  if (leading < 1e-18) return leading;
  const start = startingPoint(shape, p, complement, leading);
  if (p <= 0.5) {
    const lower = {
      value: (x: number) => lowerGammaShare(shape, x),
      derivativeTimesX: (x: number) => gammaKernel(shape, x),
    };
    return tailRoot(lower, 1, p, start, Number.POSITIVE_INFINITY);
  }
  const upper = {
    value: (x: number) => upperGammaShare(shape, x),
    derivativeTimesX: (x: number) => -gammaKernel(shape, x),
  };
  return tailRoot(upper, -1, complement, start, Number.POSITIVE_INFINITY);
}

function startingPoint(shape: number, p: number, complement: number, leading: number): number {
  if (leading < 0.2 * (shape + 1)) return leading * (1 + leading / (shape + 1));
  const z = p <= 0.5 ? normalQuantile(p) : -normalQuantile(complement);
  const root = 1 - 1 / (9 * shape) + z / (3 * Math.sqrt(shape));
  const cube = shape * root * root * root;
  if (root > 0.2 && shape > 0.3) return cube;
  return p > 0.5 ? 1 - logarithm(complement) * 0.9 : leading;
}
