import { describe, expect, it } from "vitest";
import { coin, followsOver, latticeVolume, months, policy, same, scenario } from "./endings.ts";
import { sequences } from "./exact.ts";
import { library } from "./library.ts";
import { runModel } from "./run-model.ts";

// rules/cancellation/to-date.json and yearly-test.json with the three rulesets of kind fault. Two years and four months,
// with 4 referrals indicated in months 3, 9, 14 and 20; 0, 2 or 6 come (0.2, 0.2, 0.6). In each month the commissioner
// decides with chance 0.06 to leave, and the contract ends a month later, but not in or after month 28. £150 is due for
// each referral missing from 80 % of those indicated, up to £600.
// Exact: all 3⁴ futures × months of decision. 40,000 paths; no value but those, each within 4 standard errors.
const [MONTHS, HAZARD] = [28, 0.06];
const open = [3, 9, 14, 20];
const fees = ["to-date", "yearly-test"] as const;
const faults = ["always-commissioner", "never-commissioner", "by-what-both-see"] as const;
const parameters = { startPrice: 100, countedShare: 0.8, feePerMissing: 150, cancellationCap: 600 };
const { ledgers } = runModel(
  scenario("library-cancellation", MONTHS, {
    volume: {
      ...latticeVolume,
      indicative: Array.from({ length: MONTHS }, (_, k) => (open.includes(k + 1) ? 4 : 0)),
    },
    drawn: { commissionerLeaves: coin(HAZARD, "month") },
    rulesets: library("per-start", "for-convenience", ...fees, ...faults),
    policies: fees.flatMap((fee) => [
      ...faults.map((fault) =>
        policy(`${fee}-${fault}`, ["per-start", "for-convenience", fee, fault], parameters),
      ),
      policy(`${fee}-without-fault`, ["per-start", "for-convenience", fee], parameters),
    ]),
  }),
  { paths: 40_000, seed: "library-cancellation" },
);

// Decided in month d, the contract ends after month d + 1, which is at most 27.
const ends = Array.from({ length: MONTHS - 2 }, (_, k) => ({
  after: k + 2,
  chance: HAZARD * (1 - HAZARD) ** k,
}));
const futures = [...ends, { after: 0, chance: (1 - HAZARD) ** ends.length }].flatMap((end) =>
  sequences(months, 4).map(({ values, chance }) => ({
    chance: chance * end.chance,
    after: end.after,
    /** Indicated and made in the months from `from` to `to`. */
    between: (from: number, to: number) =>
      open.reduce(
        (sum, month, k) =>
          month < from || month > to ? sum : { indicated: sum.indicated + 4, made: sum.made + values[k]! },
        { indicated: 0, made: 0 },
      ),
  })),
);
type Future = (typeof futures)[number];

const missing = ({ indicated, made }: { indicated: number; made: number }) =>
  Math.max(0, 0.8 * indicated - made);
const counted = {
  "to-date": (f: Future) => missing(f.between(1, f.after)),
  "yearly-test": (f: Future) =>
    [12, 24].reduce((sum, end) => sum + (f.after >= end ? missing(f.between(end - 11, end)) : 0), 0),
};
const share = {
  "always-commissioner": () => 1,
  // Everyone who was referred was accepted and started: only too few referrals are anyone's fault.
  "by-what-both-see": (f: Future) => {
    const { indicated, made } = f.between(1, f.after);
    return made < 0.5 * indicated ? 1 : 0;
  },
};

describe.each(fees)("a cancellation fee by what is missing: %s", (fee) => {
  it.each(["always-commissioner", "by-what-both-see"] as const)(
    "under fault %s, is what the enumeration makes due",
    (fault) => {
      const due = (f: Future) =>
        f.after === 0 ? 0 : Math.round(Math.min(15_000 * counted[fee](f), 60_000) * share[fault](f));
      followsOver("fee", ledgers[`${fee}-${fault}`]!.cancellationFee, futures, due);
      expect(futures.some((f) => due(f) > 0)).toBe(true);
    },
  );

  it("under nobody's fault, or without a ruleset of kind fault, is never due", () => {
    expect(new Set(ledgers[`${fee}-never-commissioner`]!.cancellationFee)).toEqual(new Set([0]));
    same("no fault bound", ledgers[`${fee}-without-fault`]!, ledgers[`${fee}-never-commissioner`]!);
  });
});

it("years apart and months to date make different fees due", () => {
  const [toDate, yearly] = fees.map((fee) => ledgers[`${fee}-always-commissioner`]!.cancellationFee);
  expect(toDate!.some((fee, i) => fee > yearly![i]!)).toBe(true);
  expect(toDate!.some((fee, i) => fee < yearly![i]!)).toBe(true);
});
