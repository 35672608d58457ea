import type { ImportedProcess } from "../../award/ocds/import-process.ts";
import { listWords } from "../../engine/words/name-words.ts";
import { numberWords } from "../../engine/words/value-words.ts";

/** What a requirement that was imported still lacks, and what was assumed, in sentences. */
export function requirementNotes({ requirement }: ImportedProcess): string[] {
  const { published, budget, criteria } = requirement;
  const lacking = [
    ...(published === undefined ? ["published (a day)"] : []),
    ...(budget === undefined ? ["budget (in pounds)"] : []),
    ...(criteria.length === 0 ? ["criteria"] : []),
  ];
  const weights = criteria.map(({ weight }) => weight);
  const sum = weights.reduce<number>((so, weight) => so + Math.round((weight ?? 0) * 100), 0);
  return [
    ...(lacking.length === 0 ? [] : [`To add, as the release does not tell them: ${listWords(lacking)}.`]),
    ...(weights.includes(undefined)
      ? ["To add: weight, in per cent, where the release gives a criterion none."]
      : criteria.length > 0 && sum !== 10_000
        ? [`To mend: the weights come to ${numberWords(sum / 100)} %, not 100 %.`]
        : []),
    ...(criteria.length === 0
      ? []
      : [
          "Assumed, as the standard names no formula: price is scored as lowest over price, all else in proportion to a rating up to 100; there are no gates but not-excluded; equal totals go by lot.",
        ]),
  ];
}

/** What offers that were imported still lack, and where they are from, in sentences. */
export function offerNotes({ requirement, offers, passedOver, fromAwards }: ImportedProcess): string[] {
  const unpriced = offers.filter(({ price }) => price === undefined).length;
  const isOut = offers.filter(({ exclusions }) => exclusions !== undefined).length;
  const rated = ratedCriteria(requirement);
  return [
    ...(offers.length === 0 ? ["The release tells of no bid and no award: there are no offers."] : []),
    ...(fromAwards && offers.length > 0
      ? ["The release tells of no bids: these are the offers that won, at the value of their awards."]
      : []),
    ...(unpriced === 0
      ? []
      : [
          `To add: price, in pounds, where it is missing (${unpriced} of ${offers.length} offers); values that are not in GBP are not read.`,
        ]),
    ...(rated.length === 0 || offers.length === 0
      ? []
      : [
          `To add to each offer, with its ratings from 0 to 100: quality: { ${rated.map((id) => `${id}: { rating: … }`).join(", ")} }`,
        ]),
    ...(isOut === 0
      ? []
      : [`Set aside, as the release says that they were disqualified: ${isOut} of ${offers.length} offers.`]),
    ...(passedOver === 0
      ? []
      : [`Passed over, as withdrawn, only invited or an expression of interest: ${passedOver}.`]),
  ];
}

/** Do offers that were imported have to be rated before a round is run? A release holds no ratings. */
export function lacksRatings({ requirement, offers }: ImportedProcess): boolean {
  return offers.length > 0 && ratedCriteria(requirement).length > 0;
}

function ratedCriteria({ criteria }: ImportedProcess["requirement"]): string[] {
  return criteria.filter(({ rule }) => rule === "rated-share").map(({ id }) => id);
}
