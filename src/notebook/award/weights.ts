import { splitMarks } from "../../award/marks.ts";
import type { Requirement } from "../../award/requirement-schema.ts";

/** Weights by criterion as levers give them; only their proportions count. */
export type Weights = Readonly<Record<string, number>>;

/**
 * The weights in per cent that levers come to: in proportion, with two decimals, 100 in all. Where all stand at 0 the
 * published weights hold.
 *
 * @example sharesOf({ quality: 30, price: 10 }, { quality: 50, price: 50 }) // { quality: 75, price: 25 }
 */
export function sharesOf(levers: Weights, published: Weights): Weights {
  const names = Object.keys(published);
  const own = names.map((name) => levers[name] ?? 0);
  // Less than a hundredth is nothing.
  if (own.every((weight) => Math.round(weight * 100) === 0)) return published;
  const shares = splitMarks(10_000, own);
  return Object.fromEntries(names.map((name, n) => [name, shares[n]! / 100]));
}

/** A requirement with other weights for its criteria. */
export function withWeights(weights: Weights): (requirement: Requirement) => Requirement {
  return (requirement) => ({
    ...requirement,
    criteria: requirement.criteria.map((criterion) => ({
      ...criterion,
      weight: weights[criterion.id] ?? criterion.weight,
    })),
  });
}
