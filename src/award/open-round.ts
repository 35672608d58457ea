import { answerAll } from "./answer-all.ts";
import type { BoundRequirement } from "./bound-requirement.ts";
import type { CheckedOffer } from "./check-offers.ts";
import { openCompiledAnswers } from "./compiled-answers.ts";
import type { DeliveryRisk } from "./delivery-risk.ts";
import { type JudgeOptions, judgeRound, type Round, type RoundFacts } from "./judge-round.ts";
import { offerColumns } from "./offer-columns.ts";

/** What differs from the offers as they were made: a price, ratings or facts of one, or one offer left out. */
export type RoundChange = {
  readonly offer: number;
  readonly pricePence?: number;
  /** Facts of the dictionary by name, as codes: numbers as they are, yes 1 and no 0, words by their place. */
  readonly facts?: Readonly<Record<string, number>>;
  readonly ratings?: Readonly<Record<string, number>>;
  readonly isLeftOut?: boolean;
};

/** A round that can be judged again and again with small changes, on the road of the kernel. */
export type OpenRound = {
  readonly bound: BoundRequirement;
  readonly offers: readonly CheckedOffer[];
  readonly facts: RoundFacts;
  /** Judges the offers as they are, or with a change and then without the rules that gave each point. */
  readonly judge: (change?: RoundChange) => Round;
  /** Judges the offers with other ratings altogether, a column for each leaf, and another lot; without reasons. */
  readonly judgeRated: (ratings: ReadonlyMap<string, Float64Array>, lotSeed: string) => Round;
};

/** Opens a round of checked offers; `riskOf` gives what a simulation said of an offer, where one was asked. */
export function openRound(
  bound: BoundRequirement,
  offers: readonly CheckedOffer[],
  riskOf: (offer: string) => DeliveryRisk | undefined = () => undefined,
): OpenRound {
  const facts = roundFacts(bound, offers, riskOf);
  const answer = openCompiledAnswers(offers.length);
  const run = (of: RoundFacts, options?: JudgeOptions) =>
    answerAll(judgeRound(bound, offers, of, options), answer);
  return {
    bound,
    offers,
    facts,
    judge: (change) =>
      change === undefined
        ? run(facts)
        : run(changedFacts(facts, change), {
            without: change.isLeftOut === true ? change.offer : undefined,
            withReasons: false,
          }),
    judgeRated: (ratings, lotSeed) => run({ ...facts, ratings }, { withReasons: false, lotSeed }),
  };
}

/** The facts of a round as numbers. */
export function roundFacts(
  bound: BoundRequirement,
  offers: readonly CheckedOffer[],
  riskOf: (offer: string) => DeliveryRisk | undefined,
): RoundFacts {
  const ratings = new Map<string, Float64Array>();
  for (const { id, isRated } of bound.leaves)
    if (isRated)
      ratings.set(
        id,
        Float64Array.from(offers, ({ offer }) => offer.quality[id]?.rating ?? 0),
      );
  return { columns: offerColumns(offers, bound, riskOf), ratings };
}

/** The facts of a round with a change to one offer. */
export function changedFacts(
  facts: RoundFacts,
  { offer, pricePence, facts: own, ratings }: RoundChange,
): RoundFacts {
  const columns = new Map(facts.columns);
  for (const [name, code] of Object.entries(own ?? {})) {
    const before = columns.get(name);
    if (before !== undefined) columns.set(name, withOne(before, offer, code));
  }
  if (pricePence !== undefined)
    columns.set("pricePence", withOne(columns.get("pricePence")!, offer, pricePence));
  const rated = new Map(facts.ratings);
  for (const [leaf, rating] of Object.entries(ratings ?? {})) {
    const before = rated.get(leaf);
    if (before !== undefined) rated.set(leaf, withOne(before, offer, rating));
  }
  return { columns, ratings: rated };
}

function withOne(column: Float64Array, place: number, value: number): Float64Array {
  const copy = column.slice();
  copy[place] = value;
  return copy;
}
