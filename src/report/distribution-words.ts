import type { Distribution } from "../sim/random/distribution.ts";

/** A distribution, a number or a list as readers see it. */
export function distributionWords(value: Distribution | number | readonly number[]): string {
  if (typeof value === "number") return shown(value);
  if ("length" in value) return value.map(shown).join(", ");
  switch (value.kind) {
    case "fixed":
      return shown(value.value);
    case "bernoulli":
      return `yes with a chance of ${shown(value.p)}`;
    case "poisson":
      return `Poisson, mean ${shown(value.mean)}`;
    case "negativeBinomial":
      return `negative binomial, mean ${shown(value.mean)}, size ${shown(value.size)}`;
    case "gamma":
      return `gamma, mean ${shown(value.mean)}, shape ${shown(value.shape)}`;
    case "lognormal":
      return `lognormal, median ${shown(value.median)}, spread of the logarithm ${shown(value.sdlog)}`;
    case "beta":
      return `beta, mean ${shown(value.alpha / (value.alpha + value.beta))}, size ${shown(value.alpha + value.beta)}`;
    case "betaBinomial":
      return `beta-binomial, ${shown(value.trials)} trials, alpha ${shown(value.alpha)}, beta ${shown(value.beta)}`;
    case "uniform":
      return `anything from ${shown(value.min)} to ${shown(value.max)}`;
    case "triangular":
    case "pert": {
      const name = value.kind === "pert" ? "PERT" : "triangular";
      return `${name}: ${shown(value.min)}, most likely ${shown(value.mode)}, ${shown(value.max)}`;
    }
    case "empirical":
      return `one of ${value.values.length} values from ${shown(Math.min(...value.values))} to ${shown(Math.max(...value.values))}`;
    case "mixture":
      return `a mixture: ${value.parts.map((part) => distributionWords(part.distribution)).join("; or ")}`;
  }
}

function shown(number: number): string {
  const digits = Number(number.toPrecision(6));
  const [whole, part] = String(Math.abs(digits)).split(".") as [string, string | undefined];
  const separated = whole.replace(/\B(?=(\d{3})+$)/g, ",");
  return `${digits < 0 ? "−" : ""}${separated}${part === undefined ? "" : `.${part}`}`;
}
