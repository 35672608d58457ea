import { createHash } from "node:crypto";
import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { plainExport } from "../../../src/report/ocds/export-options.ts";
import { releasePackage } from "../../../src/report/ocds/release-package.ts";
import { packageFaults } from "./package-faults.ts";
import { judgedRound, shippedNames } from "./shipped-rounds.ts";

describe("a release package of a shipped requirement", () => {
  it("has one to be tried on", () => expect(shippedNames.length).toBeGreaterThan(5));

  it.each(shippedNames)("is valid against the standard and its extensions: %s", (name) => {
    const { bound, round } = judgedRound(name);
    for (const withValues of [false, true])
      for (const awardDay of [undefined, "2030-01-02"])
        expect(packageFaults(releasePackage(bound, round, { ...plainExport, withValues, awardDay }))).toEqual(
          [],
        );
  });
});

describe("the check can fail", () => {
  // biome-ignore lint/suspicious/noExplicitAny: a package is broken at will
  const broken = (change: (release: any) => void) => {
    const { bound, round } = judgedRound("dps-lone-parents");
    // biome-ignore lint/suspicious/noExplicitAny: as above
    const written: any = structuredClone(releasePackage(bound, round));
    change(written.releases[0]);
    return packageFaults(written);
  };

  it.each([
    ["a release without a date", (r: { date?: string }) => delete r.date, "date"],
    ["a date that is none", (r: { date: string }) => (r.date = "yesterday"), "/date"],
    [
      "a bid's status of its own",
      (r: Bids) => (r.bids.details[0]!.status = "lost"),
      "/bids/details/0/status",
    ],
    ["a statistic in words", (r: Bids) => (r.bids.statistics[0]!.value = "12"), "/bids/statistics/0/value"],
    ["a weight of no kind", (r: Lots) => (numberOf(r).weight = "percent"), "/criteria/0/numbers/0/weight"],
    ["a lot without a name", (r: Lots) => delete r.tender.lots[0]!.id, "/tender/lots/0"],
    [
      "a status of no list",
      (r: { tender: { status: string } }) => (r.tender.status = "won"),
      "/tender/status",
    ],
    ["a misspelt currency", (r: Awards) => (r.awards[0]!.value.currency = "GB"), "/awards/0/value/currency"],
  ] as const)("%s", (_, change, where) => {
    expect(broken(change).join("\n")).toContain(where);
  });
});

type Bids = { bids: { details: { status: string }[]; statistics: { value: unknown }[] } };
type Lots = {
  tender: { lots: { id?: string; awardCriteria: { criteria: { numbers: { weight: string }[] }[] } }[] };
};
type Awards = { awards: { value: { currency: string } }[] };
const numberOf = (r: Lots) => r.tender.lots[0]!.awardCriteria.criteria[0]!.numbers[0]!;

describe("the vendored files", () => {
  it.each([
    ["release-schema.json", "35867869dd9b4baf2f5cb51f754cb1672f9adcc581b0ebe60429feac26a2ac1b"],
    ["release-package-schema.json", "a6e0974ba24919de1a1db5ffd9d75bcd64b5f425293827eff4e212f21aa02c46"],
    ["bids.release-schema.json", "9d8c2a29edf341c15753c60743c89081153d0bf92cb2130e24343042bcea3031"],
    [
      "award-criteria-breakdown.release-schema.json",
      "fad2dcc0077c53d4d1ba8b037fc8cbc33b01165c351be44e68e29bb3c6caf24f",
    ],
  ])("%s is as it was published", (name, digest) => {
    expect(
      createHash("sha256")
        .update(readFileSync(`schema/ocds/${name}`))
        .digest("hex"),
    ).toBe(digest);
  });
});
