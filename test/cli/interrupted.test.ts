import { existsSync, mkdtempSync, readdirSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, describe, expect, it } from "vitest";
import { riskshare } from "./run-riskshare.ts";

const folder = mkdtempSync(join(tmpdir(), "riskshare-stopped-"));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

describe("Ctrl-C during a long run", () => {
  for (const threads of ["1", "2"]) {
    it(`ends it cleanly on ${threads} threads: soon, with nothing on stdout and nothing written`, async () => {
      const out = join(folder, threads);
      const args = [
        "compare",
        "standard-workload",
        "--paths",
        "3000000",
        "--threads",
        threads,
        "--json",
        "--out",
        out,
      ];
      let stopped = 0;
      const { code, signal, stdout, stderr } = await riskshare(args, (child) => {
        setTimeout(() => {
          stopped = performance.now();
          child.kill("SIGINT");
        }, 6000);
      });
      expect([code, signal]).toEqual([130, null]);
      expect(stdout).toBe("");
      expect(stderr).toBe("\nstopped; nothing was written\n");
      expect(existsSync(out) ? readdirSync(out) : []).toEqual([]);
      expect(performance.now() - stopped).toBeLessThan(5000);
    });
  }
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
