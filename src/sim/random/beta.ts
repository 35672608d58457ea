import { betaKernel } from "../special/beta-kernel.ts";
import { betaQuantileOf, type UnitPoint } from "../special/beta-quantile.ts";
import { incompleteBeta } from "../special/incomplete-beta.ts";
import { logarithm } from "../special/logarithm.ts";
import type { Law } from "./law.ts";
import { LEAST_UNIFORM } from "./least-uniform.ts";
import { requireThat } from "./require-that.ts";
import { type Jet, tabulatedHalf } from "./tabulated-half.ts";

/**
 * The beta law on [0, 1].
 *
 * alpha and beta > 0 and finite, otherwise a RangeError.
 * Source: Johnson, Kotz and Balakrishnan, Continuous Univariate Distributions 2, 2nd ed. (1995), chapter 25.
 */
export function betaLaw(alpha: number, beta: number): Law {
  requireThat(alpha > 0 && beta > 0, "The alpha and beta of a beta law must be above 0.");
  requireThat(alpha + beta < Number.POSITIVE_INFINITY, "The alpha and beta of a beta law must be finite.");
  const total = alpha + beta;
  return {
    mean: () => alpha / total,
    variance: () => ((alpha / total) * (beta / total)) / (total + 1),
    distribution: () => (x) => incompleteBeta(alpha, beta, x),
    quantile: () => quantileOf(alpha, beta),
  };
}

function quantileOf(alpha: number, beta: number): (u: number) => number {
  const lower = halfOf(alpha, beta);
  // The upper half is the lower half of 1 - X, so that values near 1 keep their distance from it.
  const upper = halfOf(beta, alpha);
  // The last digits of the two halves may cross where they meet.
  const median = lower(0.5);
  return (u) => {
    if (u > 0.5) return Math.max(median, 1 - upper(1 - u));
    return Math.min(median, lower(Math.max(u, LEAST_UNIFORM)));
  };
}

function halfOf(alpha: number, beta: number): (v: number) => number {
  const logarithmic = alpha < 1 || beta < 1;
  const cells = alpha < 0.3 || beta < 0.3 ? 32 : 16;
  return tabulatedHalf({
    exact: (v) => betaQuantileOf(alpha, beta, v, 1 - v).x,
    jet: (v) => jetAt(alpha, beta, betaQuantileOf(alpha, beta, v, 1 - v), logarithmic),
    logarithmic,
    cells,
  });
}

/** The quantile x, or its logarithm, and its derivatives in the probability below it. */
function jetAt(alpha: number, beta: number, point: UnitPoint, logarithmic: boolean): Jet {
  const { x, complement } = point;
  const densityTimesX = betaKernel(alpha, beta, x, complement) / complement;
  const first = 1 / densityTimesX;
  const second = (((beta - 1) * x) / complement - alpha) / densityTimesX / densityTimesX;
  if (logarithmic) return { value: logarithm(x), first, second };
  return { value: x, first: x * first, second: x * (second + first * first) };
}
