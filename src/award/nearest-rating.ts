import { firstThatHolds } from "./bisect.ts";
import type { Leaf } from "./bound-requirement.ts";
import type { Enough } from "./enough.ts";
import type { RatingStep } from "./rating-steps.ts";
import { type OfferChange, type Trial, withChange } from "./trial.ts";
import { verified, type WinningChange } from "./winning-change.ts";

/** A rated leaf with the offer's rating and the steps above it. */
export type RatedLeaf = {
  readonly leaf: Leaf;
  readonly from: number;
  readonly steps: readonly RatingStep[];
};

/**
 * The lowest rating under one leaf that alone would have won, by bisection; undefined where even the top would not.
 *
 * The top, what is found and the step before it are always judged; in between goes by what is known of other criteria.
 */
export function nearestRating(
  trial: Trial,
  base: OfferChange,
  { leaf, from, steps }: RatedLeaf,
  enough: Enough,
  gainOf: (rating: number) => number,
): WinningChange | undefined {
  const changeAt = (k: number) => withChange(base, { ratings: { [leaf.id]: steps[k]!.rating } });
  const top = steps.length - 1;
  if (top < 0 || !trial.wins(changeAt(top))) return undefined;
  const guess = firstThatHolds(
    0,
    top,
    (k) => k === top || enough.wins(changeAt(k), gainOf(steps[k]!.rating)),
  )!;
  const isRight =
    (guess === top || trial.wins(changeAt(guess))) && (guess === 0 || !trial.wins(changeAt(guess - 1)));
  // A tie or a standard was against the guess: then every step is judged.
  const first = isRight ? guess : firstThatHolds(0, top, (k) => trial.wins(changeAt(k)));
  if (first === undefined) return undefined;
  const to = steps[first]!.rating;
  const cost = (to - from) / leaf.ratingTop;
  return verified(trial, base, { ratings: [{ leaf: leaf.id, from, to }], cost });
}
