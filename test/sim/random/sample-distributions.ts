import type { Distribution } from "../../../src/sim/random/distribution.ts";

const lognormal: Distribution = { kind: "lognormal", median: 12, sdlog: 0.6 };

/** Laws on whole numbers, easy and awkward. */
export const DISCRETE: Distribution[] = [
  { kind: "fixed", value: -2.5 },
  { kind: "bernoulli", p: 0.3 },
  { kind: "poisson", mean: 0.02 },
  { kind: "poisson", mean: 5.3 },
  { kind: "poisson", mean: 50 },
  { kind: "poisson", mean: 3000 },
  { kind: "negativeBinomial", mean: 50, size: 4 },
  { kind: "negativeBinomial", mean: 3, size: 0.4 },
  { kind: "betaBinomial", trials: 40, alpha: 3, beta: 5 },
  { kind: "betaBinomial", trials: 40, alpha: 0.4, beta: 0.3 },
  { kind: "betaBinomial", trials: 25, alpha: 0.5, beta: 6 },
  { kind: "empirical", values: [4, 1, 4, 9, -3] },
  { kind: "empirical", values: [2, 7, 1], weights: [1, 0, 3] },
  {
    kind: "mixture",
    parts: [
      { weight: 1, distribution: { kind: "fixed", value: 0 } },
      { weight: 3, distribution: { kind: "poisson", mean: 6 } },
    ],
  },
];

/** Laws with a density throughout. */
export const CONTINUOUS: Distribution[] = [
  { kind: "gamma", mean: 30, shape: 20 },
  { kind: "gamma", mean: 1, shape: 1 },
  { kind: "gamma", mean: 2, shape: 0.3 },
  { kind: "gamma", mean: 1, shape: 0.05 },
  { kind: "gamma", mean: 500, shape: 4000 },
  lognormal,
  { kind: "beta", alpha: 12, beta: 8 },
  { kind: "beta", alpha: 1, beta: 1 },
  { kind: "beta", alpha: 0.5, beta: 0.5 },
  { kind: "beta", alpha: 0.15, beta: 2 },
  { kind: "beta", alpha: 3, beta: 0.7 },
  { kind: "beta", alpha: 900, beta: 2500 },
  { kind: "uniform", min: -1, max: 4 },
  { kind: "triangular", min: 1, mode: 2, max: 6 },
  { kind: "triangular", min: 1, mode: 1, max: 6 },
  { kind: "triangular", min: 1, mode: 6, max: 6 },
  { kind: "pert", min: 10, mode: 12, max: 30 },
  { kind: "pert", min: 0, mode: 0, max: 1 },
  {
    kind: "mixture",
    parts: [
      { weight: 0.4, distribution: lognormal },
      { weight: 0.6, distribution: { kind: "uniform", min: 5, max: 9 } },
    ],
  },
];

/** Mixtures of atoms and densities. */
export const PARTLY_DISCRETE: Distribution[] = [
  {
    kind: "mixture",
    parts: [
      { weight: 0.25, distribution: { kind: "fixed", value: 0 } },
      { weight: 0.75, distribution: lognormal },
    ],
  },
  {
    kind: "mixture",
    parts: [
      { weight: 1, distribution: { kind: "uniform", min: 0, max: 10 } },
      { weight: 1, distribution: { kind: "empirical", values: [2, 5, 12] } },
    ],
  },
  {
    kind: "mixture",
    parts: [
      { weight: 0.2, distribution: { kind: "fixed", value: 8 } },
      { weight: 0.3, distribution: lognormal },
      { weight: 0.5, distribution: { kind: "gamma", mean: 9, shape: 3 } },
    ],
  },
];
