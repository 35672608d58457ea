import { distributionFunction } from "../../sim/random/distribution.ts";

/** Whole months from an offer to its contract: their chances, and how luck is turned into them. */
export type WaitLaw = {
  /** By months, from 0. */
  readonly chances: readonly number[];
  readonly meanMonths: number;
  /** Months at a uniform number of [0, 1), which they never fall with. */
  readonly months: (uniform: number) => number;
};

/** The PERT law over low, likely and high months (whole, in that order), rounded to whole months. */
export function waitLaw(low: number, likely: number, high: number): WaitLaw {
  const below = distributionFunction({ kind: "pert", min: low, mode: likely, max: high });
  // Of all waits, the share that is no longer than so many months once rounded.
  const upTo = Array.from({ length: high + 1 }, (_, months) => (months < high ? below(months + 0.5) : 1));
  const chances = upTo.map((share, months) => share - (months === 0 ? 0 : upTo[months - 1]!));
  return {
    chances,
    meanMonths: chances.reduce((sum, chance, months) => sum + chance * months, 0),
    months: (uniform) => upTo.findIndex((share) => uniform < share),
  };
}
