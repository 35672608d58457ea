import { readsEverything } from "../../../award/bind-rule.ts";
import type { BoundRequirement, Leaf } from "../../../award/bound-requirement.ts";
import type { JudgedOffer, Round } from "../../../award/judge-round.ts";
import type { NearestWin } from "../../../award/nearest-win.ts";
import type { WinningChange } from "../../../award/winning-change.ts";
import { namesInAmount } from "../../../engine/amount.ts";
import { effectsOf } from "../../../engine/scope.ts";
import { listWords } from "../../../engine/words/name-words.ts";
import { shownName } from "../../visible-width.ts";

/** What of the others follows from a fact that a price formula reads. */
const followings: Readonly<Record<string, string>> = {
  lowestPricePence: "the lowest price among the offers",
  highestPricePence: "the highest price among the offers",
  meanPricePence: "the mean price of the offers",
  lowestPricePerPointPence: "the lowest price per point of quality",
};

/** What a bidder could work out of a notice although it is not printed; told only where it is so. */
export function caveatsOf(
  bound: BoundRequirement,
  round: Round,
  judged: JudgedOffer,
  nearest: NearestWin,
): string[] {
  const caveats: string[] = [];
  const prices = bound.leaves.filter(({ kind, marks }) => kind === "price" && marks > 0);
  const follow = prices.flatMap((leaf) => whatFollows(leaf, round, judged));
  if (follow.length > 0)
    caveats.push(
      `The price formula compares offers, so your own price marks let you work out ${listWords([...new Set(follow)])}; it is not printed here.`,
    );
  const telling = prices.filter(({ ruleset }) => isTelling(ruleset));
  const others = round.ranking.some(({ rank, offer }) => rank !== undefined && offer !== judged.offer);
  if (telling.length > 0 && others)
    caveats.push(
      `The formula for ${listWords(telling.map(({ title }) => shownName(title)))} is published, so a price can be worked out roughly from the marks that it earned. The law asks us to give you the winners' marks; the only offer whose price we print is yours.`,
    );
  if (!nearest.won && changesOf(nearest).some(({ pricePence }) => pricePence !== undefined))
    caveats.push(
      "A price that would have won is named above. It is rounded down, but together with the published formula it may still tell roughly what another bidder asked for.",
    );
  if (!nearest.won && changesOf(nearest).some(({ isBudgetBound }) => isBudgetBound))
    caveats.push(
      "The price that would have won follows from what was left of the budget, and so from the sum of the winners' prices.",
    );
  return caveats;
}

function changesOf({ singles, pair }: Extract<NearestWin, { won: false }>): readonly WinningChange[] {
  return [...singles, ...(pair === undefined ? [] : [pair])];
}

/** Facts of the others that an offer's points under a price formula give away: those that are not at an end of it. */
function whatFollows(leaf: Leaf, { relative }: Round, { points, offer }: JudgedOffer): string[] {
  const own = points[leaf.id];
  if (own === undefined || own === 0 || own === leaf.outOf || relative.offersIn < 2) return [];
  return readsEverything(leaf.ruleset).flatMap((name) => {
    // A bidder's own price tells it nothing of others.
    if (name === "lowestPricePence" && relative.lowestPricePence === offer.pricePence) return [];
    return Object.hasOwn(followings, name) ? [followings[name]!] : [];
  });
}

/** Do points go by the price itself, and not only by a band in which it lies? */
function isTelling(ruleset: Leaf["ruleset"]): boolean {
  return effectsOf(ruleset).some(({ params: { amount } }) => {
    if (typeof amount !== "object") return false;
    const { facts } = namesInAmount(amount);
    return facts.some(
      (name) => ["pricePence", "pricePerPointPence"].includes(name) || Object.hasOwn(ruleset.tracked, name),
    );
  });
}
