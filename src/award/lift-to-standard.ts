import type { BoundRequirement } from "./bound-requirement.ts";
import type { Reason } from "./judge-round.ts";
import type { RatedLeaf } from "./nearest-rating.ts";
import type { Codes, OfferAlone } from "./offer-alone.ts";
import type { RatingChange } from "./winning-change.ts";

/**
 * Ratings under which an offer would have been of the standard: one criterion's where that is enough, else an even lift.
 *
 * The even lift raises the weakest criterion step by step, then takes back what was not needed. Undefined where not even
 * the top of every scale is enough.
 */
export function liftToStandard(
  { leaves }: BoundRequirement,
  reasons: readonly Reason[],
  rated: readonly RatedLeaf[],
  alone: OfferAlone,
  /** Facts that are other than the offer's own, as codes. */
  so: Codes = {},
): RatingChange[] | undefined {
  const isBelow = (ratings: Codes) => {
    const facts = { ...so, ...alone.shares(ratings) };
    return reasons.some(({ rule, output }) => alone.fails(rule, output, facts));
  };
  const single = rated
    .flatMap(({ leaf, from, steps }) => {
      const step = steps.find(({ rating }) => !isBelow({ [leaf.id]: rating }));
      return step === undefined ? [] : [{ leaf: leaf.id, from, to: step.rating, top: leaf.ratingTop }];
    })
    .sort((a, b) => (a.to - a.from) / a.top - (b.to - b.from) / b.top)[0];
  if (single !== undefined) return [{ leaf: single.leaf, from: single.from, to: single.to }];
  const at = new Map(rated.map(({ leaf }) => [leaf.id, -1]));
  const ratingAt = ({ from, steps }: RatedLeaf, k: number) => (k < 0 ? from : steps[k]!.rating);
  const ratings = (): Codes =>
    Object.fromEntries(rated.map((each) => [each.leaf.id, ratingAt(each, at.get(each.leaf.id)!)]));
  const shareOf = (each: RatedLeaf) => {
    const leaf = leaves.find(({ id }) => id === each.leaf.id)!;
    return alone.points(leaf, ratingAt(each, at.get(leaf.id)!)) / leaf.outOf;
  };
  while (isBelow(ratings())) {
    const open = rated.filter(({ leaf, steps }) => at.get(leaf.id)! < steps.length - 1);
    const weakest = [...open].sort((a, b) => shareOf(a) - shareOf(b))[0];
    if (weakest === undefined) return undefined;
    at.set(weakest.leaf.id, at.get(weakest.leaf.id)! + 1);
  }
  for (const { leaf } of rated) {
    while (at.get(leaf.id)! >= 0) {
      at.set(leaf.id, at.get(leaf.id)! - 1);
      if (!isBelow(ratings())) continue;
      at.set(leaf.id, at.get(leaf.id)! + 1);
      break;
    }
  }
  return rated.flatMap((each) => {
    const to = ratingAt(each, at.get(each.leaf.id)!);
    return to === each.from ? [] : [{ leaf: each.leaf.id, from: each.from, to }];
  });
}
