import { describe, expect, it } from "vitest";
import { checkOffers } from "../../../src/award/check-offers.ts";
import { checkRequirement } from "../../../src/award/check-requirement.ts";
import type { ImportedProcess } from "../../../src/award/ocds/import-process.ts";
import { openRound } from "../../../src/award/open-round.ts";
import { readLibrary } from "../../../src/cli/library.ts";
import { parseDocument } from "../../../src/engine/document.ts";
import { bidStatistics } from "../../../src/report/ocds/bid-statistics.ts";
import { plainExport } from "../../../src/report/ocds/export-options.ts";
import { importedFiles } from "../../../src/report/ocds/imported-files.ts";
import { releasePackage } from "../../../src/report/ocds/release-package.ts";
import { judgedRound, shippedNames } from "../../report/ocds/shipped-rounds.ts";
import { imported } from "./imported.ts";

const library = new Map(readLibrary().rulesets.map((ruleset) => [ruleset.id, ruleset]));

describe.each(shippedNames)("%s, exported and imported again", (name) => {
  const { bound, round, offers } = judgedRound(name);
  const { requirement } = bound;
  const back = (options = {}) => imported(releasePackage(bound, round, { ...plainExport, ...options }));

  it.each([undefined, "2030-01-02"])("is the same requirement (day of the award: %s)", (awardDay) => {
    const { id, title, summary, published, budget, commissioner, criteria } = back({ awardDay }).requirement;
    expect({ id, title, published, budget, summary }).toEqual({
      id: requirement.id,
      title: requirement.title,
      published: requirement.published,
      budget: requirement.budget,
      summary: requirement.summary,
    });
    expect(commissioner).toEqual(requirement.commissioner);
    expect(criteria.map((c) => [c.title, c.weight])).toEqual(
      requirement.criteria.map((c) => [c.title, c.weight]),
    );
    expect(criteria.map(({ rule }) => rule === "lowest-over-price")).toEqual(
      bound.criteria.map(({ leaves }) => leaves.every(({ kind }) => kind === "price")),
    );
  });

  it("has the same bidders, awards and statistics", () => {
    const process = back();
    const bidders = (of: readonly { id: string; bidder: object }[]) =>
      Object.fromEntries(of.map(({ id, bidder }) => [id, bidder]));
    expect(bidders(process.offers)).toEqual(bidders(offers.map(({ offer }) => offer)));
    const won = round.ranking.filter(({ awarded }) => awarded);
    expect(process.awards.map(({ bids, pounds }) => [bids, pounds])).toEqual(
      won.map(({ offer }) => [[offer.offer.id], offer.pricePence / 100]),
    );
    expect([...process.statistics].sort(byMeasure)).toEqual([...bidStatistics(round)].sort(byMeasure));
  });

  it("has the winners' prices, and all of them where values are published", () => {
    const winners = round.ranking.flatMap(({ awarded, offer }) => (awarded ? [offer.offer.id] : [])).sort();
    const priced = (process: ImportedProcess) =>
      process.offers.flatMap(({ id, price }) => (price === undefined ? [] : [id])).sort();
    expect(priced(back())).toEqual(winners);
    const prices = new Map(offers.map(({ offer, pricePence }) => [offer.id, pricePence / 100]));
    for (const { id, price } of back({ withValues: true }).offers) expect(price).toBe(prices.get(id));
  });
});

const byMeasure = (a: { measure: string }, b: { measure: string }) => (a.measure < b.measure ? -1 : 1);

describe("files of an import", () => {
  const rejudged = (name: string) => {
    const { bound, round, offers } = judgedRound(name);
    const process = imported(releasePackage(bound, round, { ...plainExport, withValues: true }));
    // A rating for each criterion, on the scale of 100 that the import assumes.
    const rated = {
      ...process,
      offers: process.offers.map((offer) => {
        const { quality } = offers.find((checked) => checked.offer.id === offer.id)!.offer;
        const ratings = process.requirement.criteria.flatMap(({ id, rule, title }) => {
          if (rule !== "rated-share") return [];
          const leaf = bound.leaves.find((each) => each.title === title)!;
          return [[id, { rating: (quality[leaf.id]!.rating * 100) / leaf.ratingTop }]];
        });
        return { ...offer, quality: Object.fromEntries(ratings) };
      }),
    };
    const files = importedFiles(rated);
    const requirement = checkRequirement(parseDocument("a.yaml", files.requirement, "yaml"), library);
    expect(requirement.problems).toEqual([]);
    const made = checkOffers([parseDocument("b.yaml", files.offers!, "yaml")], requirement.bound!);
    expect(made.problems).toEqual([]);
    return { before: round, after: openRound(requirement.bound!, made.offers!).judge() };
  };

  // Rounds without parts or gates, where what the import assumes is what the requirement says.
  it.each(["request-for-proposals", "quality-imperative", "digital-outcomes"])(
    "give the same ranking, totals and awards when ratings are added: %s",
    (name) => {
      const { before, after } = rejudged(name);
      const told = ({ ranking }: typeof before) =>
        ranking.map(({ offer, rank, awarded }) => [offer.offer.id, rank, awarded]);
      expect(told(after)).toEqual(told(before));
    },
  );

  it("set aside again what was disqualified", () => {
    const { bound, round } = judgedRound("dps-lone-parents");
    const process = imported(releasePackage(bound, round));
    expect(process.offers.flatMap(({ id, exclusions }) => (exclusions ? [id] : [])).sort()).toEqual([
      "gorse",
      "hazel",
      "ivy",
      "juniper",
      "larch",
    ]);
  });
});
