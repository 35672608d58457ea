import { describe, expect, it } from "vitest";
import type { CheckedScenario } from "../../src/sim/check-scenario.ts";
import { disagreements, kernelLedgers, replays, tellingPaths } from "./replayed-paths.ts";
import { searchedNames, shippedScenario } from "./shipped-scenarios.ts";

describe("law 1: whole paths replayed through json-rules-engine are the kernel's, to the penny", () => {
  for (const name of searchedNames) {
    it(`of ${name}, under every policy, at its best, worst and in between`, async () => {
      const checked = shippedScenario(name);
      // Of the small contract, which is the other one at a quarter of its size, fewer that nothing singles out.
      const { compared, wrong } = await replayed(checked, name, 2048, name === "dps-2017-small" ? 4 : 8);
      expect(wrong).toEqual([]);
      expect(compared).toBeGreaterThanOrEqual(10 * checked.policies.length);
    });

    it(`of ${name} at prices that are not whole pence`, async () => {
      const { wrong } = await replayed(shippedScenario(name), `${name} scaled`, 512, 1, 1.0371);
      expect(wrong).toEqual([]);
    });

    for (const { id } of shippedScenario(name).scenario.variants) {
      it(`of ${name} as ${id}`, async () => {
        // Of the small contract its least and its most margin.
        const most = name === "dps-2017-small" ? 2 : 4;
        const { wrong } = await replayed(shippedScenario(name, { variant: id }), id, 512, 0, 1, most);
        expect(wrong).toEqual([]);
      });
    }
  }
});

async function replayed(
  checked: CheckedScenario,
  seed: string,
  paths: number,
  plain: number,
  priceScale = 1,
  most = 100,
): Promise<{ compared: number; wrong: string[] }> {
  const ledgers = kernelLedgers(checked, seed, paths, priceScale);
  const wrong: string[] = [];
  let compared = 0;
  for (const [place, ledger] of ledgers.entries()) {
    for (const each of await replays(
      checked,
      place,
      seed,
      tellingPaths(ledger, plain).slice(0, most),
      priceScale,
    )) {
      compared += 1;
      for (const line of disagreements(checked, ledger, each))
        wrong.push(`${checked.policies[place]!.spec.id}: ${line}`);
    }
  }
  return { compared, wrong };
}
