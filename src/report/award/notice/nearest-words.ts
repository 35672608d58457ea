import type { BoundRequirement } from "../../../award/bound-requirement.ts";
import type { Besides, NearestWin } from "../../../award/nearest-win.ts";
import type { Offer } from "../../../award/offer-schema.ts";
import type { Repairs } from "../../../award/repairs.ts";
import type { RatingChange, WinningChange } from "../../../award/winning-change.ts";
import { asSentence, listWords } from "../../../engine/words/name-words.ts";
import { numberWords, poundsWords } from "../../../engine/words/value-words.ts";
import { fixedSpace } from "../../shown-number.ts";
import { shownName } from "../../visible-width.ts";
import { marksWords } from "../marks-words.ts";
import { explainWords } from "./explain-words.ts";
import { factPhrase } from "./fact-change-words.ts";
import { heldWords } from "./held-words.ts";
import { ordinal } from "./ordinal.ts";

/** Changes by themselves that are told; of many, the smallest. */
const mostTold = 4;

/** What would have won, or by how much the offer won, in sentences; each was judged by the whole award. */
export function nearestWords(nearest: NearestWin, bound: BoundRequirement, offer: Offer): string[] {
  if (nearest.won) return [marginWords(nearest.marginMarks)];
  const { repairs, besides, singles, pair } = nearest;
  const isFound = singles.length > 0 || pair !== undefined;
  const isOver = repairs !== undefined && (repairs.after.awarded || repairs.after.rank === undefined);
  const sentences = repairs === undefined || (isFound && isOver) ? [] : repairWords(repairs, bound);
  if (isOver && !isFound) return sentences;
  let bounded = 0;
  const tell = (change: WinningChange, words: string) => {
    sentences.push(words, ...(change.isBudgetBound ? [budgetWords[Math.min(bounded, 1)]!] : []));
    if (change.isBudgetBound) bounded += 1;
  };
  for (const single of singles.slice(0, mostTold)) tell(single, changeWords(single, besides, bound));
  if (singles.length > mostTold) {
    const others = singles.length - mostTold;
    sentences.push(`${others} other criteria would each have won too, by larger steps.`);
  }
  const needed = besidesParts(besides, bound);
  const also = (words: string) => (needed.length === 0 ? words : `with ${listWords(needed)}, ${words}`);
  if (singles.length === 0) sentences.push(also("no rating and no price by itself would have won."));
  else {
    const short = shortOf(singles, bound);
    if (short.length > 0 && short.length <= mostTold)
      sentences.push(also(`not even the top rating for ${listWords(short, "or")} would have won by itself.`));
  }
  if (pair !== undefined) tell(pair, stepsWords(pair, besides, bound));
  if (pair === undefined && singles.length === 0)
    sentences.push("Nor would any two of these together that we tried.");
  sentences.push(...heldWords(bound, offer));
  if (nearest.isCutShort) sentences.push("The search was cut short; smaller changes may exist.");
  if (isFound && nearest.risk === "simulated")
    sentences.push("Delivery risk was simulated anew for each change of price or lead-in.");
  if (isFound && nearest.risk === "held")
    sentences.push("Delivery risk was held as it stands: with another price or lead-in it would be another.");
  return sentences.map(asSentence);
}

const budgetWords = [
  "What was left of the budget sets that price: at a higher price your marks would still have been enough, but the money would not.",
  "What was left of the budget sets that price too.",
];

function marginWords(margin: number | undefined): string {
  if (margin === undefined) return "No losing offer was ranked below yours, so there is no lead to tell.";
  if (margin === 0) return "The next offer has the same total as yours: a published tie-break decided.";
  return `Your total is ${marksWords(margin)} marks ahead of the next offer that did not win.`;
}

function repairWords({ gates, standard, after, askedBy }: Repairs, bound: BoundRequirement): string[] {
  const facts = gates.flatMap((gate) => gate.facts);
  const fixed = gates.every((gate) => gate.facts.length > 0) && standard !== undefined;
  if (!fixed || after.rank === undefined)
    return ["No change to your offer that we can name would have kept it in."];
  const needed = [
    ...facts.map(({ fact, to }) => factPhrase(fact, to)),
    ...(standard ?? []).map((change) => ratingWords(change, bound)),
  ];
  const explained = after.awarded ? explainWords(askedBy, bound) : "";
  return [`With ${listWords(needed)} your offer ${afterWords(after)}${explained}.`];
}

/** A change with all that it needs besides, and what would have followed from it. */
function changeWords(change: WinningChange, besides: Besides, bound: BoundRequirement): string {
  const { after, askedBy, pricePence } = change;
  const explained = explainWords(askedBy, bound, pricePence === undefined ? "your price" : "that price");
  return `with ${listWords(partsOf(change, besides, bound))}, your offer ${afterWords(after)}${explained}.`;
}

const counts = ["No step", "One step", "Two steps", "Three steps", "Four steps", "Five steps", "Six steps"];

/** Several changes at once, with their number: what passes the gates is one of them. */
function stepsWords(change: WinningChange, besides: Besides, bound: BoundRequirement): string {
  const { length } = partsOf(change, besides, bound);
  return `${counts[length] ?? `${length} steps`} together: ${changeWords(change, besides, bound)}`;
}

function partsOf(change: WinningChange, besides: Besides, bound: BoundRequirement): string[] {
  const { ratings, pricePence } = change;
  const own = new Set(ratings.map(({ leaf }) => leaf));
  const others: Besides = {
    facts: besides.facts.filter(({ fact }) => fact !== "pricePence" || pricePence === undefined),
    ratings: [...besides.ratings.filter(({ leaf }) => !own.has(leaf)), ...ratings],
  };
  const parts = besidesParts(others, bound);
  if (pricePence === undefined) return parts;
  const { from, to } = pricePence;
  const less = numberWords(Number((((from - to) / from) * 100).toPrecision(2)));
  return [
    ...parts,
    `a price of ${poundsWords(to)} instead of ${poundsWords(from)} (${less}${fixedSpace}% less)`,
  ];
}

function besidesParts({ facts, ratings }: Besides, bound: BoundRequirement): string[] {
  return [
    ...facts.map(({ fact, to }) => factPhrase(fact, to)),
    ...ratings.map((rating) => ratingWords(rating, bound)),
  ];
}

function ratingWords({ leaf, from, to }: RatingChange, { leaves }: BoundRequirement): string {
  const { title, ratingTop } = leaves.find(({ id }) => id === leaf)!;
  return `a rating of ${numberWords(to)} instead of ${numberWords(from)} (out of ${numberWords(ratingTop)}) for ${shownName(title)}`;
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
