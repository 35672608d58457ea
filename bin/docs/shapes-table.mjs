import { distributionSchema, toDistribution } from "../../src/sim/distribution-schema.ts";
import { meanOf, quantileFunction, varianceOf } from "../../src/sim/random/distribution.ts";
import { distributionForms } from "./distributions-table.mjs";
import { minus, spelled, table } from "./markdown.mjs";
import { wordsFor } from "./words-for.mjs";

/** One of every form of a distribution, in the order of the schema. */
const examples = [
  { fixed: 5 },
  { bernoulli: { p: 0.3 } },
  { poisson: { mean: 4 } },
  { negativeBinomial: { mean: 4, size: 2 } },
  { gamma: { mean: 0.7, shape: 4 } },
  { lognormal: { median: 1, sdlog: 0.5 } },
  { lognormal: { mean: 1, sdlog: 0.5 } },
  { beta: { mean: 0.7, size: 40 } },
  { beta: { alpha: 28, beta: 12 } },
  { betaBinomial: { trials: 20, alpha: 28, beta: 12 } },
  { uniform: { min: 0.5, max: 1 } },
  { triangular: { min: 0.5, mode: 0.9, max: 1 } },
  { pert: { min: 0.6, mode: 0.75, max: 0.9 } },
  { empirical: { values: [0, 0.5, 1], weights: [1, 2, 1] } },
  {
    mixture: [
      { weight: 0.2, distribution: { fixed: 0 } },
      { weight: 0.8, distribution: { gamma: { mean: 1, shape: 4 } } },
    ],
  },
];

/** An example of every form, with its mean, spread and quantiles. */
export function shapesTable() {
  const forms = new Map(distributionForms().map(({ written }) => [written, true]));
  const found = examples.map(formOf);
  wordsFor(
    "examples of distributions",
    [...forms.keys()],
    Object.fromEntries(found.map((form) => [form, true])),
  );
  const rows = examples.map((spec) => {
    const law = toDistribution(distributionSchema.parse(spec));
    const quantile = quantileFunction(law);
    return [
      spelled(spec),
      ...[meanOf(law), Math.sqrt(varianceOf(law)), quantile(0.1), quantile(0.5), quantile(0.9)].map(
        threeDigits,
      ),
    ];
  });
  return table(["written", "mean", "standard deviation", "10 %", "50 %", "90 %"], rows);
}

/** The name of a distribution and of its parameters. */
function formOf(spec) {
  const [[name, parameters]] = Object.entries(spec);
  const named = typeof parameters === "object" && !Array.isArray(parameters);
  return named ? `${name} ${Object.keys(parameters).join(" ")}` : name;
}

const threeDigits = (x) => minus(Number(x.toPrecision(3)));
