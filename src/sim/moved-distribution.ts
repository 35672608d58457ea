import type { Distribution } from "./random/distribution.ts";

/**
 * A distribution nearly all of whose weight is one number `usual`, with the chance of anything else multiplied by a
 * factor, as far as a chance goes: what a judged chance is when it is held at an end. Undefined where the family has no
 * such chance.
 */
export function movedDistribution(
  distribution: Distribution,
  usual: number,
  factor: number,
): Distribution | undefined {
  switch (distribution.kind) {
    case "bernoulli":
      return { kind: "bernoulli", p: Math.min(1, distribution.p * factor) };
    case "poisson":
    case "negativeBinomial":
    case "gamma":
      return distribution.mean * factor > 0
        ? { ...distribution, mean: distribution.mean * factor }
        : { kind: "fixed", value: 0 };
    case "betaBinomial": {
      const size = distribution.alpha + distribution.beta;
      const share = (distribution.alpha / size) * factor;
      if (share <= 0 || share >= 1) return { kind: "fixed", value: share <= 0 ? 0 : distribution.trials };
      return { ...distribution, alpha: size * share, beta: size * (1 - share) };
    }
    case "empirical": {
      const { values } = distribution;
      const isUsual = values.map((value) => value === usual);
      const weights = movedWeights(distribution.weights ?? values.map(() => 1), isUsual, factor);
      const kept = values.map((_, i) => i).filter((i) => weights[i]! > 0);
      return {
        kind: "empirical",
        values: kept.map((i) => values[i]!),
        weights: kept.map((i) => weights[i]!),
      };
    }
    case "mixture": {
      const { parts } = distribution;
      const isUsual = parts.map(({ distribution: d }) => d.kind === "fixed" && d.value === usual);
      const weights = movedWeights(
        parts.map((part) => part.weight),
        isUsual,
        factor,
      );
      const kept = parts
        .map((part, i) => ({ ...part, weight: weights[i]! }))
        .filter((part) => part.weight > 0);
      return { kind: "mixture", parts: kept };
    }
    default:
      return undefined;
  }
}

/** Weights of which all but the usual ones together are multiplied by a factor, and all together sum to 1. */
function movedWeights(weights: readonly number[], isUsual: readonly boolean[], factor: number): number[] {
  const total = weights.reduce((sum, weight) => sum + weight, 0);
  const other = weights.reduce((sum, weight, i) => (isUsual[i] ? sum : sum + weight), 0) / total;
  if (other === 0 || other === 1) return weights.map((weight) => weight / total);
  const moved = Math.min(1, other * factor);
  return weights.map(
    (weight, i) => (weight / total) * (isUsual[i] ? (1 - moved) / (1 - other) : moved / other),
  );
}
