import type { JudgedOffer } from "./judge-round.ts";

/**
 * The rulesets, by id, that ask a bidder to explain its price.
 *
 * An explanation that was accepted answers them at the price for which it was given.
 */
export function askedBy(
  { asked, offer }: Pick<JudgedOffer, "asked" | "offer">,
  pricePence: number,
): string[] {
  if (offer.offer.lowPrice?.accepted === true && pricePence === offer.pricePence) return [];
  return [...new Set(asked.map(({ rule }) => rule.ruleset.id))];
}

/** Is an offer to win whose low price was asked about, and not explained so that the commissioner accepted it? */
export function waitsForExplanation(judged: Pick<JudgedOffer, "asked" | "offer" | "awarded">): boolean {
  return judged.awarded && askedBy(judged, judged.offer.pricePence).length > 0;
}
