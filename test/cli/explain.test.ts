import { spawnSync } from "node:child_process";
import { mkdtempSync, readdirSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { describe, expect, it } from "vitest";
import type { ExplainedPath } from "../../src/report/explained-path.ts";
import { plainEnvironment } from "./run-riskshare.ts";

const bin = fileURLToPath(new URL("../../bin/riskshare.mjs", import.meta.url));

function run(...args: string[]): { status: number | null; stdout: string; stderr: string } {
  const { status, stdout, stderr } = spawnSync(process.execPath, [bin, "explain", ...args], {
    encoding: "utf8",
    env: plainEnvironment(),
    maxBuffer: 64 * 1024 * 1024,
  });
  return { status, stdout, stderr };
}

const few = ["standard-workload", "--policy", "cancellation-fee", "--paths", "600"];

describe("riskshare explain", () => {
  it("tells a future month by month, why what was decided was, and who bore what", () => {
    const { status, stdout, stderr } = run(...few, "--at", "0.05");
    expect(stderr).toBe("");
    expect(status).toBe(0);
    expect(stdout.replace(/\s+/g, " ")).toContain(
      "Chosen at 0.05: 5 % of these futures leave the provider as little or less.",
    );
    expect(stdout).toMatch(/“end for low referrals” holds, as months below is 3, at least 3/);
    expect(stdout).toMatch(/^ {2}\[1\] (HC 162|ERSA briefing|Work and Health)/m);
    expect(stdout).toMatch(/would be due if the contract ended|Nothing is due at this end/);
    expect(stdout).toMatch(/The contract ended after month \d+ on the ground “low referrals”\./);
    expect(stdout).toMatch(/The provider spent £[\d,]+, and lost £[\d,]+/);
    expect(stdout).not.toMatch(/undefined|NaN|null|\[object/);
    for (const line of stdout.split("\n")) expect(line.length).toBeLessThanOrEqual(100);
  });

  it("prints one object with --json: the same future, equal to the penny and to its own sums", () => {
    const { status, stdout, stderr } = run(...few, "--at", "0.05", "--json");
    expect([status, stderr, stdout.split("\n").length]).toEqual([0, "", 2]);
    const told = JSON.parse(stdout) as ExplainedPath;
    expect(told).toMatchObject({
      schema: "riskshare.explanation/1",
      scenario: "standard-workload",
      basis: "same-unit-prices",
      paths: 600,
      at: 0.05,
      policy: { id: "cancellation-fee", priceScale: 1 },
    });
    const sum = (of: (month: ExplainedPath["months"][number]) => number) =>
      Math.round(told.months.reduce((all, month) => all + of(month), 0) * 100) / 100;
    const paid = sum((month) => month.payments.reduce((all, p) => all + p.pounds, month.settlement));
    expect(paid).toBe(told.totals.payment);
    expect(sum((month) => month.starts)).toBe(told.totals.starts);
    const received = told.afterwards.reduce(
      (all, month) => all + month.received,
      sum((month) => month.received),
    );
    expect(Math.round((received - sum((month) => month.cost)) * 100) / 100).toBe(told.totals.margin);
    expect(told.decisions.some(({ reasons }) => reasons.some((reason) => reason.weight === 3))).toBe(true);
    const again = JSON.parse(run(...few, "--path", String(told.path), "--json").stdout) as ExplainedPath;
    expect(again).toEqual({ ...told, at: null });
  });

  it("counts the outcomes that were claimed, which rules read, beside all that were reached", () => {
    const path = ["dps-2017", "--policy", "both", "--path"];
    const one = run(...path, "5", "--json");
    const { totals, months } = JSON.parse(one.stdout) as ExplainedPath;
    const read = (name: string) => months.reduce((sum, month) => sum + Number(month.facts[name]), 0);
    expect(totals.claimedJobOutcomes).toBe(read("outcomes13Weeks") + read("outcomes13WeeksAfterEnd"));
    expect(totals.jobOutcomes).toBeGreaterThanOrEqual(totals.claimedJobOutcomes!);
  });

  it("tells everything of one month, with the tree of conditions", () => {
    const { status, stdout } = run(...few, "--path", "7", "--month", "8");
    expect(status).toBe(0);
    expect(stdout).toMatch(/^Month 8: /m);
    expect(stdout).toMatch(/months below is \d+, at least 3 \(trigger months\): (yes|no)/);
    expect(stdout).toMatch(/referrals needed \([\d.]+\): trigger share 50\u00a0% × indicative to date \d+/);
    expect(stdout.replace(/\s+/g, " ")).toMatch(
      /\[ERSA briefing, [^\]]*; The standard workload, Termination\]/,
    );
  });

  it("uses the unit prices of the basis", () => {
    const { status, stdout } = run(...few, "--path", "7", "--basis", "same-expected-bill", "--json");
    expect(status).toBe(0);
    const { policy, basis } = JSON.parse(stdout) as ExplainedPath;
    expect(basis).toBe("same-expected-bill");
    expect(policy.priceScale).toBeGreaterThan(0.8);
    expect(policy.priceScale).toBeLessThan(1);
  });

  it("takes the options of compare: threads change nothing, and the first of the policies sets the bill", () => {
    const bill = ["--path", "7", "--basis", "same-expected-bill", "--json"];
    const scale = (...more: string[]) => {
      const { status, stdout } = run(...few, ...bill, ...more);
      expect(status).toBe(0);
      return (JSON.parse(stdout) as ExplainedPath).policy.priceScale;
    };
    const all = scale();
    expect(scale("--threads", "1")).toBe(all);
    expect(scale("--policies", "none,cancellation-fee", "--threads", "2")).toBe(all);
    // Held against its own bill its prices need no change.
    expect(scale("--policies", "cancellation-fee,both")).toBe(1);
    expect(run(...few, "--policies", "none,both", "--threads", "0").stderr).toMatch(
      /^--policy: unknown policy: cancellation-fee; expected one of none, both\n--threads: invalid value: 0;/,
    );
  });

  it("finds the same future on one thread and on two, where there is enough to do for two", () => {
    const many = ["standard-workload", "--policy", "none", "--paths", "400000", "--at", "0.01", "--json"];
    const [one, two] = ["1", "2"].map((threads) => run(...many, "--threads", threads).stdout);
    expect(one).toBe(two);
    expect(JSON.parse(one!)).toMatchObject({ paths: 400_000 });
  });

  it("writes into a folder or a file, whole or not at all", () => {
    const folder = mkdtempSync(join(tmpdir(), "riskshare-explain-"));
    const [out, file] = [join(folder, "one", "two"), join(folder, "path.json")];
    const printed = run(...few, "--path", "7", "--out", out);
    expect([printed.status, printed.stderr]).toEqual([0, ""]);
    expect(printed.stdout).toBe(`${readFileSync(join(out, "explanation.txt"), "utf8")}\nWritten to ${out}\n`);
    const json = JSON.parse(run(...few, "--path", "7", "--json", "--out", file).stdout);
    for (const path of [file, join(out, "explanation.json")])
      expect(JSON.parse(readFileSync(path, "utf8"))).toEqual(json);
    expect(readdirSync(folder).sort()).toEqual(["one", "path.json"]);
    for (const bad of [join(file, "below"), join(folder, "nowhere", "x.json"), ""])
      expect(run(...few, "--path", "7", "--out", bad)).toMatchObject({
        status: 1,
        stdout: "",
        stderr: expect.stringMatching(/^--out: invalid (file|folder): /),
      });
    rmSync(folder, { recursive: true });
  });

  it("names every problem at once, and nothing else", () => {
    const { status, stdout, stderr } = run(
      ...[
        "standard-workload",
        "--policy",
        "bth",
        "--path",
        "0",
        "--at",
        "1",
        "--month",
        "25",
        "--basis",
        "same",
      ],
    );
    expect([status, stdout]).toEqual([1, ""]);
    expect(stderr.trim().split("\n")).toEqual([
      '--policy: unknown policy: bth; expected one of none, service-fee, cancellation-fee, both; did you mean "both"?',
      "--basis: unknown basis: same; expected one of same-unit-prices, same-price, same-expected-bill, same-requirement",
      "--path: invalid value: 0; expected a whole number from 1 to 100,000",
      "--at: invalid value: 1; expected a number between 0 and 1, such as 0.05 for the worst 1 in 20",
      "--month: invalid value: 25; expected a whole number from 1 to 24",
      "--at: ambiguous future: --path and --at; expected one of them",
    ]);
    expect(run(...few, "--path", "601").stderr).toBe(
      "--path: invalid value: 601; expected a whole number from 1 to 600\n",
    );
  });

  it("shows its options and examples, and asks for a policy", () => {
    const { status, stdout } = run("--help");
    expect(status).toBe(0);
    expect(stdout).toContain("riskshare explain dps-2017 --policy both --at 0.05");
    expect(run("standard-workload").stderr).toMatch(/^--policy: missing policy; expected one of none, /);
  });
});
