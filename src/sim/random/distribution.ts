import { bernoulliLaw } from "./bernoulli.ts";
import { betaLaw } from "./beta.ts";
import { betaBinomialLaw } from "./beta-binomial.ts";
import { empiricalLaw } from "./empirical.ts";
import { fixedLaw } from "./fixed.ts";
import { gammaLaw } from "./gamma.ts";
import type { Law } from "./law.ts";
import { lognormalLaw } from "./lognormal.ts";
import { mixtureLaw } from "./mixture.ts";
import { negativeBinomialLaw } from "./negative-binomial.ts";
import { pertLaw } from "./pert.ts";
import { poissonLaw } from "./poisson.ts";
import { triangularLaw } from "./triangular.ts";
import { uniformLaw } from "./uniform.ts";

/** A probability distribution as data; the ranges of its parameters are given with each family's law. */
export type Distribution =
  | { kind: "fixed"; value: number }
  | { kind: "bernoulli"; p: number }
  | { kind: "poisson"; mean: number }
  | { kind: "negativeBinomial"; mean: number; size: number }
  | { kind: "gamma"; mean: number; shape: number }
  | { kind: "lognormal"; median: number; sdlog: number }
  | { kind: "beta"; alpha: number; beta: number }
  | { kind: "betaBinomial"; trials: number; alpha: number; beta: number }
  | { kind: "uniform"; min: number; max: number }
  | { kind: "triangular"; min: number; mode: number; max: number }
  | { kind: "pert"; min: number; mode: number; max: number }
  | { kind: "empirical"; values: number[]; weights?: number[] }
  | { kind: "mixture"; parts: { weight: number; distribution: Distribution }[] };

/** The mean, exact up to rounding. Throws a RangeError for parameters outside their range. */
export function meanOf(d: Distribution): number {
  return lawOf(d).mean();
}

/** The variance, exact up to rounding. Throws a RangeError for parameters outside their range. */
export function varianceOf(d: Distribution): number {
  return lawOf(d).variance();
}

/** The distribution function x → P(X <= x), any x. Throws a RangeError for parameters outside their range. */
export function distributionFunction(d: Distribution): (x: number) => number {
  return lawOf(d).distribution();
}

/**
 * The quantile function u → the smallest x with P(X <= x) >= u, monotone in u; the sampler of the law.
 *
 * u in [0, 1). At 0 a discrete law gives its smallest value; a continuous one takes u below 2^-33 as 2^-33 where
 * it has no least value. May take some milliseconds to build its tables.
 * Throws a RangeError for parameters outside their range.
 */
export function quantileFunction(d: Distribution): (u: number) => number {
  return lawOf(d).quantile();
}

function lawOf(d: Distribution): Law {
  switch (d.kind) {
    case "fixed":
      return fixedLaw(d.value);
    case "bernoulli":
      return bernoulliLaw(d.p);
    case "poisson":
      return poissonLaw(d.mean);
    case "negativeBinomial":
      return negativeBinomialLaw(d.mean, d.size);
    case "gamma":
      return gammaLaw(d.mean, d.shape);
    case "lognormal":
      return lognormalLaw(d.median, d.sdlog);
    case "beta":
      return betaLaw(d.alpha, d.beta);
    case "betaBinomial":
      return betaBinomialLaw(d.trials, d.alpha, d.beta);
    case "uniform":
      return uniformLaw(d.min, d.max);
    case "triangular":
      return triangularLaw(d.min, d.mode, d.max);
    case "pert":
      return pertLaw(d.min, d.mode, d.max);
    case "empirical":
      return empiricalLaw(d.values, d.weights);
    case "mixture":
      return mixtureLaw(d.parts.map(({ weight, distribution }) => ({ weight, law: lawOf(distribution) })));
  }
}
