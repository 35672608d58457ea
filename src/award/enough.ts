import type { OfferChange, Trial } from "./trial.ts";

/**
 * What is known of how much quality wins at one price: an award that lost with more of it, and one that won with less.
 *
 * It spares judgings and decides nothing: what a search finds with it is judged, and so is the step before.
 */
export type Enough = { readonly wins: (change: OfferChange, gain: number) => boolean };

/** Opens the memory of one offer: `gain` is quality above the offer's own, in whatever unit, the same throughout. */
export function rememberEnough(trial: Trial): Enough {
  let lost = Number.NEGATIVE_INFINITY;
  let won = Number.POSITIVE_INFINITY;
  return {
    wins: (change, gain) => {
      if (gain <= lost) return false;
      if (gain >= won) return true;
      const wins = trial.wins(change);
      if (wins) won = gain;
      else lost = gain;
      return wins;
    },
  };
}
