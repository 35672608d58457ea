import { type ChildProcess, spawnSync } from "node:child_process";
import { closeSync, existsSync, mkdtempSync, openSync, readdirSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { afterAll, describe, expect, it } from "vitest";
import { plainEnvironment, riskshare } from "./run-riskshare.ts";

const folder = mkdtempSync(join(tmpdir(), "riskshare-stopped-"));
afterAll(() => rmSync(folder, { recursive: true, force: true }));
let signs = 0;

describe("Ctrl-C during a long run", () => {
  for (const threads of ["1", "2"]) {
    it(`ends it cleanly on ${threads} threads: soon, with nothing on stdout and nothing written`, async () => {
      const out = join(folder, threads);
      const args = [
        "compare",
        "standard-workload",
        "--paths",
        "30000000",
        "--threads",
        threads,
        "--json",
        "--out",
        out,
      ];
      let stopped = 0;
      const { code, signal, stdout, stderr } = await riskshare(
        ...whenAlive(args, 2000, () => {
          stopped = performance.now();
        }),
      );
      expect([code, signal]).toEqual([130, null]);
      expect(stdout).toBe("");
      expect(stderr).toBe("\nstopped; nothing was written\n");
      expect(existsSync(out) ? readdirSync(out) : []).toEqual([]);
      expect(performance.now() - stopped).toBeLessThan(5000);
    });
  }

  it("ends it as cleanly while it is still being loaded", async () => {
    const args = ["compare", "standard-workload", "--json"];
    const { code, signal, stdout, stderr } = await riskshare(...whenAlive(args, 0));
    expect([code, signal, stdout, stderr]).toEqual([130, null, "", "\nstopped; nothing was written\n"]);
  });
});

/** A command that gets Ctrl-C a while after it has shown that it listens, however busy the machine is. */
function whenAlive(
  args: readonly string[],
  waitMs: number,
  stopping: () => void = () => undefined,
): Parameters<typeof riskshare> {
  const sign = join(folder, `sign-${signs++}`);
  const during = (child: ChildProcess) => {
    const seen = setInterval(() => {
      if (!existsSync(sign) && child.exitCode === null) return;
      clearInterval(seen);
      setTimeout(() => {
        stopping();
        child.kill("SIGINT");
      }, waitMs);
    }, 5);
  };
  const preload = pathToFileURL(join(process.cwd(), "test", "cli", "sign-of-life.mjs")).href;
  return [args, during, { NODE_OPTIONS: `--import ${preload}`, RISKSHARE_TEST_SIGN: sign }];
}

describe("a place that is full", () => {
  it.skipIf(!existsSync("/dev/full"))("is told in the one grammar, without a stack", () => {
    const full = openSync("/dev/full", "w");
    const bin = join(process.cwd(), "bin", "riskshare.mjs");
    const { status, stderr } = spawnSync(
      process.execPath,
      [bin, "compare", "standard-workload", "--paths", "600", "--json"],
      { stdio: ["ignore", full, "pipe"], encoding: "utf8", env: plainEnvironment() },
    );
    closeSync(full);
    expect(stderr).toBe(
      "stdout: invalid output; expected a place that can be written to; the disk is full\n",
    );
    expect(status).toBe(1);
  });
});

describe("a reader that stops reading", () => {
  it("is no failure", async () => {
    const { code, stderr } = await riskshare(
      ["compare", "standard-workload", "--paths", "600", "--json"],
      (child) => child.stdout!.destroy(),
    );
    expect([code, stderr]).toEqual([0, ""]);
  });
});
