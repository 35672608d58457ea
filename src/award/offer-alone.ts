import { inHundredths } from "../engine/money.ts";
import type { BoundRule, Leaf } from "./bound-requirement.ts";
import type { KeptRound } from "./kept-answers.ts";
import { type Hundredths, marksFor, pointsOfHundred } from "./marks.ts";
import type { OfferColumns } from "./offer-columns.ts";
import type { OpenRound } from "./open-round.ts";
import { type QualityShares, qualityShares } from "./quality-shares.ts";

/** Facts of an offer by name, as codes. */
export type Codes = Readonly<Record<string, number>>;

/** One offer asked by itself, without the round: what its ratings earn, and which checks it fails. */
export type OfferAlone = {
  readonly points: (leaf: Leaf, rating: number) => Hundredths;
  /** The outputs of a check that hold for it, with facts that differ. */
  readonly fails: (rule: BoundRule, output: string, facts: Codes) => boolean;
  readonly shares: (ratings: Codes) => QualityShares;
  readonly rating: (leaf: string) => number;
  readonly fact: (name: string) => number | undefined;
};

/** Opens one offer for questions that need no other offer: rulesets run over it alone, in microseconds. */
export function openOfferAlone(
  { bound, facts }: OpenRound,
  ask: KeptRound["askAlone"],
  offer: number,
): OfferAlone {
  const asked = Uint8Array.of(1);
  const own: OfferColumns = new Map(
    [...facts.columns].map(([name, column]) => [name, Float64Array.of(column[offer]!)]),
  );
  const rating = (leaf: string) => facts.ratings.get(leaf)?.[offer] ?? 0;
  const pointsOf = (leaf: Leaf, rated: number, available: number): Hundredths => {
    const columns = new Map(own);
    columns.set("pointsAvailable", Float64Array.of(available));
    columns.set("ratingTop", Float64Array.of(leaf.ratingTop));
    columns.set("rating", Float64Array.of(rated));
    return Math.round(inHundredths(ask({ rule: leaf, columns, asked }).value("points", 0)) * 100);
  };
  const points = (leaf: Leaf, rated: number) => pointsOf(leaf, rated, leaf.outOf / 100);
  const leaves = new Map(bound.leaves.map((leaf) => [leaf.id, leaf]));
  return {
    points,
    fails: (rule, output, changed) => {
      const columns = new Map(own);
      for (const [name, code] of Object.entries(changed)) columns.set(name, Float64Array.of(code));
      return ask({ rule, columns, asked }).value(output, 0) !== 0;
    },
    shares: (ratings) =>
      qualityShares(bound, (id) => {
        const leaf = leaves.get(id)!;
        const rated = ratings[id] ?? rating(id);
        const earned = points(leaf, rated);
        return {
          ofHundred: pointsOfHundred(earned, leaf.outOf, pointsOf(leaf, rated, 100)),
          marks: marksFor(earned, leaf.outOf, leaf.marks),
        };
      }),
    rating,
    fact: (name) => own.get(name)?.[0],
  };
}
