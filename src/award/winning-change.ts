import { askedBy } from "./asked-by.ts";
import type { OfferChange, Outcome, Trial } from "./trial.ts";
import { withChange } from "./trial.ts";

/** A rating that would have been different. */
export type RatingChange = { readonly leaf: string; readonly from: number; readonly to: number };

/** Changes to one offer under which the whole award, run again, gives it a contract. */
export type WinningChange = {
  readonly ratings: readonly RatingChange[];
  readonly pricePence?: { readonly from: number; readonly to: number };
  /** A higher price would not have won, as it was more than was left of the budget. */
  readonly isBudgetBound?: true;
  /** The sum of relative changes: each rating's over the top of its scale, the price's over the price. */
  readonly cost: number;
  /** What the award says with the change. */
  readonly after: Outcome;
  /** The rulesets, by id, that would have asked for an explanation of the price; missing where none would. */
  readonly askedBy?: readonly string[];
};

/** Judges a change once more and keeps it where it wins: nothing is told that the award itself does not say. */
export function verified(
  trial: Trial,
  base: OfferChange,
  told: Omit<WinningChange, "after" | "askedBy">,
): WinningChange | undefined {
  const change = withChange(base, {
    ...(told.pricePence !== undefined && { pricePence: told.pricePence.to }),
    ratings: Object.fromEntries(told.ratings.map(({ leaf, to }) => [leaf, to])),
  });
  const judged = trial.judge(change);
  const { rank, total, awarded } = judged;
  if (!awarded) return undefined;
  const isExplained = change.facts?.lowPriceExplanation !== undefined && change.pricePence === undefined;
  const asking = isExplained ? [] : askedBy(judged, change.pricePence ?? judged.offer.pricePence);
  return { ...told, after: { rank, total, awarded }, ...(asking.length > 0 && { askedBy: asking }) };
}
