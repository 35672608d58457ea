import type { BoundRequirement } from "../../../award/bound-requirement.ts";
import type { JudgedOffer, Round } from "../../../award/judge-round.ts";
import { marksWords } from "../marks-words.ts";
import { tieBreakWords } from "../tie-break-words.ts";
import type { Notice } from "./notice.ts";
import { ordinal } from "./ordinal.ts";
import { spreadOf } from "./spread.ts";

/** Where an offer stands among the others: rank and spread, no other offer named or priced. */
export function standingOf(
  bound: BoundRequirement,
  round: Round,
  { offer, rank, total }: JudgedOffer,
): Notice["standing"] {
  const totals = round.ranking.flatMap((each) => (each.total === undefined ? [] : [each.total]));
  // Where nothing but the price is scored, a total is a price.
  const isPriceAlone = bound.leaves.every(({ kind, marks }) => kind === "price" || marks === 0);
  const spread = isPriceAlone ? undefined : spreadOf(totals);
  const sentences: string[] = [];
  if (rank !== undefined && total !== undefined) {
    sentences.push(
      totals.length === 1
        ? "Your offer was the only one that was assessed in full."
        : `Your offer ranked ${ordinal(rank)} of the ${totals.length} that were assessed in full, with ${marksWords(total)} of ${bound.requirement.marks} marks.`,
    );
  } else sentences.push("Your offer was not ranked, as it was not assessed in full.");
  if (spread !== undefined && totals.length > 1)
    sentences.push(
      `${rank === undefined ? "The totals of those that were" : "Their totals"} go from ${marksWords(spread.lowest * 100)} to ${marksWords(spread.highest * 100)}; the middle is ${marksWords(Math.round(spread.middle * 100))}.`,
    );
  const tie = round.ties.find(({ offers }) => offers.includes(offer.offer.id));
  if (tie !== undefined) {
    const others = tie.offers.length - 1;
    sentences.push(
      `${others === 1 ? "One other offer has" : `${others} other offers have`} the same total; the published tie-breaks decided: ${tie.decidedBy.map(tieBreakWords(bound)).join(", then ")}.`,
    );
  }
  return { ...(spread !== undefined && { spread }), sentences };
}
