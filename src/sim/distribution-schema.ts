import { z } from "zod";
import type { Distribution } from "./random/distribution.ts";
import { lognormalMedian } from "./random/lognormal.ts";

const finite = z.number().finite();
const positive = finite.gt(0).max(1e9);
const probability = finite.min(0).max(1);

/** A distribution as files spell it: its name, then its parameters. */
export type DistributionSpec =
  | { fixed: number | { value: number } }
  | { bernoulli: { p: number } }
  | { poisson: { mean: number } }
  | { negativeBinomial: { mean: number; size: number } }
  | { gamma: { mean: number; shape: number } }
  | { lognormal: { median: number; sdlog: number } | { mean: number; sdlog: number } }
  | { beta: { mean: number; size: number } | { alpha: number; beta: number } }
  | { betaBinomial: { trials: number; alpha: number; beta: number } }
  | { uniform: { min: number; max: number } }
  | { triangular: { min: number; mode: number; max: number } }
  | { pert: { min: number; mode: number; max: number } }
  | { empirical: { values: number[]; weights?: number[] | undefined } }
  | { mixture: { weight: number; distribution: DistributionSpec }[] };

const threePoint = z
  .strictObject({ min: finite, mode: finite, max: finite })
  .refine(
    ({ min, mode, max }) => min <= mode && mode <= max && min < max,
    "min at most mode at most max, and min under max",
  );

/** Every distribution that a figure may have. */
export const distributionSchema: z.ZodType<DistributionSpec> = z.lazy(() => distributions);

// Made once: whatever refines the schema above would else make a second under the same name.
const distributions: z.ZodType<DistributionSpec> = z
  .union([
    z.strictObject({ fixed: z.union([finite, z.strictObject({ value: finite })]) }),
    z.strictObject({ bernoulli: z.strictObject({ p: probability }) }),
    z.strictObject({ poisson: z.strictObject({ mean: finite.min(0).max(1e6) }) }),
    z.strictObject({ negativeBinomial: z.strictObject({ mean: positive, size: positive }) }),
    z.strictObject({ gamma: z.strictObject({ mean: positive, shape: positive }) }),
    z.strictObject({ lognormal: z.strictObject({ median: positive, sdlog: finite.gt(0).max(10) }) }),
    z.strictObject({ lognormal: z.strictObject({ mean: positive, sdlog: finite.gt(0).max(10) }) }),
    z.strictObject({ beta: z.strictObject({ mean: finite.gt(0).lt(1), size: positive }) }),
    z.strictObject({ beta: z.strictObject({ alpha: positive, beta: positive }) }),
    z.strictObject({
      betaBinomial: z.strictObject({ trials: z.int().min(0).max(10_000), alpha: positive, beta: positive }),
    }),
    z.strictObject({
      uniform: z
        .strictObject({ min: finite, max: finite })
        .refine(({ min, max }) => min < max, "min under max"),
    }),
    z.strictObject({ triangular: threePoint }),
    z.strictObject({ pert: threePoint }),
    z.strictObject({
      empirical: z
        .strictObject({
          values: z.array(finite).min(1).max(10_000),
          weights: z.array(finite.min(0)).min(1).max(10_000).optional(),
        })
        .refine(
          ({ values, weights }) =>
            weights === undefined || (weights.length === values.length && weights.some((w) => w > 0)),
          "as many weights as values, and one above 0",
        ),
    }),
    z.strictObject({
      mixture: z
        .array(z.strictObject({ weight: finite.gt(0), distribution: distributionSchema }))
        .min(1)
        .max(20),
    }),
  ])
  .meta({
    id: "Distribution",
    description: "a distribution: its name, then its parameters",
  }) as z.ZodType<DistributionSpec>;

/** A spelled distribution as the samplers take it. */
export function toDistribution(spec: DistributionSpec): Distribution {
  if ("fixed" in spec)
    return { kind: "fixed", value: typeof spec.fixed === "number" ? spec.fixed : spec.fixed.value };
  if ("bernoulli" in spec) return { kind: "bernoulli", ...spec.bernoulli };
  if ("poisson" in spec) return { kind: "poisson", ...spec.poisson };
  if ("negativeBinomial" in spec) return { kind: "negativeBinomial", ...spec.negativeBinomial };
  if ("gamma" in spec) return { kind: "gamma", ...spec.gamma };
  if ("lognormal" in spec) {
    const l = spec.lognormal;
    const median = "median" in l ? l.median : lognormalMedian(l.mean, l.sdlog);
    return { kind: "lognormal", median, sdlog: l.sdlog };
  }
  if ("beta" in spec) {
    const b = spec.beta;
    return "alpha" in b
      ? { kind: "beta", alpha: b.alpha, beta: b.beta }
      : { kind: "beta", alpha: b.mean * b.size, beta: (1 - b.mean) * b.size };
  }
  if ("betaBinomial" in spec) return { kind: "betaBinomial", ...spec.betaBinomial };
  if ("uniform" in spec) return { kind: "uniform", ...spec.uniform };
  if ("triangular" in spec) return { kind: "triangular", ...spec.triangular };
  if ("pert" in spec) return { kind: "pert", ...spec.pert };
  if ("empirical" in spec) {
    const { values, weights } = spec.empirical;
    return weights === undefined ? { kind: "empirical", values } : { kind: "empirical", values, weights };
  }
  return {
    kind: "mixture",
    parts: spec.mixture.map(({ weight, distribution }) => ({
      weight,
      distribution: toDistribution(distribution),
    })),
  };
}
