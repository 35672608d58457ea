import { exponential } from "../sim/special/exponential.ts";
import { logGamma } from "../sim/special/log-gamma.ts";
import { logarithm } from "../sim/special/logarithm.ts";
import type { Curve } from "./month-counts.ts";

/** The laws that contracts may differ by; none where they are all alike. */
export type SpreadLaw = "none" | "lognormal" | "gamma";

const halfLogTwoPi = 0.9189385332046728;

/**
 * The log density of a contract's log ratio around 0, with its derivatives.
 *
 * Lognormal: `spread` is the sd of log, and 0 the median. Gamma: `spread` is the coefficient of variation, and 0 the
 * logarithm of the mean.
 */
export function spreadDensity(law: Exclude<SpreadLaw, "none">, spread: number): (offset: number) => Curve {
  if (law === "lognormal") {
    const bend = -1 / (spread * spread);
    const constant = -halfLogTwoPi - logarithm(spread);
    return (offset) => ({
      value: constant + (bend * offset * offset) / 2,
      slope: bend * offset,
      bend,
    });
  }
  const shape = 1 / (spread * spread);
  const constant = shape * logarithm(shape) - logGamma(shape);
  return (offset) => {
    const grown = shape * exponential(offset);
    return { value: constant + shape * offset - grown, slope: shape - grown, bend: -grown };
  };
}
