import { budgetAtTurn } from "./budget-at-turn.ts";
import type { JudgedOffer, Round } from "./judge-round.ts";
import type { KeptRound } from "./kept-answers.ts";
import type { OpenRound, RoundChange } from "./open-round.ts";
import type { RiskAt } from "./risk-table.ts";

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
  /** What is left of the budget when its turn comes, at a price; undefined where its marks bring it no turn. */
  readonly budgetAt: (change: OfferChange & { readonly pricePence: number }) => number | undefined;
  /** How often the round may still be judged; a search ends where it is 0. */
  readonly left: () => number;
  readonly judgings: () => number;
};

/** Offers times judgings that one bidder's search may take, criteria weighed in: some 280 judgings of 1,000 offers. */
const mostWork = 300_000;
const mostJudgings = 3000;
const leastJudgings = 110;

/** Opens the trials of one offer of a round, by its place; `riskAt` where a rule reads what a simulation says. */
export function openTrial(open: OpenRound, kept: KeptRound, offer: number, riskAt?: RiskAt): Trial {
  const { offer: own, pricePence: ownPence } = open.offers[offer]!;
  const { id } = own;
  const work = (open.offers.length * (8 + open.bound.leaves.length)) / 16;
  const allowed = Math.max(leastJudgings, Math.min(mostJudgings, Math.floor(mostWork / work)));
  let judgings = 0;
  /** The change with the risk that goes with it; undefined where no contract of the terms could be had so. */
  const atRisk = (change: OfferChange, isTold: boolean): OfferChange | undefined => {
    if (riskAt === undefined) return change;
    const { pricePence = ownPence, facts } = change;
    const risk = riskAt({ leadInMonths: facts?.leadInMonths ?? own.leadInMonths, pricePence }, isTold);
    return risk && { ...change, facts: { ...facts, ...risk } };
  };
  return {
    offer,
    judge: (change) => {
      judgings += 1;
      const so = atRisk(change, true);
      const judged = judgedIn(open.judge({ offer, ...(so ?? change) }), id);
      return so === undefined ? { ...judged, total: undefined, rank: undefined, awarded: false } : judged;
    },
    wins: (change) => {
      judgings += 1;
      const so = atRisk(change, false);
      return so !== undefined && judgedIn(kept.judge(offer, so), id).awarded;
    },
    budgetAt: (change) => {
      judgings += 1;
      const so = atRisk(change, false);
      if (so === undefined) return undefined;
      const round = kept.judge(offer, so);
      return budgetAtTurn(round, judgedIn(round, id), open.bound.requirement.awards.most, change.pricePence);
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
