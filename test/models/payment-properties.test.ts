import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { policy, same, scenario } from "./endings.ts";
import { ruleFile } from "./rule-file.ts";
import { runModel } from "./run-model.ts";
import type { Terms } from "./terms.ts";

// What every term of its sort must keep, over worlds and parameters drawn by fast-check (fixed seed), on 512 paths each
// or on the plan's expected counts.
const runs = { seed: 20_170_323, numRuns: 12 };
const MONTHS = 8;
const shareOf = fc.integer({ min: 0, max: 20 }).map((twentieths) => twentieths / 20);
const price = fc.integer({ min: 0, max: 3000 });
const people = fc.integer({ min: 0, max: 40 });
const monthly = fc.array(fc.integer({ min: 0, max: 4 }), { minLength: MONTHS, maxLength: MONTHS });
const delay = (values: number[]) => ({ empirical: { values } });
const stages = [
  { id: "jobOutcomes", rate: 0.4, delayMonths: delay([1, 2, 5]) },
  { id: "outcomes13Weeks", of: "jobOutcomes", rate: 0.8, delayMonths: 3 },
  { id: "outcomes26Weeks", of: "outcomes13Weeks", rate: 0.8, delayMonths: 3 },
  { id: "outcomes52Weeks", of: "outcomes26Weeks", rate: 0.8, delayMonths: 6 },
];
const world = (parts: Record<string, unknown>) =>
  scenario("library-properties", MONTHS, {
    contract: { lastMonth: 18 },
    delivery: { startRate: 0.8, stages },
    ...parts,
  });

/** Payments in pence of policies with one ruleset each, on a ramp of referrals a month, as means. */
function meansOn(ramp: number[], ids: string[], parameters: Record<string, Record<string, unknown>>) {
  const rulesets = [...new Set(["per-start", ...ids])].map(ruleFile);
  const { ledgers } = runModel(
    world({
      counts: "expected",
      volume: { indicative: 10, ramp, counts: "certain" },
      rulesets,
      policies: ids.map((id) => policy(id, [id], parameters[id])),
    }),
    { paths: 1 },
  );
  return ids.map((id) => ledgers[id]!.payment[0]!);
}

describe("more referrals", () => {
  const ids = [
    "per-start",
    "attachment-fee-by-year",
    "single-outcome",
    "staged-13-26-52",
    "tiered-with-cap",
    "accelerator",
    "band-clawback",
  ];

  it("never lower what is paid for starts, for outcomes or under a band that pays for them", () => {
    fc.assert(
      fc.property(
        monthly,
        monthly,
        fc.record({ firstTier: people, secondTier: people, volumeCap: people }),
        fc.record({ firstTarget: people, secondTarget: people }),
        (base, more, tiers, targets) => {
          const parameters = { "tiered-with-cap": tiers, accelerator: targets };
          const few = meansOn(base, ids, parameters);
          const many = meansOn(
            base.map((n, k) => n + more[k]!),
            ids,
            parameters,
          );
          for (const [k, paid] of few.entries()) expect(many[k], ids[k]).toBeGreaterThanOrEqual(paid - 1e-6);
        },
      ),
      runs,
    );
  });

  it("lower it only on purpose: under a band that takes back, and above a baseline that starts raise", () => {
    const ramp = (n: number) => Array.from({ length: MONTHS }, () => n);
    // Half of what was indicated is short by 32 of the 72 at the edge; twice is over by 72 of 160.
    const [short] = meansOn(ramp(0.5), ["band-retrospective"], {});
    const [over] = meansOn(ramp(2), ["band-retrospective"], {});
    expect([short, over]).toEqual([20_000 * 32, -20_000 * 72]);
    // With a baseline at the rate of outcomes nobody is additional, however many come.
    const atRate = { "above-baseline": { baselineShare: 0.4 } };
    expect(meansOn(ramp(3), ["above-baseline"], atRate)[0]).toBeCloseTo(0, 4);
  });
});

describe("on every path", () => {
  const drawn = { indicative: 4, factors: { causes: { uniform: { min: 0, max: 2 } } } };
  const gaps = (rulesets: Terms[], less: object, more: object) => {
    const { ledgers } = runModel(world({ volume: drawn, rulesets, policies: [less, more] }), { paths: 512 });
    const [a, b] = Object.values(ledgers);
    return Array.from(b!.payment, (paid, path) => paid - a!.payment[path]!);
  };
  let moved = 0;
  const never = (found: number[]) => {
    if (found.some((gap) => gap > 0)) moved++;
    expect(found.filter((gap) => gap < 0)).toEqual([]);
  };

  it("a lower volume cap never raises the payment", () => {
    const file = ruleFile("tiered-with-cap");
    const tiers = fc.record({
      firstTier: people,
      secondTier: people,
      jobOutcomePrice: price,
      secondTierPrice: price,
      thirdTierPrice: price,
    });
    moved = 0;
    fc.assert(
      // About ten outcomes are reached, so caps up to a dozen are felt.
      fc.property(tiers, fc.integer({ min: 0, max: 12 }), people, (tier, cap, wider) => {
        const at = (id: string, volumeCap: number) => policy(id, [file.id], { ...tier, volumeCap });
        never(gaps([file], at("narrow", cap), at("wide", cap + wider)));
      }),
      runs,
    );
    expect(moved).toBeGreaterThan(5);
  });

  it("a guarantee, and a band that pays for those missing alone, never lower it", () => {
    const files = ["per-start", "minimum-guarantee", "band-retrospective"].map(ruleFile);
    const terms = fc.record({ guaranteeShare: shareOf, settleMonths: fc.integer({ min: 1, max: 9 }) });
    moved = 0;
    fc.assert(
      fc.property(terms, shareOf, price, (guarantee, bandUnder, missingReferralPrice) => {
        const none = policy("none", ["per-start"]);
        const band = { bandUnder, missingReferralPrice, overReferralPrice: 0 };
        never(gaps(files, none, policy("guarantee", ["per-start", "minimum-guarantee"], guarantee)));
        never(gaps(files, none, policy("band", ["per-start", "band-retrospective"], band)));
      }),
      runs,
    );
    expect(moved).toBeGreaterThan(10);
  });

  it("a share that waits for performance never raises the fee, nor does a higher level", () => {
    const files = ["per-start", "deferred-on-performance"].map(ruleFile);
    const bound = files.map(({ id }) => id);
    moved = 0;
    fc.assert(
      fc.property(shareOf, shareOf, shareOf, (deferredShare, level, higher) => {
        const at = (id: string, minimumPerformance: number) =>
          policy(id, bound, { serviceFeeShare: 0.3, deferredShare, minimumPerformance });
        never(gaps(files, at("high", Math.max(level, higher)), at("low", Math.min(level, higher))));
        never(gaps(files, at("some", level), at("none", 0)));
      }),
      runs,
    );
    expect(moved).toBeGreaterThan(5);
  });
});

describe("the order in which terms are written", () => {
  const bound = [
    "by-milestone",
    "set-up-by-lead-in",
    "attachment-fee-by-year",
    "above-baseline",
    "staged-13-26-52",
    "band-retrospective",
    "band-clawback",
  ];
  const reorder = <T>(items: T[], order: number[]) =>
    items.map((item, k) => ({ item, at: order[k % order.length]! + k / 1000 })).sort((a, b) => a.at - b.at);
  const run = (rulesets: Terms[], ids: string[]) =>
    runModel(
      world({
        contract: { leadInMonths: 1, lastMonth: 18 },
        volume: { indicative: 4, readyDelayMonths: { empirical: { values: [0, 1] } } },
        costs: { setUp: 1000 },
        rulesets,
        policies: [policy("terms", ids, { serviceFeeShare: 0.3 })],
      }),
      { paths: 512, seed: "order" },
    ).ledgers.terms!;

  it("of rulesets in a policy and a file, and of rules in a stage that is unique, changes no bit", () => {
    const files = bound.map(ruleFile);
    const asWritten = run(files, bound);
    expect(new Set(asWritten.payment).size).toBeGreaterThan(100);
    const orders = fc.array(fc.integer({ min: 0, max: 99 }), { minLength: 7, maxLength: 7 });
    fc.assert(
      fc.property(orders, orders, (order, ofRules) => {
        const shuffled = reorder(files, order).map(({ item }) => ({
          ...item,
          stages: item.stages.map((stage) => ({
            ...stage,
            rules: reorder(stage.rules, ofRules).map((rule) => rule.item),
          })),
        }));
        const ids = reorder(bound, ofRules).map(({ item }) => item);
        same("another order", run(shuffled, ids), asWritten);
      }),
      runs,
    );
  });
});
