import { spawnSync } from "node:child_process";
import { describe, expect, it } from "vitest";
import { openNodePort, startSpareWorkers } from "../../src/host/node-port.ts";
import type { RunSpec } from "../../src/sim/run-spec.ts";
import { shippedRulesets, shippedText } from "../laws/shipped-scenarios.ts";

const spec: RunSpec = {
  name: "dps-2017.yaml",
  text: shippedText("dps-2017"),
  format: "yaml",
  library: shippedRulesets(),
  changes: {},
  seed: "spare",
};

describe("worker threads that are started early", () => {
  it("serve the ports that are opened later, and these close", async () => {
    startSpareWorkers(1);
    for (const _ of ["the spare one", "one that is started for it"]) {
      const port = openNodePort();
      const answer = new Promise((resolve) => port.onAnswer(resolve));
      port.post({ kind: "open", spec });
      expect(await answer).toEqual({ kind: "ready" });
      await port.kill();
    }
  });

  it("tell of an end that came before anyone listened", async () => {
    startSpareWorkers(1);
    const port = openNodePort();
    await port.kill();
    expect(await new Promise((resolve) => port.onDead(resolve))).toMatch(/^exit code \d+$/);
  });

  it("keep no process alive, and an input that is refused ends it at once", () => {
    const began = performance.now();
    const { status, stderr } = spawnSync(
      process.execPath,
      ["bin/riskshare.mjs", "offer", "test", "nowhere.yaml", "--paths", "1000000"],
      { encoding: "utf8" },
    );
    expect(status).toBe(1);
    expect(stderr).toMatch(/^nowhere\.yaml: /);
    expect(performance.now() - began).toBeLessThan(10_000);
  });
});
