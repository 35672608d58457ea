import { firstThatHolds } from "./bisect.ts";
import { priceGrain } from "./price-grain.ts";
import { type OfferChange, type Trial, withChange } from "./trial.ts";
import { verified, type WinningChange } from "./winning-change.ts";

/**
 * The highest price at which an offer would win with a change made, below a price at which it does not; in the steps in
 * which prices are told, or in pence where none of these wins.
 *
 * By bisection; where several can win, a lower price may bring others past each other, so `probes` prices in between are
 * tried too, and the highest found counts. Undefined where none wins, not even a penny.
 */
export function highestWinningPrice(
  trial: Trial,
  base: OfferChange,
  below: number,
  asked: { readonly lowest?: number; readonly probes?: number } = {},
): number | undefined {
  const grain = priceGrain(below);
  const round = highestInSteps(trial, base, below, grain, asked);
  if (round !== undefined || grain === 1) return round;
  const winsAt = (pricePence: number) => trial.wins(withChange(base, { pricePence }));
  // Where a round step wins further down than was asked, pence would only tell more than a round step does.
  if ((asked.lowest ?? 1) > grain && winsAt(grain)) return undefined;
  const exact = highestInSteps(trial, base, below, 1, asked);
  if (exact === undefined) return undefined;
  const finer = priceGrain(exact);
  const told = Math.floor(exact / finer) * finer;
  return told !== exact && told >= (asked.lowest ?? 1) && winsAt(told) ? told : exact;
}

/** The highest price in whole pence that wins, where a round one below it was found; and whether the budget sets it. */
export function endOfWinning(
  trial: Trial,
  base: OfferChange,
  told: number,
  below: number,
): { readonly exactPence: number; readonly isBudgetBound: boolean } {
  const end = Math.min(told + priceGrain(below), below);
  const at = (pricePence: number) => withChange(base, { pricePence });
  const down = firstThatHolds(1, end - told, (by) => by === end - told || trial.wins(at(end - by)))!;
  const exactPence = end - down;
  return {
    exactPence,
    isBudgetBound: trial.isTooDear({ ...at(exactPence + 1), pricePence: exactPence + 1 }),
  };
}

function highestInSteps(
  trial: Trial,
  base: OfferChange,
  below: number,
  grain: number,
  { lowest = 1, probes = 8 }: { readonly lowest?: number; readonly probes?: number },
): number | undefined {
  const [first, end] = [Math.ceil(lowest / grain), Math.ceil(below / grain)];
  const wins = (steps: number) => trial.wins(withChange(base, { pricePence: steps * grain }));
  // Counted down from the price: the first that wins is the highest.
  const down = firstThatHolds(1, end - first, (by) => wins(end - by));
  let best = down === undefined ? undefined : end - down;
  const from = best ?? first;
  for (let k = probes; k > 0; k--) {
    if (trial.left() === 0) break;
    const probe = from + Math.floor(((end - from) * k) / (probes + 1));
    if (probe <= from || probe >= end || !wins(probe)) continue;
    const higher = firstThatHolds(1, end - probe, (by) => wins(end - by));
    best = higher === undefined ? probe : end - higher;
    break;
  }
  return best === undefined ? undefined : best * grain;
}

/** The highest price that alone would have won, as it is told and to the penny, which is told to nobody. */
export type NearestPrice = { readonly change: WinningChange; readonly exactPence: number };

/** Finds the highest price that alone would have won. */
export function nearestPrice(trial: Trial, base: OfferChange, ownPence: number): NearestPrice | undefined {
  const below = base.pricePence ?? ownPence;
  const to = highestWinningPrice(trial, base, below);
  if (to === undefined) return undefined;
  const { exactPence, isBudgetBound } = endOfWinning(trial, base, to, below);
  const change = verified(trial, base, {
    ratings: [],
    pricePence: { from: ownPence, to },
    ...(isBudgetBound && { isBudgetBound }),
    cost: (ownPence - to) / ownPence,
  });
  return change && { change, exactPence };
}
