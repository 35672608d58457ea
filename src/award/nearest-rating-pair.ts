import { firstThatHolds } from "./bisect.ts";
import type { RatedLeaf } from "./nearest-rating.ts";
import type { Codes, OfferAlone } from "./offer-alone.ts";
import { type OfferChange, type Trial, withChange } from "./trial.ts";
import { verified, type WinningChange } from "./winning-change.ts";

/** Two ratings that differ: what they cost, and how much quality they bring. */
type Pair = {
  readonly of: readonly [RatedLeaf, RatedLeaf];
  readonly to: readonly [number, number];
  readonly cost: number;
  readonly gain: number;
};

/** Of pairs that bring enough, so many are judged in turn: one may lose on a tie-break or for a single criterion. */
const mostTries = 20;
const tolerance = 1e-9;

/**
 * The cheapest pair of ratings that would have won, none of the two by itself.
 *
 * At one price an offer wins by how much quality it has: which amount is enough is found by bisection over the awards of
 * pairs, then the cheapest pair with as much is judged, and the next where a tie or a standard was against it.
 */
export function nearestRatingPair(
  trial: Trial,
  base: OfferChange,
  leaves: readonly RatedLeaf[],
  alone: OfferAlone,
  /** Would the offer be of the standard with these ratings? A pair that is not does not count. */
  isOfStandard: (ratings: Codes) => boolean = () => true,
): WinningChange | undefined {
  const pairs = pairsOf(leaves, base, alone)
    .filter((pair) => isOfStandard({ ...base.ratings, ...ratingsOf(pair) }))
    .sort((a, b) => a.cost - b.cost);
  const cheapest = new Map<number, Pair>();
  for (const pair of pairs) {
    const key = Math.round(pair.gain / tolerance);
    if (!cheapest.has(key)) cheapest.set(key, pair);
  }
  const byGain = [...cheapest.values()].sort((a, b) => a.gain - b.gain);
  if (trial.left() === 0) return undefined;
  const enough = firstThatHolds(0, byGain.length - 1, (k) =>
    trial.wins(withChange(base, { ratings: ratingsOf(byGain[k]!) })),
  );
  if (enough === undefined) return undefined;
  const gain = byGain[enough]!.gain - tolerance;
  let tries = 0;
  for (const pair of pairs) {
    if (pair.gain < gain) continue;
    if (tries === mostTries || trial.left() === 0) break;
    tries += 1;
    const { of, to, cost } = pair;
    const ratings = of.map(({ leaf, from }, k) => ({ leaf: leaf.id, from, to: to[k]! }));
    const found = verified(trial, base, { ratings, cost });
    if (found !== undefined) return found;
  }
  return undefined;
}

function ratingsOf({ of, to }: Pair): Record<string, number> {
  return { [of[0].leaf.id]: to[0], [of[1].leaf.id]: to[1] };
}

function pairsOf(leaves: readonly RatedLeaf[], base: OfferChange, alone: OfferAlone): Pair[] {
  const before = alone.shares(base.ratings ?? {}).marksShare;
  const steps = leaves.map((rated) =>
    rated.steps.map(({ rating }) => ({
      rating,
      cost: (rating - rated.from) / rated.leaf.ratingTop,
      gain: alone.shares({ ...base.ratings, [rated.leaf.id]: rating }).marksShare - before,
    })),
  );
  const pairs: Pair[] = [];
  for (let a = 0; a < leaves.length; a++) {
    for (let b = a + 1; b < leaves.length; b++) {
      for (const one of steps[a]!) {
        for (const other of steps[b]!) {
          pairs.push({
            of: [leaves[a]!, leaves[b]!],
            to: [one.rating, other.rating],
            cost: one.cost + other.cost,
            gain: one.gain + other.gain,
          });
        }
      }
    }
  }
  return pairs;
}
