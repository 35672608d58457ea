import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { imported } from "./imported.ts";

const example = (name: string) =>
  imported(JSON.parse(readFileSync(`test/award/ocds/examples/${name}.json`, "utf8")));

describe("worked examples of the standard", () => {
  it("a closed award in pounds becomes an offer that won", () => {
    const { requirement, offers, awards } = example("example-closed-single-award");
    expect(requirement).toMatchObject({ published: "2020-10-01", budget: undefined, criteria: [] });
    expect(requirement.commissioner.identifier).toBe("GB-NHS-YA7");
    expect(offers).toEqual([{ id: "1", bidder: { name: "Movianto UK" }, price: 10_000 }]);
    expect(awards).toEqual([
      { id: "1", bids: ["1"], suppliers: ["Movianto UK"], pounds: 10_000, status: undefined },
    ]);
  });

  it("an award in Chilean pesos is no award in pounds", () => {
    const { offers, awards, requirement } = example("example-open-multiple-award");
    expect(offers[0]!.bidder.identifier).toBe("CL-RUT-76364678");
    expect([offers[0]!.price, awards[0]!.pounds]).toEqual([undefined, undefined]);
    expect(requirement.commissioner.name).toBe("A buyer without a name");
  });
});

const release = (more: object) => ({ ocid: "ocds-a1b2c3-7", id: "1", tag: ["tender"], ...more });
const criteria = (...numbers: object[]) =>
  imported(
    release({
      tender: {
        id: 7,
        lots: [
          {
            id: "1",
            awardCriteria: { criteria: numbers.map((n, c) => ({ name: `C ${c}`, numbers: [n] })) },
          },
        ],
      },
    }),
  ).requirement.criteria.map(({ weight }) => weight);

describe("weights", () => {
  it("in per cent and as shares", () => {
    expect(
      criteria({ number: 60, weight: "percentageExact" }, { number: 0.4, weight: "decimalExact" }),
    ).toEqual([60, 40]);
    expect(criteria({ number: 0.57, weight: "decimalExact" })).toEqual([57]);
  });

  it("as points come to 100 exactly", () => {
    const thirds = criteria(...Array(3).fill({ number: 20, weight: "pointsExact" }));
    // 33.333…, 66.666… and 100, each rounded, and what lies between.
    expect(thirds).toEqual([33.33, 33.34, 33.33]);
  });

  it("that are an order of importance, a threshold or beyond 100 are none", () => {
    expect(
      criteria(
        { number: 1, weight: "order" },
        { number: 60, threshold: "minimumScore" },
        { number: 101, weight: "percentageExact" },
        { number: null, weight: "percentageExact" },
      ),
    ).toEqual(Array(4).fill(undefined));
  });
});

describe("several releases of one process", () => {
  it("are merged by date, later ones winning, lists by id", () => {
    const later = release({
      date: "2020-02-01T00:00:00Z",
      tender: { id: "7", title: "New", description: null },
      bids: { details: [{ id: "b", status: "valid" }] },
    });
    const first = release({
      date: "2020-01-01T00:00:00Z",
      tender: { id: "7", title: "Old", description: "Said once", value: { amount: 5, currency: "GBP" } },
      bids: {
        details: [
          { id: "a", status: "valid", tenderers: [{ name: "A" }] },
          { id: "b", status: "pending", tenderers: [{ name: "B" }] },
        ],
      },
    });
    const { requirement, offers, statistics } = imported({ releases: [later, first] });
    expect(requirement).toMatchObject({
      title: "New",
      summary: "Said once",
      budget: 5,
      published: "2020-01-01",
    });
    expect(offers.map(({ bidder }) => bidder.name)).toEqual(["A", "B"]);
    expect(statistics).toEqual([
      { measure: "bids", value: 2 },
      { measure: "validBids", value: 2 },
      { measure: "bidders", value: 2 },
    ]);
  });
});

describe("bids", () => {
  it("withdrawn, invited or an expression of interest are no offers; names are ours and each once", () => {
    const { offers, passedOver } = imported(
      release({
        bids: {
          details: [
            { id: "Bid No. 1", tenderers: [{ name: "A" }, { name: "B" }] },
            { id: "bid/no/1", status: "valid" },
            { id: "日本", status: "valid", tenderers: [{ name: "日本" }] },
            { id: "w", status: "withdrawn" },
            { id: "i", status: "invited" },
            { id: "e", submissionType: "expressionOfInterest" },
          ],
        },
      }),
    );
    expect(offers.map(({ id, bidder }) => [id, bidder.name])).toEqual([
      ["bid-no-1", "A with B"],
      ["bid-no-1-2", "The bidder of bid-no-1-2"],
      ["bid", "日本"],
    ]);
    expect(passedOver).toBe(3);
  });

  it("without a value have that of an award to them alone", () => {
    const value = { amount: 12.5, currency: "GBP" };
    const { offers, awards } = imported(
      release({
        bids: { details: [{ id: "a" }, { id: "b" }, { id: "c" }] },
        awards: [
          { id: "1", value, relatedBids: ["a"], status: "active" },
          { id: "2", value, relatedBids: ["b", "c"], status: "active" },
          { id: "3", value, relatedBids: ["b"], status: "cancelled" },
        ],
      }),
    );
    expect(offers.map(({ price }) => price)).toEqual([12.5, undefined, undefined]);
    expect(awards.map(({ bids }) => bids)).toEqual([["a"], ["b", "c"]]);
  });

  it("and statistics of one lot are chosen with it", () => {
    const two = release({
      tender: { id: "7", lots: [{ id: "1" }, { id: "2", value: { amount: 9, currency: "GBP" } }] },
      bids: {
        details: [
          { id: "a", relatedLots: ["1"] },
          { id: "b", relatedLots: ["2"] },
          { id: "c", relatedLots: ["1", "2"] },
        ],
        statistics: [
          { id: "1", measure: "requests", value: 4, relatedLot: "1" },
          { id: "2", measure: "requests", value: 6, relatedLot: "2" },
        ],
      },
    });
    const { offers, requirement, statistics } = imported(two, { lot: "2" });
    expect(offers.map(({ id }) => id)).toEqual(["b", "c"]);
    expect(requirement.budget).toBe(9);
    expect(statistics).toContainEqual({ measure: "requests", value: 6 });
    expect(statistics).toContainEqual({ measure: "bids", value: 2 });
  });
});
