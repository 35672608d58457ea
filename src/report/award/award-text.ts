import type { BoundRequirement } from "../../award/bound-requirement.ts";
import type { JudgedOffer, Round } from "../../award/judge-round.ts";
import { listWords, nameWords } from "../../engine/words/name-words.ts";
import { poundsWords } from "../../engine/words/value-words.ts";
import { type Emphasis, noEmphasis } from "../emphasis.ts";
import { shownName } from "../visible-width.ts";
import { listLines, wrappedLines } from "../wrapped-lines.ts";
import type { RoundWarnings } from "./award-json.ts";
import { awardTable } from "./award-table.ts";
import { marksWords } from "./marks-words.ts";
import { tieBreakWords } from "./tie-break-words.ts";
import { paradoxWords, pullsWords } from "./warning-words.ts";

/** A round for a terminal: ranking with marks by criterion, awards, offers left out and why, ties, and what to doubt. */
export function awardText(
  bound: BoundRequirement,
  round: Round,
  warnings: RoundWarnings,
  width: number,
  emphasis: Emphasis = noEmphasis,
): string {
  const { requirement } = bound;
  const { ranking } = round;
  const name = ({ offer }: JudgedOffer) => shownName(offer.offer.bidder.name);
  const nameOf = (id: string) => name(ranking.find(({ offer }) => offer.offer.id === id)!);
  const won = ranking.filter(({ awarded }) => awarded);
  const out = ranking.filter(({ rank }) => rank === undefined);
  const asked = ranking.filter((judged) => judged.asked.length > 0);
  const section = (title: string, items: readonly string[]) =>
    items.length === 0
      ? []
      : ["", emphasis.bold(title), ...items.flatMap((item) => listLines("  · ", item, width))];
  const spent = won.reduce((sum, { offer }) => sum + offer.pricePence, 0);
  const lines = [
    ...wrappedLines(shownName(requirement.title), width).map(emphasis.bold),
    ...wrappedLines(
      `${shownName(requirement.commissioner.name)}, ${ranking.length} ${ranking.length === 1 ? "offer" : "offers"}, budget ${poundsWords(requirement.budget * 100)}, ${marksWords(requirement.marks * 100)} marks in all.`,
      width,
    ).map(emphasis.dim),
    "",
    ...awardTable(bound, round, width, emphasis),
    "",
    ...wrappedLines(
      won.length === 0
        ? "Nobody wins: no offer is left that the budget pays for."
        : `${listWords(won.map(name))} ${won.length === 1 ? "wins" : "win"}, for ${poundsWords(spent)}; ${poundsWords(round.budgetLeftPence)} of the budget is left.`,
      width,
    ),
    ...section(
      "Passed over",
      passedOver(round).map(
        (judged) =>
          `${name(judged)}: ranked above a winner, but its price is more than was left of the budget.`,
      ),
    ),
    ...section(
      "Left out",
      out.map((judged) => {
        const reasons = judged.excluded.map(({ output }) => nameWords(output));
        return `${name(judged)}: ${listWords(reasons)}.`;
      }),
    ),
    ...section(
      "Asked to explain (nobody is left out for it)",
      asked.map((judged) => {
        const { lowPrice } = judged.offer.offer;
        const answer =
          lowPrice === undefined
            ? "No explanation is on file yet."
            : `Its explanation was ${lowPrice.accepted ? "accepted" : "rejected"}: ${lowPrice.explanation}`;
        return `${name(judged)}: ${listWords(judged.asked.map(({ output }) => nameWords(output)))}. ${answer}`;
      }),
    ),
    ...section(
      "Ties",
      round.ties.map(({ offers, decidedBy }) => {
        return `${listWords(offers.map(nameOf))} have the same total; decided by ${decidedBy.map(tieBreakWords(bound)).join(", then by ")}.`;
      }),
    ),
    ...section("What to doubt", [
      ...(warnings.pulls === undefined ? [] : [pullsWords(warnings.pulls, bound)]),
      ...(warnings.paradox === undefined ? [] : [paradoxWords(warnings.paradox, bound, nameOf)]),
    ]),
  ];
  return `${lines.join("\n")}\n`;
}

/** Offers that rank above some winner and did not win: what was left of the budget did not pay for them. */
function passedOver({ ranking }: Round): JudgedOffer[] {
  const last = ranking.findLastIndex(({ awarded }) => awarded);
  return ranking.slice(0, last + 1).filter(({ awarded }) => !awarded);
}
