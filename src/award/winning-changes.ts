import { rememberEnough } from "./enough.ts";
import { nearestPrice } from "./nearest-price.ts";
import { nearestPricePair } from "./nearest-price-pair.ts";
import { nearestRating, type RatedLeaf } from "./nearest-rating.ts";
import { nearestRatingPair } from "./nearest-rating-pair.ts";
import { openStandard } from "./of-the-standard.ts";
import type { OfferAlone } from "./offer-alone.ts";
import type { OpenRound } from "./open-round.ts";
import { ratingSteps } from "./rating-steps.ts";
import type { OfferChange, Trial } from "./trial.ts";
import type { WinningChange } from "./winning-change.ts";

/** One offer of a round, opened for a search. */
export type Search = {
  readonly open: OpenRound;
  readonly alone: OfferAlone;
  readonly trial: Trial;
  readonly ownPence: number;
};

/** One rating or the price by itself, the smallest change first, and the cheapest pair of which neither wins so. */
export type Found = { readonly singles: readonly WinningChange[]; readonly pair: WinningChange | undefined };

/** Criteria among which pairs are sought: those with most marks to gain. */
const mostInPairs = 8;

/** Single changes and the cheapest pair that win on top of a change; `isLow`: below the standard without them. */
export function changesFrom(search: Search, base: OfferChange, isLow = false): Found {
  const { open, alone, trial, ownPence } = search;
  const isOfStandard = isLow ? openStandard(open.bound, alone, base.facts ?? {}) : () => true;
  const above = ratedLeaves(search, base);
  const price = nearestPrice(trial, base, ownPence);
  const enough = rememberEnough(trial);
  const before = alone.shares(base.ratings ?? {}).marksShare;
  const ratings = above.flatMap((each) => {
    const gain = (rating: number) =>
      alone.shares({ ...base.ratings, [each.leaf.id]: rating }).marksShare - before;
    const found = trial.left() === 0 ? undefined : nearestRating(trial, base, each, enough, gain);
    return found === undefined ? [] : [found];
  });
  const singles = [...(price === undefined ? [] : [price]), ...ratings].sort((a, b) => a.cost - b.cost);
  const parts = short(above, ratings);
  // The price reaches no standard: the rating beside it has to.
  const reaching = parts.map((part) => ({
    ...part,
    steps: part.steps.filter(({ rating }) => isOfStandard({ ...base.ratings, [part.leaf.id]: rating })),
  }));
  const pairs = [
    nearestRatingPair(trial, base, parts, alone, isOfStandard),
    nearestPricePair(trial, base, reaching, ownPence, price?.pricePence?.to),
  ].filter((pair) => pair !== undefined);
  return { singles, pair: pairs.sort((a, b) => a.cost - b.cost)[0] };
}

/** What is rated and can be rated higher, above the ratings of a change. */
export function ratedLeaves(
  { open, alone }: Pick<Search, "open" | "alone">,
  { ratings }: OfferChange,
): RatedLeaf[] {
  return open.bound.leaves
    .filter(({ isRated, kind }) => isRated && kind === "quality")
    .map((leaf) => {
      const from = alone.rating(leaf.id);
      return { leaf, from, steps: ratingSteps(open, leaf, alone, ratings?.[leaf.id] ?? from) };
    });
}

/** Steps that do not win by themselves, for pairs; of many criteria those with most marks to gain. */
function short(rated: readonly RatedLeaf[], singles: readonly WinningChange[]): RatedLeaf[] {
  const winsAt = new Map(singles.flatMap(({ ratings }) => ratings.map(({ leaf, to }) => [leaf, to])));
  const toGain = ({ leaf, steps }: RatedLeaf) => ((steps.at(-1)?.points ?? 0) * leaf.marks) / leaf.outOf;
  return rated
    .map((each) => ({
      ...each,
      steps: each.steps.filter(({ rating }) => rating < (winsAt.get(each.leaf.id) ?? rating + 1)),
    }))
    .filter(({ steps }) => steps.length > 0)
    .sort((a, b) => toGain(b) - toGain(a))
    .slice(0, mostInPairs);
}
