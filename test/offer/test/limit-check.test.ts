import { describe, expect, it } from "vitest";
import { checkLimits, verdictOf } from "../../../src/offer/test/limit-check.ts";
import type { LedgerColumns } from "../../../src/sim/risk/ledger-columns.ts";

const limits = { cash: 100, loss: 50, marginPercent: 10, oneIn: 4, overdraft: undefined };
const ledger = (of: Record<string, readonly number[]>) =>
  Object.fromEntries(
    Object.entries(of).map(([name, pence]) => [name, Float64Array.from(pence)]),
  ) as LedgerColumns;
const many = (n: number, of: (path: number) => number) => Array.from({ length: n }, (_, path) => of(path));

describe("limits beside futures", () => {
  it("count what goes over a limit, a penny above and not at it", () => {
    const [cash, loss, margin] = checkLimits(
      limits,
      ledger({
        peakFunding: [10_000, 10_001, 0, 20_000],
        margin: [-5000, -5001, 3000, 9002],
        payment: [10_000, 10_000, 5000, 15_000],
      }),
    );
    expect(cash!.estimate.value).toBe(0.5);
    expect(loss!.estimate.value).toBe(0.25);
    // (−50 − 50.01 + 30 + 90.02) / (100 + 100 + 50 + 150) = 20.01 / 400
    expect(margin!.estimate.value).toBeCloseTo(20.01 / 400, 12);
  });

  it("are kept or broken only where the whole interval says so", () => {
    const standing = (hits: number) => {
      const n = 1000;
      const columns = ledger({
        peakFunding: many(n, (path) => (path < hits ? 10_001 : 0)),
        margin: many(n, () => 1000),
        payment: many(n, () => 10_000),
      });
      return checkLimits(limits, columns).map((check) => check.standing);
    };
    // The exact 95 % interval of 250 in 1,000 is about 0.223 to 0.278; the limit is 1 in 4. 10 % margin is just what is needed.
    expect(standing(200)).toEqual(["kept", "kept", "kept"]);
    expect(standing(250)[0]).toBe("unclear");
    expect(standing(300)[0]).toBe("broken");
  });

  it("have no margin to keep where nothing is paid", () => {
    const check = checkLimits(limits, ledger({ peakFunding: [0, 0], margin: [-1, -1], payment: [0, 0] }))[2]!;
    expect(check).toMatchObject({ standing: "broken", estimate: { value: null } });
  });

  it("give the verdict: one broken is enough, and doubt is no yes", () => {
    const of = (...standings: ("kept" | "broken" | "unclear")[]) =>
      verdictOf(standings.map((standing) => ({ limit: "cash", wanted: 0, estimate: null!, standing })));
    expect([of("kept", "kept"), of("kept", "unclear"), of("unclear", "broken")]).toEqual([
      "within",
      "unclear",
      "beyond",
    ]);
  });
});
