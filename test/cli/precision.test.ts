import { describe, expect, it } from "vitest";
import { riskshare } from "./run-riskshare.ts";

describe("riskshare compare --precision", () => {
  it("runs as many futures as the interval takes, and the same futures with --paths give the same", async () => {
    const asked = ["compare", "standard-workload", "--policies", "none", "--json"];
    const precise = await riskshare([...asked, "--precision", "probabilityOfLoss=0.008"]);
    expect([precise.code, precise.stderr]).toEqual([0, ""]);
    const { elapsedMs: _, precision, ...result } = JSON.parse(precise.stdout);
    // A chance of one half needs 1.96² ÷ 4 ÷ 0.008² = 15,006 futures; the next power of two is 16,384.
    expect(result.paths).toBe(16_384);
    const { low, high } = result.policies[0].metrics.probabilityOfLoss;
    expect(precision).toEqual({
      metric: "probabilityOfLoss",
      ofDifferences: false,
      asked: 0.008,
      halfWidth: (high - low) / 2,
      isReached: true,
    });
    const again = await riskshare([...asked, "--paths", "16384"]);
    const { elapsedMs: __, ...same } = JSON.parse(again.stdout);
    expect(same).toEqual(result);
  });

  it("says in words how many futures it took", async () => {
    const words = ["--precision", "difference.meanMargin=900", "--basis", "same-unit-prices"];
    const { code, stdout } = await riskshare(["compare", "standard-workload", ...words]);
    expect(code).toBe(0);
    expect(stdout.replace(/\s+/g, " ")).toMatch(
      /As many futures as it takes to know each difference in the average margin to within £900 \(95 %\): the widest is ±£\d+\./,
    );
  });

  it.each([
    ["foo", "invalid value: foo; expected METRIC=HALFWIDTH"],
    ["probabilityOfLos=0.1", 'did you mean "probabilityOfLoss"?'],
    ["probabilityOfLoss=0", "invalid half-width: 0; expected a half-width over 0"],
    ["probabilityOfLoss=1e-3", "invalid half-width: 1e-3"],
    ["breakEvenReferralsPerMonth=1", "unknown measure"],
    [
      "probabilityOverBudget=0.1",
      "missing measure: probabilityOverBudget; expected a measure that every policy",
    ],
  ])("refuses %s", async (value, said) => {
    const { code, stdout, stderr } = await riskshare(["compare", "standard-workload", "--precision", value]);
    expect([code, stdout]).toEqual([1, ""]);
    expect(stderr).toContain(said);
    expect(stderr.trim().split("\n").length).toBe(1);
  });
});
