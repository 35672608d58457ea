import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect, it } from "vitest";
import { keepScenario, readKeptScenario } from "../../src/cli/kept-scenario.ts";
import { openRun, type RunSpec } from "../../src/sim/run-spec.ts";
import { shippedRulesets, shippedText } from "../laws/shipped-scenarios.ts";

it("a scenario that was kept opens as its text does, until the text changes", () => {
  const folder = mkdtempSync(join(tmpdir(), "riskshare-kept-scenario-"));
  try {
    const text = shippedText("dps-2017");
    expect(readKeptScenario(folder, "dps-2017", text)).toBeUndefined();
    keepScenario(folder, "dps-2017", text);
    const known = readKeptScenario(folder, "dps-2017", text);
    expect(known).toBeDefined();
    const spec = (changes: RunSpec["changes"]): RunSpec => ({
      name: "dps-2017.yaml",
      text,
      format: "yaml",
      library: shippedRulesets(),
      changes,
      seed: "",
    });
    for (const changes of [
      {},
      { variant: "stress" },
      { set: [{ policy: "*", parameter: "startPrice", value: 200 }] },
      // What is wrong is placed as in the text.
      { set: [{ policy: "*", parameter: "startPrice", value: -1 }] },
      { variant: "none" },
    ])
      expect(openRun({ ...spec(changes), known })).toEqual(openRun(spec(changes)));
    expect(readKeptScenario(folder, "dps-2017", `${text}\n`)).toBeUndefined();
    writeFileSync(join(folder, "dps-2017"), "half");
    expect(readKeptScenario(folder, "dps-2017", text)).toBeUndefined();
  } finally {
    rmSync(folder, { recursive: true });
  }
});
