import { describe, expect, it } from "vitest";
import type { Condition } from "../../src/engine/condition.ts";
import { latticeVolume } from "./endings.ts";
import { readMonthly } from "./month-by-month.ts";
import { type Terms, where } from "./terms.ts";

// Referrals of 0, 2 or 6 a month for 20 months from November 2017 (year-ends in month 12 and, the financial ones, in
// months 5 and 17), with months 8 and 9 certainly empty so that columns turn uniform and back; and a contract without
// luck. Closed form: each tracked fact written out over a path's own list of referrals. 512 paths (1 path without
// luck), each month of each path exactly.
const MONTHS = 20;
const indicative = [4, 4, 4, 4, 4, 4, 4, 0, 0, 4];

type Spec = NonNullable<Terms["tracked"]>[string];
const low: Condition = { all: [where("referrals", "lessThanInclusive", 2)] };
const people = { fact: "referrals" } as const;

/** From which place the months of a window begin, seen from place m. */
const starts: Record<string, (m: number) => number> = {
  contract: () => 0,
  contractYear: (m) => m - (m % 12),
  financialYear: (m) => (m < 5 ? 0 : m < 17 ? 5 : 17),
  three: (m) => Math.max(0, m - 2),
};
const total = (list: number[]) => list.reduce((a, b) => a + b, 0);
const sumOver = (window: string) => (r: number[], m: number) => total(r.slice(starts[window]!(m), m + 1));
const countOver = (window: string) => (r: number[], m: number) =>
  r.slice(starts[window]!(m), m + 1).filter((x) => x <= 2).length;
const lowYet = (r: number[], m: number) => r.slice(0, m + 1).findIndex((x) => x <= 2) + 1;

const cases: [string, Spec, (r: number[], m: number) => number][] = [
  ["value", { value: { sub: [10, people] } }, (r, m) => 10 - r[m]!],
  ["sum", { sum: people }, sumOver("contract")],
  ["sum over contract", { sum: people, over: "contract" }, sumOver("contract")],
  ["sum over the contract year", { sum: people, over: "contractYear" }, sumOver("contractYear")],
  ["sum over the financial year", { sum: people, over: "financialYear" }, sumOver("financialYear")],
  ["sum over three months", { sum: people, over: { months: 3 } }, sumOver("three")],
  ["count", { count: low }, countOver("contract")],
  ["count over the contract year", { count: low, over: "contractYear" }, countOver("contractYear")],
  ["count over the financial year", { count: low, over: "financialYear" }, countOver("financialYear")],
  ["count over three months", { count: low, over: { months: 3 } }, countOver("three")],
  ["consecutive", { consecutive: low }, (r, m) => m - r.slice(0, m + 1).findLastIndex((x) => x > 2)],
  ["first month", { firstMonth: low }, lowYet],
];

describe.each([
  ["under luck", 512, {}],
  ["without luck", 1, { indicative: [4, 4, 3, 2, 0, 1, 6, 0, 0, 2, 5], overDispersion: undefined }],
])("a tracked fact %s", (luck, paths, volume) => {
  const parts = { contractStart: "2017-11-01", volume: { ...latticeVolume, indicative, ...volume } };
  const id = `tracked-${luck.replace(" ", "-")}`;

  it.each(cases)("%s is what its words say in every month", (_, spec, exact) => {
    const read = readMonthly(id, MONTHS, paths, { amount: { fact: "seen" }, tracked: { seen: spec }, parts });
    for (const path of read)
      expect(path.read).toEqual(path.referrals.map((_, m) => exact(path.referrals, m)));
    expect(new Set(read.flatMap((path) => path.referrals)).size).toBeGreaterThan(2);
  });

  it("latch holds from the first month in which its condition did", () => {
    const tracked = { seen: { latch: low } };
    const when = { all: [where("seen", "equal", true)] };
    const read = readMonthly(id, MONTHS, paths, { amount: 1, tracked, when, parts });
    for (const { referrals, read: seen } of read)
      expect(seen).toEqual(referrals.map((_, m) => (lowYet(referrals, m) > 0 ? 1 : 0)));
  });

  it("may stand on others, in any order of writing", () => {
    const tracked: Terms["tracked"] = {
      seen: { sum: { fact: "inRow" }, over: { months: 4 } },
      inRow: { consecutive: { all: [where("ofThree", "lessThan", { fact: "needed" })] } },
      needed: { value: { mul: [0.5, { fact: "indicativeOfThree" }] } },
      indicativeOfThree: { sum: { fact: "indicativeReferrals" }, over: { months: 3 } },
      ofThree: { sum: people, over: { months: 3 } },
    };
    const read = readMonthly(id, MONTHS, paths, { amount: { fact: "seen" }, tracked, parts });
    const list = parts.volume.indicative;
    const planned = Array.from({ length: MONTHS }, (_, m) => list[Math.min(m, list.length - 1)]!);
    for (const path of read) {
      const rows: number[] = [];
      for (const m of path.referrals.keys()) {
        const below = sumOver("three")(path.referrals, m) < 0.5 * sumOver("three")(planned, m);
        rows.push(below ? (rows[m - 1] ?? 0) + 1 : 0);
      }
      expect(path.read).toEqual(rows.map((_, m) => total(rows.slice(Math.max(0, m - 3), m + 1))));
    }
  });
});
