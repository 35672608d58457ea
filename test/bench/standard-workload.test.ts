import { spawnSync } from "node:child_process";
import { describe, expect, it } from "vitest";

type Answer = {
  paths: number;
  microsecondsPerPath: { riskshare: number; plainC?: number };
  agrees: boolean;
  checks: {
    policy: string;
    measures: { id: string; riskshare: number; errors: number[] }[];
  }[];
};

const bench = (...words: string[]) =>
  spawnSync(process.execPath, ["bench/standard-workload.mjs", ...words], { encoding: "utf8" });

describe("npm run bench", () => {
  it("times the standard workload, and plain C beside it computes the same where there is a compiler", () => {
    const { status, stdout, stderr } = bench("--quick", "--paths", "20000", "--runs", "1", "--json");
    expect([status, stderr]).toEqual([0, ""]);
    const answer = JSON.parse(stdout) as Answer;
    expect(answer.agrees).toBe(true);
    expect(answer.microsecondsPerPath.riskshare).toBeGreaterThan(0);
    expect(answer.checks.map(({ policy }) => policy)).toEqual([
      "none",
      "service-fee",
      "cancellation-fee",
      "both",
    ]);
    const measured = answer.checks.flatMap(({ measures }) => measures);
    expect(measured).toHaveLength(12);
    // Both seeds are fixed, so that this holds always or never: 4 standard errors of two samples' difference.
    for (const { id, errors } of measured)
      for (const error of errors) expect(Math.abs(error), id).toBeLessThan(4);
  });

  it("refuses what is no number of futures", () => {
    const { status, stderr } = bench("--paths", "none");
    expect([status, stderr]).toEqual([1, "--paths: invalid value: none; expected a whole number from 1\n"]);
  });
});
