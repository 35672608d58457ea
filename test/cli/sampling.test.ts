import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { riskshare } from "./run-riskshare.ts";

const words = ["dps-2017", "--policies", "today,both", "--basis", "same-unit-prices"];

describe("riskshare compare --sampling quasi", () => {
  it("says the sampling, the scramblings and that the futures were rounded up, and threads change nothing", async () => {
    const run = async (...more: string[]) => {
      const { code, stdout, stderr } = await riskshare(["compare", ...words, "--json", ...more]);
      expect([code, stderr]).toEqual([0, ""]);
      const { elapsedMs: _, ...result } = JSON.parse(stdout);
      return result;
    };
    const result = await run("--sampling", "quasi", "--paths", "5000");
    expect(result.paths).toBe(8192);
    expect(result.sampling).toEqual({
      method: "quasi",
      points: "Sobol",
      scramblings: 16,
      pointsOfEach: 512,
      roundedUpFrom: 5000,
    });
    const exactly = await run("--sampling", "quasi", "--paths", "8192", "--threads", "2");
    const { roundedUpFrom: _, ...sampling } = result.sampling;
    expect(exactly).toEqual({ ...result, sampling });
    // Nothing of it where futures are random, named or not.
    const random = await run("--paths", "600");
    expect(random.sampling).toBeUndefined();
    expect(await run("--sampling", "random", "--paths", "600")).toEqual(random);
  });

  it("runs the same futures on a basis that solves prices: what is not solved has the same measures", async () => {
    const ofFirst = async (basis: string, threads: string) => {
      const asked = [...words.slice(0, 3), "--basis", basis, "--sampling", "quasi", "--paths", "8192"];
      const { code, stdout } = await riskshare(["compare", ...asked, "--threads", threads, "--json"]);
      expect(code).toBe(0);
      return JSON.parse(stdout).policies[0].metrics;
    };
    const plain = await ofFirst("same-unit-prices", "1");
    expect(await ofFirst("same-expected-bill", "1")).toEqual(plain);
    expect(await ofFirst("same-expected-bill", "2")).toEqual(plain);
  });

  it("writes it into the report, the tables and the command that repeats it", async () => {
    const folder = mkdtempSync(join(tmpdir(), "riskshare-quasi-"));
    try {
      const out = ["--sampling", "quasi", "--paths", "5000", "--out", join(folder, "out")];
      const { code, stdout } = await riskshare(["compare", ...words, ...out]);
      expect(code).toBe(0);
      const text = stdout.replace(/\s+/g, " ");
      expect(text).toContain("spread evenly over what may happen, 512 in each of 16 independent spreads");
      expect(text).toContain("so 5,000 was rounded up to 8,192");
      expect(text).toContain("--sampling quasi");
      const html = readFileSync(join(folder, "out", "report.html"), "utf8");
      expect(html).toContain("--sampling quasi --paths 8192");
      expect(html).toContain("on the estimates of 16 scramblings");
      const csv = readFileSync(join(folder, "out", "policies.csv"), "utf8").split("\r\n");
      expect([csv[0]!.endsWith(",sampling"), csv[1]!.endsWith(",quasi")]).toEqual([true, true]);
    } finally {
      rmSync(folder, { recursive: true, force: true });
    }
  });

  it("runs until an interval is narrow enough, by powers of two", async () => {
    const precise = ["--sampling", "quasi", "--precision", "meanMargin=80", "--json"];
    const { code, stdout } = await riskshare(["compare", ...words, ...precise]);
    expect(code).toBe(0);
    const { paths, precision, policies } = JSON.parse(stdout);
    expect([16_384, 32_768]).toContain(paths);
    expect(precision.isReached).toBe(true);
    for (const { metrics } of policies)
      expect((metrics.meanMargin.high - metrics.meanMargin.low) / 2).toBeLessThanOrEqual(80);
  });

  it("explain and draws tell the same futures", async () => {
    const of = ["dps-2017", "--sampling", "quasi", "--paths", "8192", "--seed", "told"];
    const [drawn, told] = await Promise.all([
      riskshare(["draws", ...of, "--policies", "both", "--json"]),
      riskshare(["explain", ...of, "--policy", "both", "--path", "5678", "--json"]),
    ]);
    const rows = drawn.stdout.trim().split("\n");
    expect(rows.length).toBe(8192);
    const explained = JSON.parse(told.stdout);
    expect(explained.sampling).toBe("quasi");
    expect(explained.totals.margin).toBe(JSON.parse(rows[5677]!).margin_pounds);
  });

  it.each(["compare", "draws", "explain"])(
    "%s refuses what is no sampling, with all else that is wrong",
    async (name) => {
      const policy = name === "explain" ? ["--policy", "today"] : [];
      const bad = [name, "dps-2017", ...policy, "--sampling", "quasy", "--paths", "0"];
      const { code, stdout, stderr } = await riskshare(bad);
      expect([code, stdout]).toEqual([1, ""]);
      expect(stderr).toContain(
        '--sampling: unknown sampling: quasy; expected one of random, quasi; did you mean "quasi"?',
      );
      expect(stderr).toContain("--paths: invalid value: 0");
    },
  );

  it("refuses more futures than memory holds, as scramblings are kept apart", async () => {
    const { code, stderr } = await riskshare([
      "compare",
      ...words,
      "--sampling",
      "quasi",
      "--paths",
      "100000000",
    ]);
    expect(code).toBe(1);
    expect(stderr).toMatch(/--paths: invalid value: 134217728; expected at most \d+ futures/);
    expect(stderr).toContain("with --sampling random on one --basis");
  });
});
