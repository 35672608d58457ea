import { createHash } from "node:crypto";
import { expect, it } from "vitest";
import { plainLoops } from "../../src/engine/plain-loops.ts";
import { packBlock } from "../../src/host/block-packet.ts";
import { type OpenWorlds, openBlocks, openWorlds } from "../../src/sim/block.ts";
import type { CheckedScenario } from "../../src/sim/check-scenario.ts";
import { holdFigure } from "../../src/sim/held-figure.ts";
import { keepWorlds } from "../../src/sim/kept-worlds.ts";
import { openRun } from "../../src/sim/run-spec.ts";
import { scenarioFigures } from "../../src/sim/scenario-figures.ts";
import { shippedRulesets, shippedText } from "../laws/shipped-scenarios.ts";

const { checked } = openRun({
  name: "dps-2017.yaml",
  text: shippedText("dps-2017"),
  format: "yaml",
  library: shippedRulesets(),
  changes: {},
  seed: "",
}) as { checked: CheckedScenario };
const policies = checked.policies.map((_, place) => ({ place, priceScale: 1.02 }));

/** The bytes of a block: comparing its hundred thousand numbers one by one would take long. */
function settled(of: CheckedScenario, worlds?: OpenWorlds, own = policies): string {
  const blocks = openBlocks(of, own, undefined, worlds && { worlds });
  try {
    const { values, numbers } = packBlock(1, blocks.run({ seed: "kept", block: 1 }));
    const hash = createHash("sha256");
    for (const { buffer } of [values, numbers]) hash.update(new Uint8Array(buffer as ArrayBuffer));
    return hash.digest("hex");
  } finally {
    blocks.close();
  }
}

it("a world that was kept settles to the same bytes again and again", () => {
  const worlds = keepWorlds(checked);
  const expected = settled(checked);
  expect(settled(checked, worlds.open)).toBe(expected);
  expect(settled(checked, worlds.open)).toBe(expected);
  worlds.close();
});

it("of several contracts the counts are kept, and it settles to the same bytes in either memory", () => {
  const { checked: many } = openRun({
    name: "crc-volume-band.yaml",
    text: shippedText("crc-volume-band"),
    format: "yaml",
    library: shippedRulesets(),
    changes: {},
    seed: "",
  }) as { checked: CheckedScenario };
  // Two of the 21 are drawn as all are.
  const two: CheckedScenario = { ...many, contracts: many.contracts.slice(0, 2) };
  const own = two.policies.slice(0, 2).map((_, place) => ({ place, priceScale: 1.02 }));
  const inPlain = (worlds: OpenWorlds): OpenWorlds => {
    return (of, levers, _loops, width) => worlds(of, levers, plainLoops, width);
  };
  const expected = settled(two, undefined, own);
  const worlds = keepWorlds(two);
  for (const open of [worlds.open, worlds.open, inPlain(worlds.open)])
    expect(settled(two, open, own)).toBe(expected);
  worlds.close();
  const plain = keepWorlds(two);
  for (const open of [inPlain(plain.open), plain.open]) expect(settled(two, open, own)).toBe(expected);
  // What was kept is of one seed: under another the counts of the first come back, as nothing asks for them anew.
  const reached = (seed: string, open: OpenWorlds) =>
    open(
      two,
      [[], []],
      plainLoops,
      512,
    )({ seed, block: 9 }).map(({ stages }) => stages[0]!.achievedByMonth.map(({ data }) => data.join(" ")));
  const kept = keepWorlds(two);
  const first = reached("first", kept.open);
  expect(reached("second", kept.open)).toEqual(first);
  expect(reached("second", openWorlds)).not.toEqual(first);
  kept.close();
  plain.close();
});

it("a quasi-random world is kept as it is drawn", () => {
  const quasi: CheckedScenario = { ...checked, sampling: "quasi" };
  const worlds = keepWorlds(quasi);
  expect(settled(quasi, worlds.open)).toBe(settled(quasi));
  expect(settled(quasi)).not.toBe(settled(checked));
  worlds.close();
});

it("whatever figure is held, what it leaves as it is need not be drawn again: the bytes are the same", () => {
  const centre = keepWorlds(checked);
  settled(checked, centre.open);
  const figures = scenarioFigures(checked.scenario).filter(({ mark }) => mark === "judgement");
  expect(figures.length).toBeGreaterThan(20);
  for (const { path } of figures) {
    const held = holdFigure(checked, path, "high")!;
    const worlds = keepWorlds(held, centre);
    // Plans too are those of the centre: held apart from it they are worked out anew.
    const { believes: _, ...alone } = held;
    expect(settled(held, worlds.open), path).toBe(settled(alone));
    worlds.close();
  }
  centre.close();
});

it("a world drawn in other memory than it is settled in leaves the same bytes", () => {
  const inPlain: OpenWorlds = (of, levers, _loops, width) => openWorlds(of, levers, plainLoops, width);
  expect(settled(checked, inPlain)).toBe(settled(checked));
});
