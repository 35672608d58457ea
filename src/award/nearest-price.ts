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

/** Is it what was left of the budget, and not its marks, that sets the price at which an offer wins? */
export function isSetByBudget(trial: Trial, base: OfferChange, told: number, below: number): boolean {
  const budgetAt = (pricePence: number) =>
    trial.budgetAt({ ...withChange(base, { pricePence }), pricePence });
  const left = budgetAt(told);
  // What is paid for a whole step further is not set by the budget.
  if (left === undefined || left >= Math.min(told + priceGrain(below), below)) return false;
  const above = budgetAt(left + 1);
  return above !== undefined && above <= left;
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

/** The highest price that alone would have won. */
export function nearestPrice(trial: Trial, base: OfferChange, ownPence: number): WinningChange | undefined {
  const below = base.pricePence ?? ownPence;
  const to = highestWinningPrice(trial, base, below);
  if (to === undefined) return undefined;
  return verified(trial, base, {
    ratings: [],
    pricePence: { from: ownPence, to },
    ...(isSetByBudget(trial, base, to, below) && { isBudgetBound: true }),
    cost: (ownPence - to) / ownPence,
  });
}
