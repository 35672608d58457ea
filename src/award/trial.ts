import type { JudgedOffer, Round } from "./judge-round.ts";
import type { KeptRound } from "./kept-answers.ts";
import type { OpenRound, RoundChange } from "./open-round.ts";

/** What would be different about one offer. */
export type OfferChange = Omit<RoundChange, "offer" | "isLeftOut">;

/** What becomes of one offer: marks in hundredths; no rank and no total where it is left out. */
export type Outcome = Pick<JudgedOffer, "rank" | "total" | "awarded">;

/** One offer that is judged again and again with changes, as often as is allowed. */
export type Trial = {
  readonly offer: number;
  /** Judges the whole award with the offer changed, from the files up: what is told rests on it. */
  readonly judge: (change: OfferChange) => JudgedOffer;
  /** Would it win? The whole award too, but asking anew only what the change can move: for searching. */
  readonly wins: (change: OfferChange) => boolean;
  /** How often the round may still be judged; a search ends where it is 0. */
  readonly left: () => number;
  readonly judgings: () => number;
};

/** Offers times judgings that one bidder's search may take, criteria weighed in: some 280 judgings of 1,000 offers. */
const mostWork = 300_000;
const mostJudgings = 3000;
const leastJudgings = 110;

/** Opens the trials of one offer of a round, by its place. */
export function openTrial(open: OpenRound, kept: KeptRound, offer: number): Trial {
  const { id } = open.offers[offer]!.offer;
  const work = (open.offers.length * (8 + open.bound.leaves.length)) / 16;
  const allowed = Math.max(leastJudgings, Math.min(mostJudgings, Math.floor(mostWork / work)));
  let judgings = 0;
  const judge = (change: OfferChange): JudgedOffer => {
    judgings += 1;
    return judgedIn(open.judge({ offer, ...change }), id);
  };
  return {
    offer,
    judge,
    wins: (change) => {
      judgings += 1;
      return judgedIn(kept.judge(offer, change), id).awarded;
    },
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
