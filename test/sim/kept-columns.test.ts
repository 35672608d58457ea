import { describe, expect, it } from "vitest";
import { columnsOfRun } from "../../src/sim/ledger-columns.ts";
import { simulateHere } from "../../src/sim/simulate-here.ts";
import { differingColumns } from "../laws/ledger-bytes.ts";
import { shippedScenario } from "../laws/shipped-scenarios.ts";

// What no column needs is not worked out; what is left must not move by a bit.
describe.each(["dps-2017", "lse-60-40"])("%s: any choice of columns", (name) => {
  const checked = shippedScenario(name);
  const policies = checked.policies.map((_, place) => ({ place, priceScale: 1.01 }));
  const run = (columns?: readonly string[]) =>
    simulateHere(checked, policies, 1024, { seed: "kept columns", ...(columns && { columns }) });

  it("leaves the bytes that all columns together leave", async () => {
    const whole = await run();
    const all = columnsOfRun(checked);
    const halves = [0, 1].map((odd) => all.filter((_, c) => c % 2 === odd));
    for (const columns of [["margin"], ["endedInReferrals", "bill"], [...all].reverse(), ...halves]) {
      const ledgers = await run(columns);
      for (const [p, ledger] of ledgers.entries()) {
        expect(Object.keys(ledger)).toEqual(columns);
        expect(differingColumns(ledger, whole[p]!)).toEqual([]);
      }
    }
  });
});
