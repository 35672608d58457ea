import { exponential } from "../special/exponential.ts";
import { logarithm } from "../special/logarithm.ts";
import { normalDistribution, normalQuantile } from "../special/normal.ts";
import type { Law } from "./law.ts";
import { LEAST_UNIFORM } from "./least-uniform.ts";
import { requireThat } from "./require-that.ts";

/**
 * The lognormal law: the median times e to a normal number of standard deviation sdlog.
 *
 * median > 0, sdlog of 0 or more, both finite, otherwise a RangeError.
 * Source: Johnson, Kotz and Balakrishnan, Continuous Univariate Distributions 1, 2nd ed. (1994), chapter 14.
 */
export function lognormalLaw(median: number, sdlog: number): Law {
  requireThat(
    median > 0 && median < Number.POSITIVE_INFINITY,
    "A lognormal median must be above 0 and finite.",
  );
  requireThat(
    sdlog >= 0 && sdlog < Number.POSITIVE_INFINITY,
    "A lognormal sdlog must be 0 or more and finite.",
  );
  const square = sdlog * sdlog;
  const mean = median * exponential(square / 2);
  return {
    mean: () => mean,
    variance: () => mean * mean * exponentialLessOne(square),
    distribution: () => (x) => {
      if (x <= 0) return 0;
      if (sdlog === 0) return x < median ? 0 : 1;
      return normalDistribution(logarithm(x / median) / sdlog);
    },
    quantile: () => (u) => median * exponential(sdlog * normalQuantile(Math.max(u, LEAST_UNIFORM))),
  };
}

/** The median of the lognormal law that has this mean: mean ÷ e^(sdlog² ÷ 2), so that its mean is exact up to rounding. */
export function lognormalMedian(mean: number, sdlog: number): number {
  return mean / exponential((sdlog * sdlog) / 2);
}

/** e^x - 1 for x of 0 or more, by its power series where the difference would cancel. */
function exponentialLessOne(x: number): number {
  if (x > 0.5) return exponential(x) - 1;
  let sum = 0;
  for (let n = 18; n >= 1; n--) sum = (x / n) * (1 + sum);
  return sum;
}
