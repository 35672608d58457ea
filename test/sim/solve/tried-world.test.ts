import { describe, expect, it } from "vitest";
import { openHost } from "../../../src/cli/open-host.ts";
import { openRun, type RunSpec } from "../../../src/sim/run-spec.ts";
import { simulateHere } from "../../../src/sim/simulate-here.ts";
import { type TriedWorld, withTried } from "../../../src/sim/solve/tried-world.ts";
import { fingerprint } from "../../laws/ledger-bytes.ts";
import { shippedRulesets, shippedText } from "../../laws/shipped-scenarios.ts";

const spec: RunSpec = {
  name: "dps-2017.yaml",
  text: shippedText("dps-2017"),
  format: "yaml",
  library: shippedRulesets(),
  changes: {},
  seed: "tried",
};
const checked = openRun(spec).checked!;
const policies = [{ place: 3, priceScale: 1.01 }];
const columns = ["margin", "referrals"];
const tries: readonly (TriedWorld | undefined)[] = [
  undefined,
  { kind: "scale", of: "referrals", scale: 1.3 },
  { kind: "scale", of: "outcomeRates", scale: 0.7 },
  { kind: "figure", path: "delivery.startRate", value: 0.9 },
];

describe("worlds that are tried, one after the other on one host", () => {
  it.each([1, 2, 3])("on %i threads leave the bytes of a scenario that is so changed", async (threads) => {
    const host = await openHost(checked, spec, threads, { columns });
    try {
      const seen = new Set<string>();
      // Few futures as well as some: a last block that is not full, and fewer blocks than members.
      for (const paths of [1, 511, 513, 1025, 3000])
        for (const tried of tries) {
          const [ledger] = await host.simulate(policies, paths, undefined, tried);
          const [alone] = await simulateHere(withTried(checked, tried), policies, paths, {
            seed: spec.seed,
            columns,
          });
          expect(fingerprint([ledger!]), `${paths} ${JSON.stringify(tried)}`).toBe(fingerprint([alone!]));
          seen.add(fingerprint([ledger!]));
        }
      expect(seen.size).toBeGreaterThan(4 * 4);
    } finally {
      await host.close();
    }
  });
});
