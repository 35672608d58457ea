import { firstThatHolds } from "./bisect.ts";
import { type OfferChange, type Trial, withChange } from "./trial.ts";
import { verified, type WinningChange } from "./winning-change.ts";

/**
 * The highest price in whole pence at which an offer would win with a change made, below a price at which it does not.
 *
 * By bisection; where several can win, a lower price may bring others past each other, so `probes` prices in between are
 * tried too, and the highest found counts. Undefined where none wins, not even a penny.
 */
export function highestWinningPrice(
  trial: Trial,
  base: OfferChange,
  below: number,
  { lowest = 1, probes = 8 } = {},
): number | undefined {
  const wins = (pricePence: number) => trial.wins(withChange(base, { pricePence }));
  // Counted down from the price: the first that wins is the highest.
  const down = firstThatHolds(1, below - lowest, (by) => wins(below - by));
  let best = down === undefined ? undefined : below - down;
  const from = best ?? lowest;
  for (let k = probes; k > 0; k--) {
    if (trial.left() === 0) break;
    const probe = from + Math.floor(((below - from) * k) / (probes + 1));
    if (probe <= from || probe >= below || !wins(probe)) continue;
    const higher = firstThatHolds(1, below - probe, (by) => wins(below - by));
    best = higher === undefined ? probe : below - higher;
    break;
  }
  return best;
}

/** The highest price that alone would have won. */
export function nearestPrice(trial: Trial, base: OfferChange, ownPence: number): WinningChange | undefined {
  const below = base.pricePence ?? ownPence;
  const to = highestWinningPrice(trial, base, below);
  if (to === undefined) return undefined;
  return verified(trial, base, {
    ratings: [],
    pricePence: { from: ownPence, to },
    cost: (ownPence - to) / ownPence,
  });
}
