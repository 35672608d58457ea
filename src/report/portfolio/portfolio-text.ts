import type { AssessedOffer, AssessedPortfolio } from "../../offer/before/assess-portfolio.ts";
import { type Emphasis, noEmphasis } from "../emphasis.ts";
import { shownName } from "../visible-width.ts";
import { wrappedLines } from "../wrapped-lines.ts";
import { offerSentences } from "./offer-sentences.ts";
import { assumptionWords, bothEndsWords, capacityWords } from "./portfolio-sentences.ts";
import { offerTable, portfolioTable } from "./portfolio-tables.ts";
import { standingCount } from "./standing-count.ts";
import { verdictWords } from "./verdict-words.ts";

/** Standing offers for a terminal: the verdict, all of them together, each by itself, and what the numbers mean. */
export function portfolioText(
  assessed: AssessedPortfolio,
  width: number,
  emphasis: Emphasis = noEmphasis,
): string {
  const paragraph = (sentences: readonly string[]) =>
    sentences.length === 0 ? [] : ["", ...wrappedLines(sentences.join(" "), width)];
  const several = standingCount(assessed) > 1;
  const lines = [
    ...wrappedLines(verdictWords(assessed), width).map(emphasis.bold),
    ...(several
      ? ["", ...portfolioTable(assessed, width, emphasis), ...paragraph(bothEndsWords(assessed))]
      : []),
    ...paragraph(capacityWords(assessed)),
    ...assessed.offers.flatMap((offer) => [
      "",
      ...wrappedLines(offerTitle(offer, assessed.offers.length > 1), width).map(emphasis.bold),
      ...offerTable(offer, assessed, width, emphasis),
      ...paragraph(offerSentences(offer)),
    ]),
    ...paragraph(assumptionWords(assessed)).map(emphasis.dim),
  ];
  return `${lines.join("\n")}\n`;
}

function offerTitle({ offer, before, checked, place }: AssessedOffer, isOneOfSeveral: boolean): string {
  const title = shownName(offer.title ?? offer.id);
  const name = isOneOfSeveral && offer.title !== undefined ? ` (${offer.id})` : "";
  const terms = shownName(checked.policies[place]!.spec.title);
  const standing = before.standing > 1 ? `, of ${before.standing} that stand` : "";
  return `One offer${standing}: ${title}${name}. Terms: ${terms}.`;
}
