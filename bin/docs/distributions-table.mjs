import { z } from "zod";
import { distributionSchema } from "../../src/sim/distribution-schema.ts";
import { code, table } from "./markdown.mjs";
import { wordsFor } from "./words-for.mjs";

/** Every form that a distribution may have: its name, what it is known by, and the schema of its parameters. */
export function distributionForms() {
  const forms = z.toJSONSchema(distributionSchema, { io: "input" }).$defs.Distribution.anyOf;
  return forms.map((form) => {
    const [[name, schema]] = Object.entries(form.properties);
    return { name, written: [name, ...Object.keys(schema.properties ?? {})].join(" "), schema };
  });
}

/** Every distribution: how it is written, the ranges of its parameters, and what it draws. */
export function distributionsTable() {
  const forms = distributionForms();
  const words = wordsFor("distributions", [...new Set(forms.map(({ name }) => name))], {
    fixed: "Always that number. A bare number says the same.",
    bernoulli: "1 with probability p, else 0.",
    poisson: "A count; the variance equals the mean.",
    negativeBinomial: "A count; the variance is mean + mean²/size.",
    gamma: "Above 0; the variance is mean²/shape, the coefficient of variation 1/√shape.",
    lognormal:
      "e to a normal number: its median or its mean, and the standard deviation of the logarithm; the mean is median·e^(sdlog²/2).",
    beta: "Between 0 and 1; mean and size = alpha + beta (the variance is mean·(1 − mean)/(size + 1)), or alpha and beta.",
    betaBinomial: "Successes in `trials` trials that share one beta(alpha, beta) chance.",
    uniform: "Anything from min to max, all alike.",
    triangular: "Straight up from min to mode and down to max; the mean is (min + mode + max)/3.",
    pert: "A smooth hump: a beta on [min, max] whose mean is (min + 4·mode + max)/6.",
    empirical:
      "One of the values, with the weights given (all alike where left out). Weights need not sum to 1.",
    mixture: "One of the parts, by weight. Weights need not sum to 1.",
  });
  const rows = forms.map(({ name, schema }) => [
    code(`{ ${name}: ${parameterText(schema)} }`),
    rangesText(schema),
    words(name),
  ]);
  return table(["written", "parameters", "what it draws"], rows);
}

function parameterText(schema) {
  if (schema.anyOf) return "5";
  if (schema.type === "array") return "[{ weight, distribution }, …]";
  return `{ ${Object.keys(schema.properties).join(", ")} }`;
}

function rangesText(schema) {
  if (schema.anyOf) return "any number";
  if (schema.type === "array") return `1 to ${schema.maxItems} parts; weights over 0`;
  const most = (max) => (max === undefined ? "" : `, at most ${max.toLocaleString("en-GB")}`);
  const range = ({ type, minimum, maximum, exclusiveMinimum, exclusiveMaximum, items, maxItems }) => {
    if (type === "array")
      return `1 to ${maxItems.toLocaleString("en-GB")}${items.minimum === 0 ? ", each 0 or more" : " numbers"}`;
    if (minimum === 0 && maximum === 1) return "0 to 1";
    if (exclusiveMaximum !== undefined) return `over ${exclusiveMinimum}, under ${exclusiveMaximum}`;
    if (exclusiveMinimum !== undefined) return `over ${exclusiveMinimum}${most(maximum)}`;
    if (minimum !== undefined && maximum !== undefined)
      return `${type === "integer" ? "whole, " : ""}${minimum} or more${most(maximum)}`;
    return "any number";
  };
  const required = schema.required ?? [];
  return Object.entries(schema.properties)
    .map(([name, part]) => `${name}: ${range(part)}${required.includes(name) ? "" : " (optional)"}`)
    .join("; ");
}
