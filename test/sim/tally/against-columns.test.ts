import { describe, expect, it } from "vitest";
import type { RunSpec } from "../../../src/sim/run-spec.ts";
import { approximationOf } from "../../../src/sim/tally/approximation.ts";
import { shippedRulesets, shippedText } from "../../laws/shipped-scenarios.ts";
import { bothWays, endErrors, quantileFaults, valueFaults } from "./both-ways.ts";

// A tally measures what the columns measure, on the same futures: the columns are the witness.
const shipped = (name: string, policies?: string[], change = (text: string) => text): RunSpec => ({
  name: `${name}.yaml`,
  text: change(shippedText(name)),
  format: "yaml",
  library: shippedRulesets(),
  changes: {},
  ...(policies && { policies }),
  seed: "tally",
});
const runs: { title: string; spec: RunSpec; paths: number; pilot: number }[] = [
  { title: "the standard workload", spec: shipped("standard-workload"), paths: 60_000, pilot: 16_384 },
  {
    title: "early ends, hand-backs, a budget's years",
    spec: shipped("dps-2017", ["today", "exit-right", "both", "flat-service-fee"]),
    paths: 30_000,
    pilot: 16_384,
  },
  {
    title: "three contracts of one provider",
    spec: shipped("crc-volume-band", undefined, (text) => text.replace("count: 21", "count: 3")),
    paths: 12_000,
    pilot: 8192,
  },
  {
    title: "people counted by their means",
    spec: shipped("standard-workload", undefined, (text) => `counts: expected\n${text}`),
    paths: 20_000,
    pilot: 8192,
  },
];

for (const { title, spec, paths, pilot } of runs) {
  describe(`a tally of ${title}`, async () => {
    const both = await bothWays(spec, paths, { pilot });

    it("has the values of the columns, and their intervals wherever it says that they are exact", () => {
      expect(both.passes).toBe(1);
      expect(both.tallied.policies.map(({ id }) => id)).toEqual(both.columns.policies.map(({ id }) => id));
      expect(valueFaults(both, paths)).toEqual([]);
    });

    it("errs in the other intervals by no more than it says", () => {
      const { largestErrorShare } = approximationOf(pilot);
      expect(both.tallied.approximation).toMatchObject({ constantsFromPaths: pilot, largestErrorShare });
      const errors = [...endErrors(both, ["deviation", "ratio", "shortfall"])];
      expect(errors.length).toBeGreaterThan(5);
      expect(errors.filter(([, error]) => !(error <= largestErrorShare))).toEqual([]);
      // On a grid of payments an end may lie a step off instead: it then is that of a correlation that is near.
      const quantiles = endErrors(both, ["quantile"]);
      const onGrids = quantileFaults(both, 0.01);
      expect(onGrids.filter((name) => !(quantiles.get(name)! <= largestErrorShare))).toEqual([]);
    });
  });
}

describe("a window that is too narrow", async () => {
  const spec = shipped("standard-workload", ["none", "both"]);
  const paths = 20_000;
  const both = await bothWays(spec, paths, { pilot: 8192, reach: 0.01 });

  it("misses, and the futures are drawn again until none does", () => {
    expect(both.passes).toBeGreaterThan(1);
    expect(valueFaults(both, paths)).toEqual([]);
    expect(quantileFaults(both, 0.03)).toEqual([]);
  });
});
