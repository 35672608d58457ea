import { spawnSync } from "node:child_process";
import { describe, expect, it } from "vitest";

const bench = (...words: string[]) =>
  spawnSync(process.execPath, ["bench/threads.mjs", ...words], { encoding: "utf8" });

describe("npm run bench:threads", () => {
  it("times few and many futures on one thread and on two", () => {
    const { status, stdout, stderr } = bench(..."--few 100000 --many 200000 --runs 1 --json".split(" "));
    expect([status, stderr]).toEqual([0, ""]);
    type Times = { few: number; many: number };
    const { one, two, added } = JSON.parse(stdout) as { one: Times; two: Times; added: number };
    for (const { few, many } of [one, two]) {
      expect(few).toBeGreaterThan(0);
      // About ten times what it takes on a quiet machine of two cores.
      expect(many).toBeLessThan(5);
    }
    expect(added).toBeCloseTo((one.many - one.few) / (two.many - two.few), 9);
  });

  it("refuses what is no number of futures or of runs, all at once", () => {
    const { status, stdout, stderr } = bench("--few", "none", "--runs", "0");
    expect([status, stdout]).toEqual([1, ""]);
    expect(stderr).toBe(
      "--few: invalid value: none; expected a whole number from 1\n" +
        "--runs: invalid value: 0; expected a whole number from 1\n",
    );
    expect(bench("--few", "9", "--many", "9").stderr).toBe(
      "--many: invalid value: 9; expected more than --few 9\n",
    );
  });
});
