import fc from "fast-check";
import { expect, it } from "vitest";
import { balanceOf, sumPence } from "../../../src/report/statement/balance.ts";
import { yearsWithin } from "../../../src/report/statement/period.ts";

const line = fc
  .record({
    month: fc.integer({ min: 1, max: 60 }),
    term: fc.integer({ min: 0, max: 8 }),
    pence: fc.integer({ min: -10_000_000, max: 10_000_000 }),
  })
  .map(({ month, term, pence }) => ({ month, paidIn: month + term, pence }));
const lines = fc.array(line, { maxLength: 60 });
const fixed = { seed: 2017, numRuns: 300 };

it("opening owed + due − paid is closing owed, in any months of any lines", () => {
  fc.assert(
    fc.property(lines, fc.integer({ min: 1, max: 68 }), fc.nat(40), (all, from, more) => {
      const of = balanceOf(all, { from, to: from + more });
      expect(of.broughtForwardPence + of.duePence - of.paidPence).toBe(of.carriedForwardPence);
    }),
    fixed,
  );
});

it("months, contract years and financial years add up to all lines, and nothing is left owed", () => {
  fc.assert(
    fc.property(lines, fc.integer({ min: 1, max: 12 }), (all, startMonth) => {
      const start = `2017-${String(startMonth).padStart(2, "0")}-01`;
      const whole = { from: 1, to: 68 };
      const months = Array.from({ length: 68 }, (_, m) => ({ from: m + 1, to: m + 1 }));
      const years = (["contractYear", "financialYear"] as const).map((kind) =>
        yearsWithin(whole, kind, start).map(({ period }) => period),
      );
      for (const parts of [months, ...years]) {
        const balances = parts.map((part) => balanceOf(all, part));
        expect(balances.reduce((sum, { duePence }) => sum + duePence, 0)).toBe(sumPence(all));
        expect(balances.reduce((sum, { paidPence }) => sum + paidPence, 0)).toBe(sumPence(all));
        for (const [b, { broughtForwardPence }] of balances.entries())
          expect(broughtForwardPence).toBe(b === 0 ? 0 : balances[b - 1]!.carriedForwardPence);
      }
      expect(balanceOf(all, whole).carriedForwardPence).toBe(0);
    }),
    fixed,
  );
});
