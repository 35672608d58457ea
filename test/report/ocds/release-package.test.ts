import { describe, expect, it } from "vitest";
import { jsonText } from "../../../src/engine/shown-text.ts";
import { plainExport } from "../../../src/report/ocds/export-options.ts";
import { releasePackage } from "../../../src/report/ocds/release-package.ts";
import { packageFaults } from "./package-faults.ts";
import { judgedRound } from "./shipped-rounds.ts";

// biome-ignore lint/suspicious/noExplicitAny: what is written is read as anyone would
const written = (name: string, options = {}): any => {
  const { bound, round } = judgedRound(name);
  return JSON.parse(jsonText(releasePackage(bound, round, { ...plainExport, ...options })));
};

/** By hand: the three that won are Alder, Dogwood and Kale. */
const winners = ["alder", "dogwood", "kale"];

describe("a round of a dozen offers", () => {
  it("has one release with both tags where the day of the award is not known", () => {
    const { releases, version, publishedDate } = written("dps-lone-parents");
    expect(version).toBe("1.1");
    expect(publishedDate).toBe("2017-09-01T00:00:00Z");
    expect(releases.map(({ tag }: { tag: string[] }) => tag)).toEqual([["tender", "award"]]);
    expect(releases[0].ocid).toBe("ocds-000000-dps-lone-parents");
    expect(releases[0].awards[0].date).toBeUndefined();
  });

  it("has a tender of its day and an award of the day that is given", () => {
    const { releases } = written("dps-lone-parents", { awardDay: "2017-10-02", prefix: "ocds-a1b2c3" });
    const [tender, award] = releases;
    expect([tender.tag, tender.date]).toEqual([["tender"], "2017-09-01T00:00:00Z"]);
    expect([award.tag, award.date]).toEqual([["award"], "2017-10-02T00:00:00Z"]);
    expect([tender.ocid, award.ocid]).toEqual(Array(2).fill("ocds-a1b2c3-dps-lone-parents"));
    expect(tender.id).not.toBe(award.id);
    // Before bids are opened nobody knows who bids.
    expect([tender.bids, tender.awards, tender.parties.length]).toEqual([undefined, undefined, 1]);
    expect([tender.tender.status, award.tender.status]).toEqual(["active", "complete"]);
  });

  it("gives criteria with their weights in per cent, parts in the description", () => {
    const { criteria } = written("dps-lone-parents").releases[0].tender.lots[0].awardCriteria;
    expect(
      criteria.map(({ type, name, numbers }: { type: string; name: string; numbers: object[] }) => [
        type,
        name,
        numbers,
      ]),
    ).toEqual(
      [
        ["quality", "Fit to local needs", 35],
        ["quality", "Reach across the district", 10],
        ["quality", "Social value", 10],
        ["quality", "Delivery plan", 15],
        ["price", "Price", 30],
      ].map(([type, name, number]) => [type, name, [{ number, weight: "percentageExact" }]]),
    );
    expect(criteria[0].description).toContain(
      "Understanding of lone parents' needs (60 %) and Specialist fit (40 %)",
    );
  });

  it("names every party once with its roles", () => {
    const { parties, buyer } = written("dps-lone-parents").releases[0];
    expect(parties.length).toBe(13);
    expect(parties[0].roles).toEqual(["buyer", "procuringEntity"]);
    expect(buyer.id).toBe(parties[0].id);
    const suppliers = parties.filter(({ roles }: { roles: string[] }) => roles.includes("supplier"));
    expect(suppliers.map(({ id }: { id: string }) => id)).toEqual(winners.map((id) => `bidder-${id}`));
    expect(parties[1].details.scale).toBe("sme");
  });

  it("publishes the winners' prices, and those of others only where asked", () => {
    type Bid = { id: string; value?: { amount: number; currency: string } };
    const valued = (options: object) =>
      written("dps-lone-parents", options).releases[0].bids.details.filter(({ value }: Bid) => value);
    expect(valued({}).map(({ id }: Bid) => id)).toEqual(winners);
    expect(valued({}).map(({ value }: Bid) => value!.amount)).toEqual([41800, 44000, 29500]);
    expect(valued({ withValues: true }).length).toBe(12);
    // Elm lost with £40,200; nothing else is that number.
    expect(JSON.stringify(written("dps-lone-parents"))).not.toContain("40200");
  });

  it("awards by rank, each with its supplier, bid, lot and value", () => {
    const { awards } = written("dps-lone-parents").releases[0];
    expect(awards.map((award: { relatedBids: string[] }) => award.relatedBids)).toEqual(
      winners.map((id) => [id]),
    );
    expect(awards[0]).toMatchObject({
      status: "pending",
      value: { amount: 41800, currency: "GBP" },
      suppliers: [{ id: "bidder-alder", name: "Alder Family Trust" }],
      relatedLots: ["lot-1"],
    });
  });

  it("never tells cost lines, ratings or explanations", () => {
    const { bound, offers, round } = judgedRound("dps-lone-parents");
    for (const { offer } of offers) offer.costs = { setUp: 77_777 };
    const text = JSON.stringify(releasePackage(bound, round, { ...plainExport, withValues: true }));
    for (const secret of ["77777", "rating", "childcare with a partner", "contract next door"])
      expect(text).not.toContain(secret);
  });
});

describe("what people typed stays data", () => {
  it("markup, formulas and control characters in a name come back as they were, and none is raw", () => {
    const name = '<script>alert(1)</script> =HYPERLINK("x") \u001b[2J\u202e';
    const { bound, offers, round } = judgedRound("goldilocks");
    const bidder = offers[0]!.offer.bidder as { name: string };
    bidder.name = name;
    const text = jsonText(releasePackage(bound, round));
    expect(text).not.toMatch(/[\p{Cc}\p{Cf}]/u);
    const { parties } = JSON.parse(text).releases[0];
    expect(parties.map((party: { name: string }) => party.name)).toContain(name);
  });
});

describe("a number in a register", () => {
  it("is taken apart where it names its register, and two offers of one number are one party", () => {
    const { bound, offers, round } = judgedRound("goldilocks");
    Object.assign(offers[0]!.offer.bidder, { identifier: "GB-COH-01624297" });
    Object.assign(offers[1]!.offer.bidder, { identifier: "GB-COH-01624297" });
    Object.assign(offers[2]!.offer.bidder, { identifier: "1234" });
    const { parties, bids } = JSON.parse(jsonText(releasePackage(bound, round))).releases[0];
    expect(parties.slice(1).map((party: { identifier: object }) => party.identifier)).toEqual([
      { scheme: "GB-COH", id: "01624297", legalName: "Bidder A" },
      { id: "1234", legalName: "Bidder C" },
    ]);
    const tenderers = new Set(
      bids.details.map((bid: { tenderers: { id: string }[] }) => bid.tenderers[0]!.id),
    );
    expect(tenderers).toEqual(new Set(["bidder-a", "bidder-c"]));
  });
});

describe("a round that nobody wins", () => {
  it("is unsuccessful, without awards and without a price", () => {
    const { bound, offers } = judgedRound("goldilocks");
    const poor = { ...bound, requirement: { ...bound.requirement, budget: 1 } };
    const { round } = judgedRound("goldilocks", [], { bound: poor, offers });
    const made = JSON.parse(jsonText(releasePackage(poor, round)));
    expect(packageFaults(made)).toEqual([]);
    const [{ tender, awards, bids }] = made.releases;
    expect([tender.status, tender.lots[0].status, awards]).toEqual([
      "unsuccessful",
      "unsuccessful",
      undefined,
    ]);
    expect(bids.details.every((bid: object) => !("value" in bid))).toBe(true);
  });
});
