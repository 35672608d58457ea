import type { Leaf } from "./bound-requirement.ts";
import type { OfferAlone } from "./offer-alone.ts";
import type { OpenRound } from "./open-round.ts";

/** A rating above the offer's own, the first that earns its points. */
export type RatingStep = { readonly rating: number; readonly points: number };

/** Ratings a unit in which assessors may have rated: whole ones, halves, quarters, tenths. */
const grains = [1, 2, 4, 10];
/** Steps of a scale on which no such grain fits, and the most on any scale. */
const finest = 100;
const mostSteps = 1000;

/**
 * The ratings above an offer's own that earn more points, each the lowest for its points, in the grain of the scale.
 *
 * The grain is the coarsest of 1, 1/2, 1/4 and 1/10 in which every offer is rated, else a hundredth of the scale.
 */
export function ratingSteps(
  open: Pick<OpenRound, "facts">,
  leaf: Leaf,
  alone: OfferAlone,
  from: number,
): RatingStep[] {
  const scale = scaleOf(leaf.ratingTop, open.facts.ratings.get(leaf.id)!);
  const steps: RatingStep[] = [];
  let best = alone.points(leaf, from);
  for (const rating of scale) {
    if (rating <= from) continue;
    const points = alone.points(leaf, rating);
    if (points <= best) continue;
    steps.push({ rating, points });
    best = points;
  }
  return steps;
}

function scaleOf(top: number, ratings: Float64Array): number[] {
  const fits = (perUnit: number) =>
    Number.isInteger(top * perUnit) && ratings.every((rating) => Number.isInteger(rating * perUnit));
  const perUnit = grains.find(fits);
  const count = Math.min(mostSteps, perUnit === undefined ? finest : top * perUnit);
  const isPlain = perUnit !== undefined && count === top * perUnit;
  return Array.from({ length: count }, (_, k) => (isPlain ? (k + 1) / perUnit : (top * (k + 1)) / count));
}
