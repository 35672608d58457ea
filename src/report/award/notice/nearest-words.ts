import type { BoundRequirement } from "../../../award/bound-requirement.ts";
import type { NearestWin } from "../../../award/nearest-win.ts";
import type { Repairs } from "../../../award/repairs.ts";
import type { RatingChange, WinningChange } from "../../../award/winning-change.ts";
import { asSentence, listWords } from "../../../engine/words/name-words.ts";
import { numberWords, poundsWords } from "../../../engine/words/value-words.ts";
import { fixedSpace } from "../../shown-number.ts";
import { shownName } from "../../visible-width.ts";
import { marksWords } from "../marks-words.ts";
import { factPhrase } from "./fact-change-words.ts";
import { ordinal } from "./ordinal.ts";

/** Changes by themselves that are told; of many, the smallest. */
const mostTold = 4;

/** What would have won, or by how much the offer won, in sentences; each was judged by the whole award. */
export function nearestWords(nearest: NearestWin, bound: BoundRequirement): string[] {
  if (nearest.won) return [marginWords(nearest.marginMarks)];
  const { repairs, singles, pair } = nearest;
  const sentences = repairs === undefined ? [] : repairWords(repairs, bound);
  if (repairs !== undefined && (repairs.after.awarded || repairs.after.rank === undefined)) return sentences;
  const also = repairs === undefined ? "" : "Beyond that: ";
  for (const single of singles.slice(0, mostTold)) sentences.push(`${also}${changeWords(single, bound)}`);
  if (singles.length > mostTold) {
    const others = singles.length - mostTold;
    sentences.push(`${others} other criteria would each have won too, by larger steps.`);
  }
  if (singles.length === 0) sentences.push(`${also}no rating by itself, and no price, would have won.`);
  else {
    const short = shortOf(singles, bound);
    if (short.length > 0 && short.length <= mostTold)
      sentences.push(`By itself not even the top rating would have won for ${listWords(short)}.`);
  }
  if (pair !== undefined) sentences.push(`Two steps together: ${changeWords(pair, bound)}`);
  else if (singles.length === 0) sentences.push("Nor would any two of these together that we tried.");
  if (nearest.isCutShort) sentences.push("The search was cut short; smaller changes may exist.");
  return sentences.map(asSentence);
}

function marginWords(margin: number | undefined): string {
  if (margin === undefined) return "No offer that did not win ranks below yours.";
  if (margin === 0) return "The next offer has the same total as yours: a published tie-break decided.";
  return `Your total is ${marksWords(margin)} marks ahead of the next offer that did not win.`;
}

function repairWords({ gates, standard, after }: Repairs, bound: BoundRequirement): string[] {
  const facts = gates.flatMap((gate) => gate.facts);
  const fixed = gates.every((gate) => gate.facts.length > 0) && standard !== undefined;
  if (!fixed || after.rank === undefined)
    return ["No change to your offer that we can name would have kept it in."];
  const needed = [
    ...facts.map(({ fact, to }) => factPhrase(fact, to)),
    ...(standard ?? []).map((change) => ratingWords(change, bound)),
  ];
  return [`With ${listWords(needed)} your offer ${afterWords(after)}.`];
}

/** A change and what would have followed from it. */
function changeWords(change: WinningChange, bound: BoundRequirement): string {
  const { pricePence } = change;
  const parts = change.ratings.map((rating) => ratingWords(rating, bound));
  if (pricePence !== undefined) {
    const { from, to } = pricePence;
    const less = numberWords(Number((((from - to) / from) * 100).toPrecision(2)));
    parts.push(`a price of ${poundsWords(to)} instead of ${poundsWords(from)} (${less}${fixedSpace}% less)`);
  }
  return `with ${listWords(parts)}, your offer ${afterWords(change.after)}.`;
}

function ratingWords({ leaf, from, to }: RatingChange, { leaves }: BoundRequirement): string {
  const { title, ratingTop } = leaves.find(({ id }) => id === leaf)!;
  return `a rating of ${numberWords(to)} instead of ${numberWords(from)} (of ${numberWords(ratingTop)}) for ${shownName(title)}`;
}

function afterWords({ rank, total, awarded }: WinningChange["after"]): string {
  const marks = total === undefined ? "" : ` with ${marksWords(total)} marks`;
  return `would have ranked ${ordinal(rank!)}${marks} and ${awarded ? "won" : "still not won"}`;
}

/** Rated criteria under which no rating by itself would have won. */
function shortOf(singles: readonly WinningChange[], { leaves }: BoundRequirement): string[] {
  const won = new Set(singles.flatMap(({ ratings }) => ratings.map(({ leaf }) => leaf)));
  return leaves
    .filter(({ id, isRated, kind }) => isRated && kind === "quality" && !won.has(id))
    .map(({ title }) => shownName(title));
}
