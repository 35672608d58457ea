import type { JudgedOffer, Round } from "./judge-round.ts";
import type { OpenRound, RoundChange } from "./open-round.ts";

/** What would be different about one offer. */
export type OfferChange = Omit<RoundChange, "offer" | "isLeftOut">;

/** What becomes of one offer: marks in hundredths; no rank and no total where it is left out. */
export type Outcome = Pick<JudgedOffer, "rank" | "total" | "awarded">;

/** One offer that is judged again and again with changes, as often as is allowed. */
export type Trial = {
  readonly offer: number;
  /** Judges the whole round with the offer changed. */
  readonly judge: (change: OfferChange) => JudgedOffer;
  readonly wins: (change: OfferChange) => boolean;
  /** How often the round may still be judged; a search ends where it is 0. */
  readonly left: () => number;
  readonly judgings: () => number;
};

/** Judgings times offers that one bidder's search may take: some 300 judgings among 1,000 offers. */
const mostWork = 300_000;
const mostJudgings = 3000;
const leastJudgings = 150;

/** Opens the trials of one offer of a round, by its place. */
export function openTrial(open: OpenRound, offer: number): Trial {
  const { id } = open.offers[offer]!.offer;
  const allowed = Math.max(
    leastJudgings,
    Math.min(mostJudgings, Math.floor(mostWork / Math.max(1, open.offers.length))),
  );
  let judgings = 0;
  const judge = (change: OfferChange): JudgedOffer => {
    judgings += 1;
    return judgedIn(open.judge({ offer, ...change }), id);
  };
  return {
    offer,
    judge,
    wins: (change) => judge(change).awarded,
    left: () => Math.max(0, allowed - judgings),
    judgings: () => judgings,
  };
}

/** One offer in a judged round. */
export function judgedIn({ ranking }: Round, id: string): JudgedOffer {
  return ranking.find(({ offer }) => offer.offer.id === id)!;
}

/** A change with another on top of it. */
export function withChange(base: OfferChange, more: OfferChange): OfferChange {
  return {
    ...base,
    ...more,
    facts: { ...base.facts, ...more.facts },
    ratings: { ...base.ratings, ...more.ratings },
  };
}
