import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { openEvaluate } from "../../src/engine/evaluate.ts";
import { arbitraryContract } from "./arbitrary-contract.ts";
import { arbitraryMonths } from "./arbitrary-facts.ts";
import { arbitraryRuleset } from "./arbitrary-ruleset.ts";
import { boundContract, difference, openTally } from "./same-answers.ts";

// `npm run soak:roads` sets both: another seed each time, and more runs.
const seed = Number(process.env.ROADS_SEED ?? 20170401);
const times = Number(process.env.ROADS_TIMES ?? 1);

describe("law 1: two roads, one answer", () => {
  it("gives for any ruleset the masks, amounts and sets of json-rules-engine, bit for bit", async () => {
    const rows = 32;
    const tally = openTally();
    const any = arbitraryRuleset({ letter: "a", kind: "outcome-payment", remembers: false }).chain(
      (ruleset) => fc.record({ ruleset: fc.constant(ruleset), months: arbitraryMonths(ruleset, rows, 1) }),
    );
    await fc.assert(
      fc.asyncProperty(any, async ({ ruleset, months }) => {
        expect(await difference(boundContract([ruleset]), months, rows, openEvaluate(), tally)).toBe(
          undefined,
        );
      }),
      { seed, numRuns: 300 * times, interruptAfterTimeLimit: 3_600_000 },
    );
    // The law would hold for rules that never meet a row: enough of them must hold, pay and clash.
    expect(tally.numbers).toBeGreaterThan(300 * rows * 10 * times);
    expect(tally.held).toBeGreaterThan(tally.numbers / 200);
    expect(tally.conflicts).toBeGreaterThan(3 * times);
    expect(tally.conflicts).toBeLessThan(90 * times);
  }, 3_600_000);

  it("gives for any contract, month by month, its payments, memory, settlement and end, bit for bit", async () => {
    const rows = 8;
    const tally = openTally();
    const any = arbitraryContract().chain((rulesets) =>
      fc.record({ rulesets: fc.constant(rulesets), months: arbitraryMonths(rulesets, rows, 7) }),
    );
    await fc.assert(
      fc.asyncProperty(any, async ({ rulesets, months }) => {
        expect(await difference(boundContract(rulesets), months, rows, openEvaluate(), tally)).toBe(
          undefined,
        );
      }),
      { seed, numRuns: 60 * times, interruptAfterTimeLimit: 3_600_000 },
    );
    expect(tally.numbers).toBeGreaterThan(60 * 8 * 7 * 20 * times);
    expect(tally.ends).toBeGreaterThan(60 * times);
  }, 3_600_000);

  it("holds where payments are not rounded, instalments included", async () => {
    const rows = 64;
    const tally = openTally();
    const any = arbitraryRuleset({ letter: "a", kind: "outcome-payment", remembers: false }).chain(
      (ruleset) => fc.record({ ruleset: fc.constant(ruleset), months: arbitraryMonths(ruleset, rows, 1) }),
    );
    await fc.assert(
      fc.asyncProperty(any, async ({ ruleset, months }) => {
        const found = await difference(boundContract([ruleset]), months, rows, openEvaluate(), tally, false);
        expect(found).toBe(undefined);
      }),
      { seed, numRuns: 100 * times, interruptAfterTimeLimit: 3_600_000 },
    );
    expect(tally.held).toBeGreaterThan(100 * 64 * times);
  }, 3_600_000);
});
