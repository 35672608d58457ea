import type { BoundCriterion, BoundRequirement, Leaf } from "../../../award/bound-requirement.ts";
import type { JudgedOffer } from "../../../award/judge-round.ts";
import type { Offer } from "../../../award/offer-schema.ts";
import { asSentence } from "../../../engine/words/name-words.ts";
import { numberWords } from "../../../engine/words/value-words.ts";
import { fixedSpace } from "../../shown-number.ts";
import { shownName } from "../../visible-width.ts";
import { marksWords } from "../marks-words.ts";
import { conditionsOf, conditionsWords } from "./conditions.ts";
import type { Notice } from "./notice.ts";

const onNeeds = /needs?\b/i;
/** Criteria on needs that are told again beside the table. */
const mostTold = 2;

/** Did the offer meet local needs: by what was assessed of it and whom it serves, and apart from that the conditions. */
export function localNeedsOf(bound: BoundRequirement, judged: JudgedOffer): Notice["localNeeds"] {
  const about = bound.criteria.filter(({ title, id, leaves }) =>
    [title, id, ...leaves.map((leaf) => leaf.title)].some((text) => onNeeds.test(text)),
  );
  const { offer } = judged.offer;
  const isScored = about.some(({ id }) => judged.marks[id] !== undefined);
  const told = about.slice(0, mostTold);
  const fit = isScored
    ? told.flatMap((criterion) => marksOn(criterion, judged))
    : told.flatMap(({ leaves }) => leaves.flatMap((leaf) => notedOn(leaf, offer)));
  const conditions = conditionsOf(bound, judged);
  return {
    metConditions: judged.excluded.length === 0,
    gates: conditions,
    sentences: [
      ...(!isScored && fit.length > 0
        ? ["Your offer was not scored, as a condition stopped it. This is what the assessors had noted:"]
        : []),
      ...fit,
      ...reachWords(bound, offer),
      conditionsWords(conditions),
    ],
  };
}

function marksOn({ id, title, marks }: BoundCriterion, judged: JudgedOffer): string[] {
  const own = judged.marks[id];
  if (own === undefined || marks === 0) return [];
  const share = numberWords(Math.round((own / marks) * 100));
  return [
    `For ${shownName(title)} it earned ${marksWords(own)} of ${marksWords(marks)} marks (${share}${fixedSpace}%).`,
  ];
}

/** What assessors had noted on a criterion that was not scored. */
function notedOn({ id, title, ratingTop }: Leaf, { quality }: Offer): string[] {
  if (!Object.hasOwn(quality, id)) return [];
  const { rating, tender, because } = quality[id]!;
  const noted = `${shownName(title)}: rated ${numberWords(rating)} of ${numberWords(ratingTop)}.`;
  const more = [
    tender === undefined ? "" : ` Your tender: ${asSentence(shownName(tender))}`,
    because === undefined ? "" : ` Why: ${asSentence(shownName(because))}`,
  ];
  return [noted + more.join("")];
}

/** How many of the jobcentres and groups named the offer serves. */
function reachWords({ requirement }: BoundRequirement, { jobcentres, claimantGroups }: Offer): string[] {
  const served = (asked: readonly string[], own: readonly string[] | undefined, what: string) => {
    if (asked.length === 0) return [];
    const count = own === undefined ? asked.length : asked.filter((name) => own.includes(name)).length;
    return [
      asked.length === 1
        ? `${count === 1 ? "the" : "not the"} ${what} named`
        : `${count} of the ${asked.length} ${what}s named`,
    ];
  };
  const parts = [
    ...served(requirement.jobcentres, jobcentres, "jobcentre"),
    ...served(requirement.claimantGroups, claimantGroups, "claimant group"),
  ];
  return parts.length === 0 ? [] : [`It serves ${parts.join(" and ")}.`];
}
