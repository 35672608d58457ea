import { firstThatHolds } from "./bisect.ts";
import type { Leaf } from "./bound-requirement.ts";
import type { RatingStep } from "./rating-steps.ts";
import { type OfferChange, type Trial, withChange } from "./trial.ts";
import { verified, type WinningChange } from "./winning-change.ts";

/** A rated leaf with the offer's rating and the steps above it. */
export type RatedLeaf = {
  readonly leaf: Leaf;
  readonly from: number;
  readonly steps: readonly RatingStep[];
};

/** The lowest rating under one leaf that alone would have won, by bisection; undefined where even the top would not. */
export function nearestRating(
  trial: Trial,
  base: OfferChange,
  { leaf, from, steps }: RatedLeaf,
): WinningChange | undefined {
  const first = firstThatHolds(0, steps.length - 1, (k) =>
    trial.wins(withChange(base, { ratings: { [leaf.id]: steps[k]!.rating } })),
  );
  if (first === undefined) return undefined;
  const to = steps[first]!.rating;
  const cost = (to - from) / leaf.ratingTop;
  return verified(trial, base, { ratings: [{ leaf: leaf.id, from, to }], cost });
}
