import { inHundredths, penceOf } from "../engine/money.ts";
import { verdictsOf } from "../engine/scope.ts";
import type { BoundRequirement, BoundRule, Leaf } from "./bound-requirement.ts";
import type { CheckedOffer } from "./check-offers.ts";
import { lotOf } from "./lot.ts";
import { type Hundredths, marksFor, pointsOfHundred } from "./marks.ts";
import type { OfferColumns } from "./offer-columns.ts";
import { qualityShares } from "./quality-shares.ts";
import { rankOffers, type Tie } from "./ranking.ts";
import { type RelativeValues, relativeValues } from "./relative-values.ts";
import type { RuleAnswers, RuleQuestion } from "./rule-answers.ts";
import { scoreFault } from "./score-fault.ts";
import { spendBudget } from "./spend-budget.ts";

/** Why a check left an offer out, or what it asks its bidder. */
export type Reason = { readonly rule: BoundRule; readonly output: string };

/** What became of one offer. Marks and points are whole hundredths; those of an offer that was not assessed are missing. */
export type JudgedOffer = {
  readonly offer: CheckedOffer;
  readonly excluded: readonly Reason[];
  readonly asked: readonly Reason[];
  /** Points by leaf. */
  readonly points: Readonly<Record<string, Hundredths>>;
  /** By leaf, the names of the rules that gave the points; none where what stands under otherwise did. */
  readonly reasons: Readonly<Record<string, readonly string[]>>;
  /** Marks by criterion and by part. */
  readonly marks: Readonly<Record<string, Hundredths>>;
  readonly total: Hundredths | undefined;
  /** From 1; undefined where the offer was left out. */
  readonly rank: number | undefined;
  readonly awarded: boolean;
};

export type Round = {
  /** By rank, then offers that were left out by their id. */
  readonly ranking: readonly JudgedOffer[];
  readonly ties: readonly Tie[];
  readonly budgetLeftPence: number;
  readonly relative: RelativeValues;
  /** What would be relative if the offer at a place were not among them. */
  readonly relativeWithout: (offer: number) => RelativeValues;
};

/** The facts of a round as numbers: those of offers, and ratings by leaf. */
export type RoundFacts = {
  readonly columns: OfferColumns;
  readonly ratings: ReadonlyMap<string, Float64Array>;
};

export type JudgeOptions = {
  /** The place of an offer that is left out. */
  readonly without?: number | undefined;
  /** Trials that only ask who wins go without reasons. */
  readonly withReasons?: boolean;
  /** What the lot is drawn from, in place of the requirement's. */
  readonly lotSeed?: string;
};

/**
 * Judges a round, whichever road answers: gates, quality, the standard, prices to be explained, price, rank, awards.
 *
 * A generator: each question that it asks is a ruleset to be run over the offers, and is answered by the road. An offer
 * that fails a check is asked no further, and counts in nothing that is relative.
 */
export function* judgeRound(
  bound: BoundRequirement,
  offers: readonly CheckedOffer[],
  facts: RoundFacts,
  { without = -1, withReasons = true, lotSeed: otherSeed }: JudgeOptions = {},
): Generator<RuleQuestion, Round, RuleAnswers> {
  const { length } = offers;
  const columns: OfferColumns = new Map(facts.columns);
  const isIn = new Uint8Array(length).fill(1);
  if (without >= 0) isIn[without] = 0;
  const excluded: Reason[][] = offers.map(() => []);
  const asked: Reason[][] = offers.map(() => []);
  // A criterion may be called as something that every object has.
  const empty = () => Object.create(null);
  const points: Record<string, Hundredths>[] = offers.map(empty);
  const marks: Record<string, Hundredths>[] = offers.map(empty);
  /** Points by leaf before they are weighed, in hundredths of 100. */
  const ofHundred: Record<string, Hundredths>[] = offers.map(empty);
  const reasons: Record<string, readonly string[]>[] = offers.map(empty);

  function* check(kind: string): Generator<RuleQuestion, void, RuleAnswers> {
    const before = isIn.slice();
    for (const rule of bound.checks.filter(({ ruleset }) => ruleset.kind === kind)) {
      const answers = yield { rule, columns, asked: before };
      const type = kind === "price-check" ? "ask" : "exclude";
      for (const output of verdictsOf(rule.ruleset, type)) {
        for (let i = 0; i < length; i++) {
          if (before[i] === 0 || answers.value(output, i) === 0) continue;
          (type === "ask" ? asked : excluded)[i]!.push({ rule, output });
          if (type === "exclude") isIn[i] = 0;
        }
      }
    }
  }

  function* score(leaf: Leaf): Generator<RuleQuestion, void, RuleAnswers> {
    const of: OfferColumns = new Map(columns);
    of.set("pointsAvailable", new Float64Array(length).fill(leaf.outOf / 100));
    of.set("ratingTop", new Float64Array(length).fill(leaf.ratingTop));
    const ratings = facts.ratings.get(leaf.id);
    if (ratings !== undefined) of.set("rating", ratings);
    const answers = yield { rule: leaf, columns: of, asked: isIn };
    for (let i = 0; i < length; i++) {
      if (isIn[i] === 0) continue;
      const given = Math.round(inHundredths(answers.value("points", i)) * 100);
      if (!(given >= 0 && given <= leaf.outOf)) throw scoreFault(leaf, offers[i]!, given);
      points[i]![leaf.id] = given;
      if (withReasons) reasons[i]![leaf.id] = answers.decided(i);
      const own = marksFor(given, leaf.outOf, leaf.marks);
      marks[i]![leaf.id] = own;
      if (leaf.id !== leaf.criterion) marks[i]![leaf.criterion] = (marks[i]![leaf.criterion] ?? 0) + own;
    }
    if (leaf.kind === "quality") yield* scoreOfHundred(leaf, of);
  }

  /** Asks a leaf once more, of 100 points: shares go by these, so that rounding by an odd weight decides nothing. */
  function* scoreOfHundred(leaf: Leaf, of: OfferColumns): Generator<RuleQuestion, void, RuleAnswers> {
    const isSame = leaf.outOf === 10_000;
    const answers = isSame
      ? undefined
      : yield {
          rule: leaf,
          columns: new Map(of).set("pointsAvailable", new Float64Array(length).fill(100)),
          asked: isIn,
          isOfHundred: true,
        };
    for (let i = 0; i < length; i++) {
      if (isIn[i] === 0) continue;
      const given = points[i]![leaf.id]!;
      const atHundred =
        answers === undefined ? given : Math.round(inHundredths(answers.value("points", i)) * 100);
      ofHundred[i]![leaf.id] = pointsOfHundred(given, leaf.outOf, atHundred);
    }
  }

  yield* check("admission");
  for (const leaf of bound.leaves) if (leaf.kind === "quality") yield* score(leaf);

  const shares = new Float64Array(length);
  const lowest = new Float64Array(length);
  const perPoint = new Float64Array(length);
  const prices = columns.get("pricePence")!;
  for (let i = 0; i < length; i++) {
    if (isIn[i] === 0) continue;
    const of = qualityShares(bound, (leaf) => ({ ofHundred: ofHundred[i]![leaf]!, marks: marks[i]![leaf]! }));
    shares[i] = of.qualityShare;
    lowest[i] = of.lowestQualityShare;
    perPoint[i] = of.qualityShare === 0 ? 0 : prices[i]! / (of.qualityShare * 100);
  }
  columns.set("qualityShare", shares);
  columns.set("lowestQualityShare", lowest);
  columns.set("pricePerPointPence", perPoint);
  yield* check("standard");

  const relative = relativeValues(prices, perPoint, isIn);
  for (const [name, value] of Object.entries(relative))
    columns.set(name, new Float64Array(length).fill(value));
  yield* check("price-check");
  for (const leaf of bound.leaves) if (leaf.kind === "price") yield* score(leaf);

  const { awards, budget } = bound.requirement;
  const lotSeed = otherSeed ?? bound.requirement.lotSeed ?? bound.requirement.id;
  const standing = offers.flatMap((offer, i) => {
    if (isIn[i] === 0) return [];
    const total = bound.criteria.reduce((sum, { id }) => sum + (marks[i]![id] ?? 0), 0);
    const { id } = offer.offer;
    return [{ i, id, total, pricePence: prices[i]!, marks: marks[i]!, lot: () => lotOf(lotSeed, id) }];
  });
  const { ranking, ties } = rankOffers(standing, bound);
  const spent = spendBudget(
    ranking.map(({ pricePence }) => pricePence),
    penceOf(budget)!,
    awards,
  );
  const judged = (i: number, more: Pick<JudgedOffer, "total" | "rank" | "awarded">): JudgedOffer => {
    return {
      offer: offers[i]!,
      excluded: excluded[i]!,
      asked: asked[i]!,
      points: points[i]!,
      marks: marks[i]!,
      reasons: reasons[i]!,
      ...more,
    };
  };
  const out = offers
    .flatMap((_, i) => (isIn[i] === 0 && i !== without ? [i] : []))
    .sort((a, b) => (offers[a]!.offer.id < offers[b]!.offer.id ? -1 : 1));
  return {
    ranking: [
      ...ranking.map(({ i, total }, k) => judged(i, { total, rank: k + 1, awarded: spent.awarded[k]! })),
      ...out.map((i) => judged(i, { total: undefined, rank: undefined, awarded: false })),
    ],
    ties,
    budgetLeftPence: spent.budgetLeftPence,
    relative,
    relativeWithout: (offer) => {
      const others = isIn.slice();
      others[offer] = 0;
      return relativeValues(prices, perPoint, others);
    },
  };
}
