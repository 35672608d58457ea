import { waitsForExplanation } from "../../award/asked-by.ts";
import type { BoundRequirement } from "../../award/bound-requirement.ts";
import type { JudgedOffer, Round } from "../../award/judge-round.ts";
import { listWords, nameWords } from "../../engine/words/name-words.ts";
import { poundsWords } from "../../engine/words/value-words.ts";
import { shownName } from "../visible-width.ts";
import type { RoundWarnings } from "./award-json.ts";
import { tieBreakWords } from "./tie-break-words.ts";
import { paradoxWords, pullsWords, unreadWords } from "./warning-words.ts";

/** What is said of a round beside its ranking, by heading. */
export type AwardSentences = Readonly<
  Record<"passedOver" | "leftOut" | "asked" | "ties" | "doubts", string[]>
> & {
  readonly award: string;
};

/** A round in sentences for its commissioner: who wins, who was passed over or left out, ties, and what to doubt. */
export function awardSentences(
  bound: BoundRequirement,
  round: Round,
  warnings: RoundWarnings,
): AwardSentences {
  const { ranking } = round;
  const name = ({ offer }: JudgedOffer) => shownName(offer.offer.bidder.name);
  const nameOf = (id: string) => name(ranking.find(({ offer }) => offer.offer.id === id)!);
  const won = ranking.filter(({ awarded }) => awarded);
  const waiting = won.filter(waitsForExplanation).map(name);
  const waits =
    waiting.length === 0
      ? ""
      : ` The award to ${listWords(waiting)} waits for an explanation of ${waiting.length === 1 ? "its low price" : "their low prices"} that is accepted.`;
  const spent = won.reduce((sum, { offer }) => sum + offer.pricePence, 0);
  return {
    award:
      won.length === 0
        ? ranking.every(({ rank }) => rank === undefined)
          ? "Nobody wins: no offer met all conditions, so none was ranked."
          : "Nobody wins: no offer is left that the budget pays for."
        : `${listWords(won.map(name))} ${won.length === 1 ? "wins" : "win"}, for ${poundsWords(spent)}; ${poundsWords(round.budgetLeftPence)} of the budget is left.${waits}`,
    passedOver: passedOver(bound, round, name),
    leftOut: ranking
      .filter(({ rank }) => rank === undefined)
      .map(
        (judged) => `${name(judged)}: ${listWords(judged.excluded.map(({ output }) => nameWords(output)))}.`,
      ),
    asked: ranking.filter(({ asked }) => asked.length > 0).map((judged) => askedWords(judged, name(judged))),
    ties: round.ties.map(
      ({ offers, decidedBy }) =>
        `${listWords(offers.map(nameOf))} have the same total; decided by ${decidedBy.map(tieBreakWords(bound)).join(", then by ")}.`,
    ),
    doubts: [
      ...(warnings.pulls === undefined ? [] : [pullsWords(warnings.pulls, bound)]),
      ...(warnings.unread.length === 0 ? [] : [unreadWords(warnings.unread)]),
      ...(warnings.paradox === undefined ? [] : [paradoxWords(warnings.paradox, bound, nameOf)]),
    ],
  };
}

/** Offers below the last winner that are named, where the budget was not enough for them. */
const mostBelow = 3;

/** Who did not win although fewer won than may win, as the budget left was not enough. */
function passedOver(
  { requirement: { awards } }: BoundRequirement,
  { ranking }: Round,
  name: (judged: JudgedOffer) => string,
): string[] {
  const last = ranking.findLastIndex(({ awarded }) => awarded);
  if (last < 0) return [];
  const above = ranking.slice(0, last).filter(({ awarded }) => !awarded);
  const isFull = ranking.filter(({ awarded }) => awarded).length === awards.most;
  const below = isFull ? [] : ranking.slice(last + 1).filter(({ rank }) => rank !== undefined);
  const tooDear = "its price is more than was left of the budget";
  const isStop = awards.ifTooDear === "stop";
  const named = isStop ? 1 : mostBelow;
  const rest = isStop ? 0 : below.length - named;
  return [
    ...above.map((judged) => `${name(judged)}: ranked above a winner, but ${tooDear}.`),
    ...below
      .slice(0, named)
      .map((judged) => `${name(judged)}: ${tooDear}${isStop ? ", which ended the awards" : ""}.`),
    ...(rest > 0 ? [`${rest} more that rank below: the budget left was not enough for them either.`] : []),
  ];
}

function askedWords({ asked, offer }: JudgedOffer, name: string): string {
  const { lowPrice } = offer.offer;
  const answer =
    lowPrice === undefined
      ? "No explanation is on file yet."
      : `Its explanation was ${lowPrice.accepted ? "accepted" : "rejected"}: ${shownName(lowPrice.explanation)}`;
  return `${name}: ${listWords(asked.map(({ output }) => nameWords(output)))}. ${answer}`;
}
