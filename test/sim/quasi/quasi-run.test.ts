import { describe, expect, it } from "vitest";
import { openNativeLoops } from "../../../src/engine/native/native-loops.ts";
import { plainLoops } from "../../../src/engine/plain-loops.ts";
import { packBlock, unpackBlock } from "../../../src/host/block-packet.ts";
import { openBlocks } from "../../../src/sim/block.ts";
import { dimensionPlan } from "../../../src/sim/quasi/dimension-plan.ts";
import { mostQuasiPaths, quasiPaths, replicateOf } from "../../../src/sim/quasi/replicates.ts";
import { openRun } from "../../../src/sim/run-spec.ts";
import { disagreements, kernelLedgers, replays, tellingPaths } from "../../laws/replayed-paths.ts";
import { shippedRulesets, shippedText } from "../../laws/shipped-scenarios.ts";

const shipped = (id: string, more: object = {}) =>
  openRun({
    name: `${id}.yaml`,
    // Three contracts of one provider are settled as its 21 are.
    text: shippedText(id).replace("count: 21", "count: 3"),
    format: "yaml",
    library: shippedRulesets(),
    changes: {},
    seed: "quasi run",
    sampling: "quasi",
    ...more,
  }).checked!;

it("futures are 16 scramblings of a power of two of points, 512 at least", () => {
  expect([1, 8192, 8193, 10_000, 100_000].map(quasiPaths)).toEqual([8192, 8192, 16_384, 16_384, 131_072]);
  expect([8191, 8192, 20_000, 131_072].map(mostQuasiPaths)).toEqual([0, 8192, 16_384, 131_072]);
  expect([0, 15, 16, 50].map(replicateOf)).toEqual([
    { replicate: 0, chunk: 0 },
    { replicate: 15, chunk: 0 },
    { replicate: 0, chunk: 1 },
    { replicate: 2, chunk: 3 },
  ]);
});

describe.each(["dps-2017", "standard-workload", "restart-shock", "crc-volume-band"])("%s", (id) => {
  // Opened once: where its dimensions point is found in a pilot.
  const checked = shipped(id);

  it("native and plain loops leave the same bytes", () => {
    const policies = checked.policies
      .map((_, place) => ({ place, priceScale: 1 }))
      .filter(({ place }) => place % 3 === 0);
    const native = openBlocks(checked, policies, openNativeLoops());
    const plain = openBlocks(checked, policies, plainLoops);
    for (const block of [0, 17]) {
      const luck = { seed: "both", block };
      const [one, other] = [native, plain].map((blocks) => unpackBlock(packBlock(block, blocks.run(luck))));
      expect(one!.places).toEqual(other!.places);
      for (const [c, column] of one!.columns.entries()) {
        const also = other!.columns[c]!;
        const numbers = ({ uniform, value, data }: typeof also) => (uniform ? [value] : data);
        const bytes = (of: typeof also) => Buffer.from(Float64Array.from(numbers(of)).buffer);
        expect([c, bytes(column).equals(bytes(also))]).toEqual([c, true]);
      }
    }
    native.close();
  });

  it("futures replayed through json-rules-engine are those of the run, to the penny", async () => {
    const ledgers = kernelLedgers(checked, "replayed", 1024);
    for (const [place, ledger] of ledgers.entries()) {
      if (place % 3 !== 0) continue;
      for (const replayed of await replays(checked, place, "replayed", tellingPaths(ledger, 1).slice(0, 4)))
        expect(disagreements(checked, ledger, replayed)).toEqual([]);
    }
  });
});

it("the dimensions are those of the scenario, whichever policies are run, and a lever that is added shifts none", () => {
  const all = shipped("dps-2017");
  const plan = dimensionPlan(all, 5);
  expect(dimensionPlan(shipped("dps-2017", { policies: ["both"] }), 5)).toEqual(plan);
  const without = { ...all, scenario: { ...all.scenario, levers: [] } };
  const fewer = dimensionPlan(without, 5);
  for (const [name, dimensions] of fewer.dimensions)
    expect([...plan.dimensions.get(name)!].slice(0, dimensions.length)).toEqual([...dimensions]);
  expect(plan.turned).toEqual(fewer.turned);
  const given = [...plan.dimensions.values()]
    .flatMap((own) => [...own])
    .filter((dimension) => dimension >= 0);
  expect(new Set(given).size).toBe(given.length);
});

it("policies alone and together have the same futures, and random futures stay as they were", () => {
  const checked = shipped("dps-2017", { policies: ["today", "training-and-champion"] });
  const alone = kernelLedgers(shipped("dps-2017", { policies: ["training-and-champion"] }), "same", 1024);
  const both = kernelLedgers(checked, "same", 1024);
  expect([...both[1]!.margin]).toEqual([...alone[0]!.margin]);
  const { sampling: _, ...random } = checked;
  const [plain] = kernelLedgers(random, "same", 1024);
  const [named] = kernelLedgers({ ...random, sampling: "random" }, "same", 1024);
  expect([...named!.margin]).toEqual([...plain!.margin]);
  expect([...plain!.margin]).not.toEqual([...both[0]!.margin]);
});
