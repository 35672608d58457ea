import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { readLibrary, scenarioNames } from "../../src/cli/library.ts";
import { riskshare } from "./run-riskshare.ts";

describe("riskshare rules", () => {
  it("lists every ruleset of the library under its kind", async () => {
    const { code, stdout, stderr } = await riskshare(["rules"]);
    expect([code, stderr]).toEqual([0, ""]);
    for (const { id, kind } of readLibrary().rulesets) {
      expect(stdout).toContain(`  ${id} `);
      expect(stdout).toContain(`\n${kind}\n`.trimStart());
    }
    const { stdout: json } = await riskshare(["rules", "--json"]);
    expect(
      JSON.parse(json)
        .rulesets.map((r: { id: string }) => r.id)
        .sort(),
    ).toEqual(
      readLibrary()
        .rulesets.map((r) => r.id)
        .sort(),
    );
  });

  it("shows one in words: rules, parameters with their range, what it needs, examples and sources", async () => {
    const { code, stdout } = await riskshare(["rules", "set-up-and-notice"]);
    expect(code).toBe(0);
    const flat = stdout.replace(/\s+/g, " ");
    expect(flat).toContain("due if the contract ends");
    expect(flat).toContain("From 0 % to 100 %.");
    expect(flat).toContain("evidenceAccepted, which the scenario must give");
    expect(flat).toContain("The provider's fault: nothing is due where the provider is at fault.");
    expect(flat).toContain("ERSA briefing");
  });

  it("shows a decision table of the library, and files of one's own, in the same words", async () => {
    const shown = await riskshare(["rules", "attachment-fee-by-group"]);
    expect([shown.code, shown.stderr]).toEqual([0, ""]);
    const flat = shown.stdout.replace(/\s+/g, " ");
    expect(flat).toContain("When the claimant group is esa, owed as start fee: start fee row 6 £600");
    expect(flat).toContain("“group 6: ESA, new claimants (unconfirmed)”");
    const folder = mkdtempSync(join(tmpdir(), "riskshare-rules-"));
    try {
      for (const [id, path] of [
        ["attachment-fee-by-group", "rules/start-fee/attachment-fee-by-group.yaml"],
        ["per-start", "rules/start-fee/per-start.json"],
      ] as const) {
        const file = join(folder, path.split("/").at(-1)!);
        writeFileSync(file, readFileSync(path, "utf8"));
        for (const json of [[], ["--json"]]) {
          const own = await riskshare(["rules", file, ...json]);
          expect(own).toEqual(await riskshare(["rules", id, ...json]));
          expect(own.code).toBe(0);
        }
      }
      // JSON is YAML: rules may stand in a file of either.
      const rules = join(folder, "per-start.yaml");
      writeFileSync(rules, readFileSync("rules/start-fee/per-start.json", "utf8"));
      expect(await riskshare(["rules", rules])).toEqual(await riskshare(["rules", "per-start"]));
      const checked = await riskshare(["check", rules]);
      expect(checked.stdout).toContain("(start-fee, 3 examples hold on both roads)");
    } finally {
      rmSync(folder, { recursive: true, force: true });
    }
  });

  it.each([
    [
      ["rules", "scenarios/dps-2017.yaml"],
      "invalid file: a scenario; expected a ruleset or a decision table",
    ],
    [["rules", "rules/limit/value-called-off.cases.yaml"], "invalid file: cases; expected a ruleset"],
    [["rules", "./none.yaml"], "missing file; expected a file that exists"],
    [["scenarios", "rules/start-fee/per-start.json"], "invalid file: a ruleset; expected a scenario"],
    [
      ["compare", "rules/start-fee/attachment-fee-by-group.yaml"],
      "invalid file: a ruleset; expected a scenario",
    ],
  ])("says what a file is where another is meant: %j", async (args, said) => {
    const { code, stdout, stderr } = await riskshare(args);
    expect([code, stdout]).toEqual([1, ""]);
    expect(stderr).toContain(said);
    expect(stderr.trim().split("\n").length).toBe(1);
  });

  it("names a near ruleset where there is none", async () => {
    const { code, stdout, stderr } = await riskshare(["rules", "exit-rigth"]);
    expect([code, stdout]).toEqual([1, ""]);
    expect(stderr).toBe(
      'exit-rigth: unknown ruleset: exit-rigth; expected a file, or a ruleset of the library; riskshare rules lists them; did you mean "exit-right"?\n',
    );
  });
});

describe("riskshare scenarios", () => {
  it("lists the shipped ones", async () => {
    const { code, stdout, stderr } = await riskshare(["scenarios"]);
    expect([code, stderr]).toEqual([0, ""]);
    for (const name of scenarioNames()) expect(stdout).toContain(`${name}  `);
  });

  it("shows one with its policies, limits, and every figure with its source", async () => {
    const { code, stdout } = await riskshare(["scenarios", "dps-2017", "--variant", "stress"]);
    expect(code).toBe(0);
    const flat = stdout.replace(/\s+/g, " ");
    expect(flat).toContain("minimum-guarantee-50: Minimum guarantee of 50 %.");
    expect(flat).toContain("volume.factors.awareness: lognormal, median 0.55, spread of the logarithm 0.35");
    expect(flat).toContain("provider.reserves: 8,000 — a judgement:");
  });
});

describe("riskshare draws", () => {
  it("writes one row a future and policy, whose means are what compare says", async () => {
    const some = ["dps-2017", "--policies", "today,both", "--paths", "300"];
    const { code, stdout, stderr } = await riskshare(["draws", ...some]);
    expect([code, stderr]).toEqual([0, ""]);
    const [head, ...rows] = stdout.trim().split("\r\n");
    const names = head!.split(",");
    expect(rows.length).toBe(600);
    const cells = rows.map((row) => row.split(","));
    const column = (policy: string, name: string) =>
      cells.filter((row) => row[1] === policy).map((row) => Number(row[names.indexOf(name)]));
    const compared = JSON.parse((await riskshare(["compare", ...some, "--json"])).stdout);
    for (const { id, metrics } of compared.policies) {
      const mean = (list: number[]) => list.reduce((a, b) => a + b, 0) / list.length;
      expect(mean(column(id, "margin"))).toBeCloseTo(metrics.meanMargin.value, 6);
      expect(mean(column(id, "handedBack"))).toBeCloseTo(metrics.probabilityProviderExits.value, 12);
    }
    expect(column("both", "future")).toEqual(Array.from({ length: 300 }, (_, path) => path + 1));
    const json = (await riskshare(["draws", ...some, "--json"])).stdout.trim().split("\n");
    expect(JSON.parse(json[1]!).margin).toBe(column("both", "margin")[0]);
  });

  it("writes a whole file or none", async () => {
    const folder = mkdtempSync(join(tmpdir(), "riskshare-draws-"));
    try {
      const file = join(folder, "draws.csv");
      const done = await riskshare(["draws", "standard-workload", "--paths", "50", "--out", file]);
      expect([done.code, done.stdout]).toEqual([0, ""]);
      expect(readFileSync(file, "utf8").trim().split("\r\n").length).toBe(201);
      const wrong = await riskshare([
        "draws",
        "standard-workload",
        "--paths",
        "0",
        "--out",
        join(folder, "no.csv"),
      ]);
      expect(wrong.code).toBe(1);
      const nowhere = await riskshare(["draws", "standard-workload", "--out", join(folder, "no", "no.csv")]);
      expect(nowhere.code).toBe(1);
      expect(nowhere.stderr).toContain("--out: invalid file:");
      expect(readdirSync(folder)).toEqual(["draws.csv"]);
      expect(existsSync(join(folder, "no"))).toBe(false);
    } finally {
      rmSync(folder, { recursive: true, force: true });
    }
  });
});

describe("riskshare new", () => {
  it("writes a scenario and a ruleset that pass check as they are, and never over a file", async () => {
    const folder = mkdtempSync(join(tmpdir(), "riskshare-new-"));
    try {
      const scenario = join(folder, "my-contract.yaml");
      const ruleset = join(folder, "my-term.json");
      expect((await riskshare(["new", "scenario", scenario])).code).toBe(0);
      expect((await riskshare(["new", "ruleset", ruleset])).code).toBe(0);
      const { code, stdout, stderr } = await riskshare(["check", scenario, ruleset]);
      expect([code, stderr]).toEqual([0, ""]);
      expect(stdout).toContain("my-contract.yaml: My contract (scenario, 3 policies)");
      expect(stdout).toContain("4 examples hold on both roads");
      const ran = await riskshare(["compare", scenario, "--paths", "500", "--json"]);
      expect(JSON.parse(ran.stdout).scenario).toBe("my-contract");
      const before = readFileSync(scenario, "utf8");
      const again = await riskshare(["new", "scenario", scenario]);
      expect(again.code).toBe(1);
      expect(again.stderr).toContain("duplicate file");
      expect(readFileSync(scenario, "utf8")).toBe(before);
      const wrong = await riskshare(["new", "ruleset", join(folder, "My Term.json")]);
      expect([wrong.code, wrong.stderr.includes("invalid name")]).toEqual([1, true]);
      expect((await riskshare(["new", "offer"])).stderr).toBe(
        "offer: unknown kind of file: offer; expected scenario or ruleset\n",
      );
      expect(readdirSync(folder).sort()).toEqual(["my-contract.yaml", "my-term.json"]);
    } finally {
      rmSync(folder, { recursive: true, force: true });
    }
  });
});

describe("riskshare check", () => {
  it("notes what the author of a ruleset would want to know, with its place", async () => {
    const folder = mkdtempSync(join(tmpdir(), "riskshare-notes-"));
    try {
      const file = join(folder, "my-term.json");
      await riskshare(["new", "ruleset", file]);
      const written = JSON.parse(readFileSync(file, "utf8"));
      written.stages[0].rules[0].conditions.all.push({ fact: "month", operator: "lessThan", value: 1 });
      written.examples = [];
      writeFileSync(file, JSON.stringify(written, undefined, 2));
      const { code, stdout } = await riskshare(["check", file]);
      expect(code).toBe(0);
      expect(stdout).toMatch(
        /note: .*my-term\.json:\d+:\d+ stages\[0\]\.rules\[0\].*: never fires: rule "each start, at the price of its place" can never fire/,
      );
      expect(stdout).toContain("the file has no examples");
    } finally {
      rmSync(folder, { recursive: true, force: true });
    }
  });
});
