import fc from "fast-check";
import { expect, it } from "vitest";
import { coin, latticeVolume, policy, same, scenario } from "./endings.ts";
import { jobOutcomes, library } from "./library.ts";
import { runModel } from "./run-model.ts";

// What the library's terms must do whatever their figures: 18 months of 0, 2 or 6 referrals a month, 3 of 5 start, a
// third with an outcome in the same month, an end for convenience, error rates and a budget of two sizes; 512 paths, and
// prices, limits and seeds by fast-check. Held path by path, so there is no tolerance.
const priced = ["per-start", "single-outcome", "band-clawback"];
const adjustments = ["withheld-under-minimum", "gain-pain-share", "validation-recovery", "indexation"];
const limits = ["payment-cap", "collar", "budget-of-year"];
const endings = ["for-convenience", "breakage-on-notice", "by-what-both-see"];

type Bound = { id: string; rulesets: string[]; parameters?: Record<string, unknown> };

function run(seed: string, policies: Bound[], quiet = false) {
  const ids = [...new Set(policies.flatMap((p) => p.rulesets))];
  return runModel(
    scenario("library-properties", 18, {
      volume: latticeVolume,
      delivery: jobOutcomes(1 / 3, 0.6),
      costs: { perMonth: 300, perStart: 40, posts: { count: 1, costPerYear: 12_000 } },
      commissioner: quiet ? {} : { budgetPerFinancialYear: { empirical: { values: [3000, 9000] } } },
      drawn: {
        commissionerLeaves: coin(quiet ? 0 : 0.04, "month"),
        validationErrorRate: {
          type: "number",
          each: "month",
          unit: "share",
          sentence: "Error rate found.",
          value: { empirical: { values: [0, 0.04, 0.3] } },
        },
      },
      rulesets: library(...ids),
      policies: policies.map(({ id, rulesets, parameters }) => policy(id, rulesets, parameters)),
    }),
    { paths: 512, seed },
  ).ledgers;
}

const prices = fc.record({
  startPrice: fc.integer({ min: 0, max: 900 }),
  jobOutcomePrice: fc.integer({ min: 0, max: 2500 }),
});
const money = fc.integer({ min: 0, max: 40_000 });
const seed = fc.integer({ min: 0, max: 999 }).map(String);
const runs = { numRuns: 20, seed: 20_170_323 };
const everything = [...priced, ...adjustments, ...endings];

/** The first path on which a column of one ledger is over that of another. */
function firstOver(one: Float64Array, other: Float64Array): number {
  return one.findIndex((x, i) => x > other[i]!);
}

it("a cap, a collar without a floor and a budget never raise what is paid", () => {
  let lowered = 0;
  fc.assert(
    fc.property(prices, money, seed, (parameters, cap, seed) => {
      const ledgers = run(seed, [
        { id: "free", rulesets: everything, parameters },
        {
          id: "payment-cap",
          rulesets: [...everything, "payment-cap"],
          parameters: { ...parameters, totalCap: cap },
        },
        {
          id: "collar",
          rulesets: [...everything, "collar"],
          parameters: { ...parameters, collarFloor: 0, collarCap: cap },
        },
        { id: "budget-of-year", rulesets: [...everything, "budget-of-year"], parameters },
      ]);
      const free = ledgers.free!.payment;
      for (const limit of ["payment-cap", "budget-of-year"]) {
        expect(firstOver(ledgers[limit]!.payment, free), limit).toBe(-1);
        lowered += firstOver(free, ledgers[limit]!.payment) >= 0 ? 1 : 0;
      }
      // A floor of £0 still makes good what clawbacks take below it.
      const floored = free.map((paid) => Math.max(paid, 0));
      expect(firstOver(ledgers.collar!.payment, floored), "collar").toBe(-1);
    }),
    runs,
  );
  expect(lowered).toBeGreaterThan(10);
});

it("a lower cap never pays more than a higher one, nor a higher floor less than a lower one", () => {
  let raised = 0;
  fc.assert(
    fc.property(prices, money, money, seed, (parameters, a, b, seed) => {
      const [low, high] = [Math.min(a, b), Math.max(a, b)];
      const collar = (id: string, collarFloor: number, collarCap: number) => ({
        id,
        rulesets: [...everything, "collar"],
        parameters: { ...parameters, collarFloor, collarCap },
      });
      const ledgers = run(
        seed,
        [
          collar("no-floor", 0, 90_000),
          collar("low-floor", low, 90_000),
          collar("high-floor", high, 90_000),
          ...[low, high].map((totalCap) => ({
            id: totalCap === low ? "low-cap" : "high-cap",
            rulesets: [...everything, "payment-cap"],
            parameters: { ...parameters, totalCap },
          })),
        ].filter(({ id }, k, all) => all.findIndex((p) => p.id === id) === k),
      );
      const paid = (id: string) => (ledgers[id] ?? ledgers["low-cap"])!.payment;
      expect(firstOver(paid("no-floor"), paid("low-floor"))).toBe(-1);
      expect(firstOver(paid("low-floor"), paid("high-floor"))).toBe(-1);
      expect(firstOver(paid("low-cap"), paid("high-cap"))).toBe(-1);
      raised += firstOver(paid("high-floor"), paid("no-floor")) >= 0 ? 1 : 0;
    }),
    runs,
  );
  expect(raised).toBeGreaterThan(5);
});

// Figures with which a ruleset never does anything, whatever happens.
const idle: Record<string, Record<string, unknown>> = {
  "withheld-under-minimum": { minimumPerformance: 0 },
  "gain-pain-share": { deadZoneShare: 0.5, bandShare: 0.5 },
  "validation-recovery": { toleratedErrorRate: 1 },
  indexation: { inflationRate: 0 },
  "payment-cap": { totalCap: 10_000_000 },
  collar: { collarFloor: 0, collarCap: 10_000_000 },
  "for-poor-performance": { performanceFloor: 0 },
  "to-date": { feePerMissing: 0 },
  "yearly-test": { cancellationCap: 0 },
  "breakage-on-notice": { noticeMonths: 0 },
  // In a quiet world nobody decides to leave and no budget is stated.
  "for-convenience": {},
  "budget-of-year": {},
  "never-commissioner": {},
  "always-commissioner": {},
};

it.each(Object.keys(idle))("%s that never does anything changes no byte", (id) => {
  // Fees paid on an end need an end; fault needs a fee that asks for it only where it would change one.
  const settles = ["to-date", "yearly-test", "breakage-on-notice"].includes(id);
  const base = [
    "per-start",
    "single-outcome",
    ...(settles ? ["for-convenience", "always-commissioner"] : []),
  ];
  fc.assert(
    fc.property(prices, seed, (parameters, seed) => {
      const ledgers = run(
        seed,
        [
          { id: "without", rulesets: base, parameters },
          { id: "with", rulesets: [...base, id], parameters: { ...parameters, ...idle[id] } },
        ],
        !settles,
      );
      same(id, ledgers.with!, ledgers.without!);
    }),
    { ...runs, numRuns: 4 },
  );
});

it("the same rulesets with figures that do something change some path", () => {
  const base = ["per-start", "single-outcome"];
  const acting = [...adjustments, ...limits];
  const ledgers = run("acting", [
    { id: "without", rulesets: base },
    ...acting.map((id) => ({
      id,
      rulesets: [...base, id],
      parameters: id === "payment-cap" ? { totalCap: 5000 } : {},
    })),
  ]);
  for (const id of acting) {
    const { payment } = ledgers[id]!;
    expect(
      payment.some((paid, i) => paid !== ledgers.without!.payment[i]),
      id,
    ).toBe(true);
  }
});
