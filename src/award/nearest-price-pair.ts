import { highestWinningPrice, isSetByBudget } from "./nearest-price.ts";
import type { RatedLeaf } from "./nearest-rating.ts";
import type { RatingStep } from "./rating-steps.ts";
import { type OfferChange, type Trial, withChange } from "./trial.ts";
import { verified, type WinningChange } from "./winning-change.ts";

/** Judgings that one bisection of the price may take. */
export const perPrice = 30;
/** With so many judgings left, prices in between are probed too: a lower price need not do better. */
const roomy = 1000;
/** Steps of scales that are tried in all. */
const mostTries = 96;

/**
 * The cheapest pair of a rating and a lower price that would have won, neither by itself.
 *
 * Each step of each scale is tried with the prices that would make it cheaper than what is found so far. `winsAt` is the
 * price that wins by itself, as it is told: with a rating it has to be a step higher, and must not win without the rating,
 * which would do nothing then. Where the steps are more than may be tried, some of each scale are.
 */
export function nearestPricePair(
  trial: Trial,
  base: OfferChange,
  leaves: readonly RatedLeaf[],
  ownPence: number,
  winsAt = 0,
): WinningChange | undefined {
  const below = base.pricePence ?? ownPence;
  const costOfPrice = (to: number) => (ownPence - to) / ownPence;
  let best: { rated: RatedLeaf; rating: number; price: number; cost: number } | undefined;
  const tries = Math.min(mostTries, trial.left() - 3 * perPrice);
  const most = Math.max(1, Math.floor(tries / Math.max(1, leaves.length)));
  const tried = leaves
    .flatMap((rated) => spread(rated.steps, most).map((step) => ({ rated, step })))
    .map(({ rated, step }) => ({
      rated,
      rating: step.rating,
      cost: (step.rating - rated.from) / rated.leaf.ratingTop,
    }))
    .sort((a, b) => a.cost - b.cost);
  for (const { rated, rating, cost } of tried) {
    if (trial.left() < perPrice) break;
    const room = best === undefined ? 1 : best.cost - cost;
    const lowest = Math.max(winsAt + 1, ownPence - Math.ceil(room * ownPence) + 1);
    if (lowest >= below) continue;
    const with1 = withChange(base, { ratings: { [rated.leaf.id]: rating } });
    const price = highestWinningPrice(trial, with1, below, { lowest, probes: trial.left() > roomy ? 4 : 0 });
    // Where a lower price need not do better, one above what was found may win without the rating.
    if (price === undefined || trial.wins(withChange(base, { pricePence: price }))) continue;
    const sum = cost + costOfPrice(price);
    if (best === undefined || sum < best.cost) best = { rated, rating, price, cost: sum };
  }
  if (best === undefined) return undefined;
  const { rated, rating, price, cost } = best;
  const withRating = withChange(base, { ratings: { [rated.leaf.id]: rating } });
  return verified(trial, base, {
    ratings: [{ leaf: rated.leaf.id, from: rated.from, to: rating }],
    pricePence: { from: ownPence, to: price },
    ...(isSetByBudget(trial, withRating, price, below) && { isBudgetBound: true }),
    cost,
  });
}

/** At most so many steps of a scale, evenly over it, the first and the last among them. */
function spread(steps: readonly RatingStep[], most: number): RatingStep[] {
  if (steps.length <= most) return [...steps];
  if (most === 1) return [steps[0]!];
  return Array.from({ length: most }, (_, k) => steps[Math.round((k * (steps.length - 1)) / (most - 1))]!);
}
