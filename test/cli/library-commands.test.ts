import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { readLibrary, scenarioNames } from "../../src/cli/library.ts";
import { contractFacts } from "../../src/engine/contract-facts.ts";
import { paymentsOf } from "../../src/engine/scope.ts";
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
      expect(checked.stdout).toContain("(start-fee, 3 examples hold, worked out in two ways)");
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

  it("shows with --facts what a rule can read, and what rulesets give to others, with units", async () => {
    const { code, stdout, stderr } = await riskshare(["rules", "--facts"]);
    expect([code, stderr]).toEqual([0, ""]);
    const flat = stdout.replace(/\s+/g, " ");
    for (const { name, sentence } of contractFacts.values())
      for (const said of [`${name} `, sentence]) expect(flat).toContain(said);
    expect(flat).toMatch(/ startFeePence pence\. Owed under startFee this month\. From [^.]*per-start/);
    const { dictionary, given } = JSON.parse((await riskshare(["rules", "--facts", "--json"])).stdout);
    expect(dictionary.map((fact: { name: string }) => fact.name)).toEqual([...contractFacts.keys()]);
    const names = given.map((fact: { name: string }) => fact.name);
    for (const ruleset of readLibrary().rulesets)
      for (const payment of paymentsOf(ruleset)) expect(names).toContain(`${payment}Pence`);
  });

  it("shows the key of each parameter, and what examples are given", async () => {
    const flat = (await riskshare(["rules", "per-start"])).stdout.replace(/\s+/g, " ");
    const { parameters, examples } = readLibrary().rulesets.find(({ id }) => id === "per-start")!;
    for (const key of Object.keys(parameters)) expect(flat).toContain(` ${key} – `);
    for (const { expect: expected } of examples)
      for (const [name, value] of Object.entries(expected)) expect(flat).toContain(`${name} ${value}`);
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
