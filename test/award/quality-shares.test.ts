import fc from "fast-check";
import { expect, it } from "vitest";
import { nearestWin } from "../../src/award/nearest-win.ts";
import { reasonsRound } from "../../src/award/reasons-round.ts";
import { openEvaluate } from "../../src/engine/evaluate.ts";
import { evaluateOnce } from "../../src/engine/evaluate-once.ts";
import { roundOf, shippedRound } from "./round-of.ts";

const evaluate = openEvaluate();

/** Needs and plan with weights in hundredths of a per cent and the price with the rest; the standard is 40 % of each. */
function roundWith([needs, plan]: readonly [number, number], ratings: readonly number[], rule: string) {
  const rated = { rule, ratingTop: 5 };
  return roundOf(
    {
      id: "odd-weights",
      title: "Odd weights",
      commissioner: { name: "A district" },
      published: "2026-05-01",
      budget: 60_000,
      checks: [{ rule: "minimum-quality", parameters: { leastQualityShare: 0.4, leastShareOfEach: 0.4 } }],
      criteria: [
        { id: "needs", title: "Needs", weight: needs / 100, ...rated },
        { id: "plan", title: "Plan", weight: plan / 100, ...rated },
        { id: "price", title: "Price", weight: (10_000 - needs - plan) / 100, rule: "lowest-over-price" },
      ],
    },
    ratings.map((rating, k) => ({
      id: `offer-${k}`,
      bidder: { name: `Bidder ${k}` },
      price: 20_000 + k,
      quality: { needs: { rating }, plan: { rating } },
    })),
  );
}

const ranked = (round: {
  ranking: readonly { rank: number | undefined; offer: { offer: { id: string } } }[];
}) => round.ranking.flatMap(({ rank, offer }) => (rank === undefined ? [] : [offer.offer.id])).sort();

it("two of five is 40 %, whatever the weights, on both roads", async () => {
  const weight = fc.oneof(fc.constant(3333), fc.integer({ min: 1, max: 4999 }));
  await fc.assert(
    fc.asyncProperty(
      fc.tuple(weight, weight),
      fc.constantFrom("banded-descriptors", "rated-share"),
      async (weights, rule) => {
        const open = roundWith(weights, [2, 1, 3], rule);
        expect(ranked(open.judge())).toEqual(["offer-0", "offer-2"]);
        const explained = await reasonsRound(open, ({ contract }, facts) =>
          evaluateOnce(contract, facts, evaluate),
        );
        expect(ranked(explained)).toEqual(["offer-0", "offer-2"]);
      },
    ),
    { numRuns: 40, seed: 20261127 },
  );
});

it("who is below the standard by one step is told that step, and not the next", () => {
  const open = roundWith([3333, 3333], [1, 3], "banded-descriptors");
  const nearest = nearestWin(open, open.judge(), "offer-0");
  expect(nearest.won ? undefined : nearest.repairs?.standard).toEqual([
    { leaf: "needs", from: 1, to: 2 },
    { leaf: "plan", from: 1, to: 2 },
  ]);
});

it("a shipped round with other weights has the same offers below the standard", () => {
  const { bound, offers } = shippedRound("dps-lone-parents");
  const { rulesets: _, ...written } = bound.requirement;
  const belowWith = (price: number) => {
    const rest = written.criteria.filter(({ id }) => id !== "price");
    const of = rest.reduce((sum, { weight }) => sum + weight, 0);
    const hundredths = rest.map(({ weight }) => Math.round((weight * (100 - price) * 100) / of));
    const criteria = written.criteria.map((criterion) =>
      criterion.id === "price"
        ? { ...criterion, weight: (10_000 - hundredths.reduce((sum, each) => sum + each, 0)) / 100 }
        : { ...criterion, weight: hundredths[rest.indexOf(criterion)]! / 100 },
    );
    const open = roundOf(
      { ...written, criteria },
      offers.map(({ offer }) => offer),
    );
    return open
      .judge()
      .ranking.filter(({ excluded }) => excluded.some(({ rule }) => rule.ruleset.kind === "standard"))
      .map(({ offer }) => offer.offer.id);
  };
  // In one proportion the share of quality is the same, whatever the price weighs.
  expect(belowWith(70)).toEqual(belowWith(30));
  expect(belowWith(70.01)).toEqual(belowWith(30));
});
