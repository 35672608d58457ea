import { gammaKernel } from "../special/gamma-kernel.ts";
import { gammaQuantileOf } from "../special/gamma-quantile.ts";
import { lowerGammaShare } from "../special/incomplete-gamma.ts";
import { logarithm } from "../special/logarithm.ts";
import type { Law } from "./law.ts";
import { LEAST_UNIFORM } from "./least-uniform.ts";
import { requireThat } from "./require-that.ts";
import { type Jet, tabulatedHalf } from "./tabulated-half.ts";

/**
 * The gamma law with a given mean; the scale is mean / shape.
 *
 * mean of 0 or more, shape > 0, both finite, otherwise a RangeError; a mean of 0 gives 0 always.
 * Source: Johnson, Kotz and Balakrishnan, Continuous Univariate Distributions 1, 2nd ed. (1994), chapter 17.
 */
export function gammaLaw(mean: number, shape: number): Law {
  requireThat(mean >= 0 && mean < Number.POSITIVE_INFINITY, "A gamma mean must be 0 or more and finite.");
  requireThat(shape > 0 && shape < Number.POSITIVE_INFINITY, "A gamma shape must be above 0 and finite.");
  const scale = mean / shape;
  return {
    mean: () => mean,
    variance: () => mean * scale,
    distribution: () => (x) => {
      if (x < 0) return 0;
      return scale > 0 ? lowerGammaShare(shape, x / scale) : 1;
    },
    quantile: () => (scale > 0 ? quantileOf(shape, scale) : () => 0),
  };
}

function quantileOf(shape: number, scale: number): (u: number) => number {
  const logarithmic = shape < 1;
  const cells = shape < 0.3 ? 32 : 16;
  const atLower = (v: number) => gammaQuantileOf(shape, v, 1 - v);
  const atUpper = (v: number) => gammaQuantileOf(shape, 1 - v, v);
  const lower = tabulatedHalf({
    exact: atLower,
    jet: (v) => jetAt(shape, atLower(v), 1, logarithmic),
    logarithmic,
    cells,
  });
  const upper = tabulatedHalf({
    exact: atUpper,
    jet: (v) => jetAt(shape, atUpper(v), -1, logarithmic),
    logarithmic,
    cells,
  });
  // The last digits of the two halves may cross where they meet.
  const median = atLower(0.5);
  return (u) => {
    if (u > 0.5) return scale * Math.max(median, upper(1 - u));
    return scale * Math.min(median, lower(Math.max(u, LEAST_UNIFORM)));
  };
}

/** The quantile x, or its logarithm, and its derivatives in the tail probability, which rises with x if sign is 1. */
function jetAt(shape: number, x: number, sign: 1 | -1, logarithmic: boolean): Jet {
  const kernel = gammaKernel(shape, x);
  const first = sign / kernel;
  const second = (x - shape) / kernel / kernel;
  if (logarithmic) return { value: logarithm(x), first, second };
  return { value: x, first: x * first, second: x * (second + first * first) };
}
