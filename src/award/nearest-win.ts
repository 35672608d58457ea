import { rememberEnough } from "./enough.ts";
import type { Round } from "./judge-round.ts";
import { type KeptRound, keepAnswers } from "./kept-answers.ts";
import { nearestPrice } from "./nearest-price.ts";
import { nearestPricePair, perPrice } from "./nearest-price-pair.ts";
import { nearestRating, type RatedLeaf } from "./nearest-rating.ts";
import { nearestRatingPair } from "./nearest-rating-pair.ts";
import { type OfferAlone, openOfferAlone } from "./offer-alone.ts";
import type { OpenRound } from "./open-round.ts";
import { ratingSteps } from "./rating-steps.ts";
import { findRepairs, type Repairs } from "./repairs.ts";
import { judgedIn, type OfferChange, type Outcome, openTrial } from "./trial.ts";
import type { WinningChange } from "./winning-change.ts";
import { winningMargin } from "./winning-margin.ts";

/** What stands between an offer and a contract, or by how much it won. */
export type NearestWin =
  | { readonly won: true; readonly marginMarks: number | undefined }
  | {
      readonly won: false;
      /** Where it was left out: what would have kept it in. All other changes come on top of these. */
      readonly repairs: Repairs | undefined;
      /** One rating or the price by itself, the smallest change first. */
      readonly singles: readonly WinningChange[];
      readonly pair: WinningChange | undefined;
      /** How often the whole round was judged, and whether the search was cut short. */
      readonly judgings: number;
      readonly isCutShort: boolean;
    };

/** Criteria among which pairs are sought: those with most marks to gain. */
const mostInPairs = 8;

/**
 * The nearest changes that would have won for one offer, each judged by the whole award again; margin for a winner.
 *
 * One rating at a time (the lowest that wins, in the grain of the scale), the price by itself (the highest whole penny
 * that wins), and the cheapest pair of which neither wins by itself: by the sum of relative changes, a rating's over the
 * top of its scale, the price's over the price. `kept` are the answers of the round, to be shared by all its bidders.
 * Errors: those of judging.
 *
 * @example nearestWin(open, open.judge(), "b") // { won: false, singles: [ … ], pair: { … }, … }
 */
export function nearestWin(open: OpenRound, round: Round, id: string, kept?: KeptRound): NearestWin {
  const judged = judgedIn(round, id);
  if (judged.awarded) return { won: true, marginMarks: winningMargin(round, judged) };
  const place = open.offers.findIndex(({ offer }) => offer.id === id);
  const answers = kept ?? keepAnswers(open);
  const alone = openOfferAlone(open, answers.askAlone, place);
  const trial = openTrial(open, answers, place);
  const rated = ratedLeaves(open, alone, {});
  const repairs = judged.rank === undefined ? findRepairs(open, judged, rated, alone, trial) : undefined;
  const base = repairs?.change ?? {};
  const done = (of: Outcome | undefined) => of !== undefined && (of.awarded || of.rank === undefined);
  // Where staying in would have been enough, nothing comes on top; where nothing keeps it in, nothing can.
  if (done(repairs?.after))
    return {
      won: false,
      repairs,
      singles: [],
      pair: undefined,
      judgings: trial.judgings(),
      isCutShort: false,
    };
  const above = repairs === undefined ? rated : ratedLeaves(open, alone, base);
  const { pricePence } = judged.offer;
  const price = nearestPrice(trial, base, pricePence);
  const enough = rememberEnough(trial);
  const before = alone.shares(base.ratings ?? {}).qualityShare;
  const ratings = above.flatMap((each) => {
    const gain = (rating: number) =>
      alone.shares({ ...base.ratings, [each.leaf.id]: rating }).qualityShare - before;
    const found = trial.left() === 0 ? undefined : nearestRating(trial, base, each, enough, gain);
    return found === undefined ? [] : [found];
  });
  const singles = [...(price === undefined ? [] : [price]), ...ratings].sort((a, b) => a.cost - b.cost);
  const parts = short(above, ratings);
  const pairs = [
    nearestRatingPair(trial, base, parts, alone),
    nearestPricePair(trial, base, parts, pricePence, price?.pricePence?.to),
  ].filter((pair) => pair !== undefined);
  const pair = pairs.sort((a, b) => a.cost - b.cost)[0];
  return {
    won: false,
    repairs,
    singles,
    pair,
    judgings: trial.judgings(),
    isCutShort: trial.left() < perPrice,
  };
}

/** What is rated and can be rated higher, above the ratings of a change. */
function ratedLeaves(open: OpenRound, alone: OfferAlone, { ratings }: OfferChange): RatedLeaf[] {
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
