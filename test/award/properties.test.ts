import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { Round } from "../../src/award/judge-round.ts";
import type { OpenRound } from "../../src/award/open-round.ts";
import { reasonsRound } from "../../src/award/reasons-round.ts";
import { openEvaluate } from "../../src/engine/evaluate.ts";
import { evaluateOnce } from "../../src/engine/evaluate-once.ts";
import { arbitraryRound, type RoundSpec } from "./arbitrary-round.ts";
import { readRound, shippedRound } from "./read-round.ts";

const evaluate = openEvaluate();
const onReasons = (open: OpenRound) =>
  reasonsRound(open, ({ contract }, facts) => evaluateOnce(contract, facts, evaluate));

function opened({ requirement, offers }: RoundSpec): OpenRound {
  const { open, problems } = readRound(JSON.stringify(requirement), JSON.stringify({ offers }));
  if (open === undefined) throw new Error(problems.join("\n"));
  return open;
}

/** A round as plain data that can be compared: by offer, in the order of the ranking. */
function told({ ranking, ties, budgetLeftPence }: Round, withReasons = true): unknown {
  return {
    ties,
    budgetLeftPence,
    ranking: ranking.map(({ offer, excluded, asked, points, marks, reasons, total, rank, awarded }) => {
      const outputs = (of: typeof excluded) => of.map(({ output }) => output);
      const said = withReasons && reasons;
      return [offer.offer.id, outputs(excluded), outputs(asked), points, marks, said, total, rank, awarded];
    }),
  };
}

const runs = { numRuns: 150, seed: 20261126 };

describe("laws of an award", () => {
  it("json-rules-engine and the kernel agree on every round, arbitrary and shipped", async () => {
    const few = { ...runs, numRuns: 60 };
    await fc.assert(
      fc.asyncProperty(arbitraryRound, async (spec) => {
        const open = opened(spec);
        expect(told(await onReasons(open))).toEqual(told(open.judge()));
      }),
      few,
    );
    const shipped: [string, string?][] = [
      ["goldilocks"],
      ["goldilocks-per-point"],
      ["quality-imperative"],
      ["digital-outcomes"],
      ["request-for-proposals"],
      ["dps-lone-parents"],
      ["dps-lone-parents-spring", "dps-lone-parents"],
    ];
    for (const [name, offers] of shipped) {
      const open = shippedRound(name, offers);
      expect(told(await onReasons(open)), name).toEqual(told(open.judge()));
    }
  });

  it("scores by criterion sum to the total exactly, and parts to their criterion", () => {
    fc.assert(
      fc.property(arbitraryRound, (spec) => {
        const open = opened(spec);
        for (const { marks, total } of open.judge().ranking) {
          if (total === undefined) continue;
          for (const mark of Object.values(marks)) expect(Number.isInteger(mark)).toBe(true);
          expect(open.bound.criteria.reduce((sum, { id }) => sum + marks[id]!, 0)).toBe(total);
          for (const { id, leaves } of open.bound.criteria)
            expect(leaves.reduce((sum, leaf) => sum + marks[leaf.id]!, 0)).toBe(marks[id]);
          expect(total).toBeGreaterThanOrEqual(0);
          expect(total).toBeLessThanOrEqual(open.bound.requirement.marks * 100);
        }
      }),
      runs,
    );
  });

  it("the order of offers in the files never matters", () => {
    fc.assert(
      fc.property(arbitraryRound, fc.integer({ min: 1, max: 8 }), (spec, by) => {
        const turned = [
          ...spec.offers.slice(by % spec.offers.length),
          ...spec.offers.slice(0, by % spec.offers.length),
        ];
        expect(told(opened({ ...spec, offers: turned.reverse() }).judge())).toEqual(
          told(opened(spec).judge()),
        );
      }),
      runs,
    );
  });

  it("removing an offer that fails a gate never changes anything", () => {
    fc.assert(
      fc.property(arbitraryRound, (spec) => {
        const open = opened(spec);
        const whole = open.judge();
        for (const { offer } of whole.ranking.filter(({ rank }) => rank === undefined)) {
          const rest = spec.offers.filter(({ id }) => id !== offer.offer.id);
          if (rest.length === 0) continue;
          const kept = { ...whole, ranking: whole.ranking.filter((judged) => judged.offer !== offer) };
          expect(told(opened({ ...spec, offers: rest }).judge())).toEqual(told(kept));
          // Leaving it out of an open round is the same thing.
          const place = open.offers.indexOf(offer);
          expect(told(open.judge({ offer: place, isLeftOut: true }), false)).toEqual(told(kept, false));
        }
      }),
      runs,
    );
  });

  it("raising a score never lowers a rank", () => {
    fc.assert(
      fc.property(
        arbitraryRound,
        fc.nat(),
        fc.nat(),
        fc.double({ min: 0, max: 1, noNaN: true }),
        (spec, o, l, by) => {
          const open = opened(spec);
          const offer = o % open.offers.length;
          const rated = open.bound.leaves.filter(({ isRated }) => isRated);
          const leaf = rated[l % rated.length]!;
          const before = open.facts.ratings.get(leaf.id)![offer]!;
          const rating = before + by * (leaf.ratingTop - before);
          const rankIn = (round: Round) =>
            round.ranking.find((judged) => judged.offer === open.offers[offer])!.rank ??
            Number.POSITIVE_INFINITY;
          expect(rankIn(open.judge({ offer, ratings: { [leaf.id]: rating } }))).toBeLessThanOrEqual(
            rankIn(open.judge()),
          );
        },
      ),
      runs,
    );
  });

  it("a published tie-break always decides: ranks are all different, and ties say by what", () => {
    let ties = 0;
    fc.assert(
      fc.property(arbitraryRound, (spec) => {
        const round = opened(spec).judge();
        const ranked = round.ranking.filter(({ rank }) => rank !== undefined);
        expect(ranked.map(({ rank }) => rank)).toEqual(ranked.map((_, k) => k + 1));
        for (const tie of round.ties) {
          ties += 1;
          expect(tie.decidedBy.length).toBeGreaterThan(0);
          for (const name of tie.decidedBy)
            expect([...(spec.requirement.tieBreaks as string[]), "lot"]).toContain(name);
        }
        for (let k = 1; k < ranked.length; k++)
          expect(ranked[k]!.total!).toBeLessThanOrEqual(ranked[k - 1]!.total!);
      }),
      runs,
    );
    // A law about ties that met none would be empty.
    expect(ties).toBeGreaterThan(10);
  });

  it("awards never cost more than the budget, nor go beyond their number", () => {
    fc.assert(
      fc.property(arbitraryRound, (spec) => {
        const { ranking, budgetLeftPence } = opened(spec).judge();
        const won = ranking.filter(({ awarded }) => awarded);
        const spent = won.reduce((sum, { offer }) => sum + offer.pricePence, 0);
        expect(spent + budgetLeftPence).toBe(Number(spec.requirement.budget) * 100);
        expect(budgetLeftPence).toBeGreaterThanOrEqual(0);
        expect(won.length).toBeLessThanOrEqual((spec.requirement.awards as { most: number }).most);
      }),
      runs,
    );
  });
});
