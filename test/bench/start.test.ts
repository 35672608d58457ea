import { spawnSync } from "node:child_process";
import { describe, expect, it } from "vitest";

const bench = (...words: string[]) =>
  spawnSync(process.execPath, ["bench/start.mjs", ...words], { encoding: "utf8" });

describe("npm run bench:start", () => {
  it("has an answer in a few seconds at most, however busy the machine", () => {
    const { status, stdout, stderr } = bench("--runs", "1", "--json");
    expect([status, stderr]).toEqual([0, ""]);
    const rows = (JSON.parse(stdout) as { rows: { name: string; answerMs: number; wholeMs: number }[] }).rows;
    expect(rows.map(({ name }) => name)).toEqual(["compare --json", "compare", "--help", "npm start"]);
    // About ten times what it takes on a quiet machine of two cores.
    const most = [8000, 20_000, 2000, 25_000];
    for (const [i, { name, answerMs, wholeMs }] of rows.entries()) {
      expect(answerMs, name).toBeLessThan(most[i]!);
      expect(wholeMs, name).toBeGreaterThanOrEqual(answerMs);
    }
  });

  it("starts from the code that V8 kept, and not from text that is compiled anew", () => {
    // In a process of its own: V8 refuses code where other flags are set, as test runners may.
    const look = `
      import { loadBuilt } from "./bin/built-code.mjs";
      const rejected = ["riskshare", "worker"].map((name) => loadBuilt(name).script.cachedDataRejected);
      process.stdout.write(rejected.join());
    `;
    const { stdout } = spawnSync(process.execPath, ["--input-type=module", "-e", look], { encoding: "utf8" });
    expect(stdout).toBe("false,false");
  });

  it("refuses what is no number of runs", () => {
    const { status, stderr } = bench("--runs", "none");
    expect([status, stderr]).toEqual([1, "--runs: invalid value: none; expected a whole number from 1\n"]);
  });
});
