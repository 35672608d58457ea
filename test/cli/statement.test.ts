import { mkdtempSync, readdirSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { visibleWidth } from "../../src/report/visible-width.ts";
import { riskshare } from "./run-riskshare.ts";

const of = ["statement", "dps-2017", "--policy", "both", "--paths", "600"];

describe("riskshare statement", () => {
  it("prints the account of a future in 80 columns, and ends with the check", async () => {
    const { code, stdout, stderr } = await riskshare([...of, "--at", "0.5"], undefined, { COLUMNS: "80" });
    expect([code, stderr]).toEqual([0, ""]);
    expect(stdout).toMatch(/^STATEMENT OF ACCOUNT\n/);
    expect(stdout).toMatch(/^Period {2,}the whole contract: months 1–20, July 2017 to February 2019$/m);
    expect(stdout).toMatch(/^Month \d+, \w+ 201[789] \(contract year [12], financial year 201[78]-1[89]\)$/m);
    expect(stdout.replace(/\s+/g, " ")).toMatch(
      /Total due over the contract (£[\d,.]+) = total of the simulated future \1, checked against both ways of calculation, difference £0\.00\./,
    );
    for (const line of stdout.split("\n"))
      if (!/https?:\/\//.test(line)) expect(visibleWidth(line), line).toBeLessThanOrEqual(80);
  });

  it("tells the future that explain tells, and the same total", async () => {
    const at = ["--at", "0.05", "--json"];
    const [statement, explained] = await Promise.all([
      riskshare([...of, ...at]),
      riskshare(["explain", ...of.slice(1), ...at]),
    ]);
    const [a, b] = [JSON.parse(statement.stdout), JSON.parse(explained.stdout)];
    expect(a.schema).toBe("riskshare.statement/1");
    expect([a.path, a.contentHash, a.reconciliation.contract.stated]).toEqual([
      b.path,
      b.contentHash,
      b.totals.payment,
    ]);
  });

  it("takes a contract year, a financial year as people write it, or a month", async () => {
    const period = async (...more: string[]) => {
      const { stdout } = await riskshare([...of, "--path", "7", "--json", ...more]);
      const { name, from, to } = JSON.parse(stdout).period;
      return [name, from, to];
    };
    // The contract begins in July 2017, has 20 months, and payments take up to two months more.
    expect(await period("--year", "1")).toEqual(["contract year 1", 1, 12]);
    expect(await period("--financial-year", "2017/18")).toEqual(["financial year 2017-18", 1, 9]);
    expect(await period("--month", "9")).toEqual(["month 9", 9, 9]);
  });

  it("writes the lines as CSV, or a page, a table and JSON into a folder", async () => {
    const folder = mkdtempSync(join(tmpdir(), "riskshare-statement-"));
    const [csv, out] = [join(folder, "lines.csv"), join(folder, "one", "two")];
    const { code, stdout } = await riskshare([
      ...of,
      "--path",
      "7",
      "--with-costs",
      "--csv",
      csv,
      "--out",
      out,
    ]);
    expect(code).toBe(0);
    expect(stdout.endsWith(`\nWritten to ${csv}\nWritten to ${out}\n`)).toBe(true);
    expect(readdirSync(out).sort()).toEqual(["statement.csv", "statement.html", "statement.json"]);
    expect(readFileSync(csv, "utf8")).toBe(readFileSync(join(out, "statement.csv"), "utf8"));
    const json = JSON.parse(readFileSync(join(out, "statement.json"), "utf8"));
    expect(json.months[0].own.cost).toBeGreaterThan(0);
    const again = await riskshare([...of, "--path", "7", "--with-costs", "--json"]);
    expect(JSON.parse(again.stdout)).toEqual(json);
    rmSync(folder, { recursive: true });
  });

  it("names every problem at once, and writes nothing", async () => {
    const folder = mkdtempSync(join(tmpdir(), "riskshare-statement-"));
    const { code, stdout, stderr } = await riskshare([
      ...["statement", "dps-2017", "--policy", "bth", "--path", "1", "--at", "0.5", "--year", "0"],
      ...[
        "--financial-year",
        "last year",
        "--csv",
        join(folder, "none", "a.csv"),
        "--out",
        join(folder, "out"),
      ],
    ]);
    expect([code, stdout]).toEqual([1, ""]);
    const lines = stderr.trim().split("\n");
    expect(lines.map((line) => line.split(";")[0])).toEqual([
      "--policy: unknown policy: bth",
      "--year: invalid value: 0",
      "--financial-year: unknown financial year: last year",
      "--financial-year: ambiguous period: --year and --financial-year",
      `--csv: invalid file: ${join(folder, "none", "a.csv")}`,
      "--at: ambiguous future: --path and --at",
    ]);
    expect(readdirSync(folder)).toEqual([]);
    rmSync(folder, { recursive: true });
    const late = await riskshare([...of, "--path", "1", "--financial-year", "2016-17", "--month", "99"]);
    expect(late.stderr).toMatch(
      /^--financial-year: unknown financial year: 2016-17; expected one of 2017-18, 2018-19(, 2019-20)?(; did you mean "2017-18"\?)?\n--month: invalid value: 99; expected a whole number from 1 to 2\d\n/,
    );
  });

  it("shows its options and examples", async () => {
    const { code, stdout } = await riskshare(["statement", "--help"]);
    expect(code).toBe(0);
    expect(stdout).toContain("riskshare statement dps-2017 --policy both --at 0.05 --year 1");
    const { stderr } = await riskshare(["statement", "dps-2017"]);
    expect(stderr).toMatch(/^--policy: missing policy; expected one of today, /);
  });

  it("of an offer is under its own terms where no policy is named", async () => {
    const few = ["statement", "lone-parents-charity", "--paths", "50", "--path", "7"];
    const [own, named] = [await riskshare(few), await riskshare([...few, "--policy", "today"])];
    expect(own.code).toBe(0);
    expect(own.stdout).toContain("(policy today)");
    expect(own.stdout).toBe(named.stdout);
  });
});
