import type { JudgedOffer } from "../../../award/judge-round.ts";
import { asSentence } from "../../../engine/words/name-words.ts";
import { shownName } from "../../visible-width.ts";

/** The questions that were asked about a price, and what became of the answer; nobody is left out for a low price. */
export function askedAbout({ asked, offer }: JudgedOffer): string[] {
  return asked.map(({ rule }) => {
    const { lowPrice } = offer.offer;
    const answer =
      lowPrice === undefined
        ? "We have no explanation from you yet; please send one."
        : `You explained: “${shownName(lowPrice.explanation)}” ${lowPrice.accepted ? "We accepted that." : "We did not accept that."}`;
    return `${asSentence(shownName(rule.ruleset.title))} ${answer}`;
  });
}
