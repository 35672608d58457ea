import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { model, perStart } from "../models/terms.ts";
import { riskshare } from "./run-riskshare.ts";

const folder = mkdtempSync(join(tmpdir(), "riskshare-own-"));
afterAll(() => rmSync(folder, { recursive: true, force: true }));
const at = (name: string) => join(folder, name);

/** A scenario whose one policy binds a ruleset that stands in a file of its own. */
const ruleset = perStart(100, "shortfall-fee");
const spec = model("own", 6, { volume: { indicative: 2 }, rulesets: [] });
const [policy] = (spec as { policies: { id: string }[] }).policies;
const scenario = { ...spec, policies: [{ ...policy!, rulesets: ["shortfall-fee"] }] };
const two = ["--paths", "200"];

beforeAll(() => {
  writeFileSync(at("places.yaml"), JSON.stringify(scenario));
  writeFileSync(at("shortfall-fee.json"), JSON.stringify(ruleset));
});

describe("a ruleset in a file of its own", () => {
  it("is bound only where whoever runs it says so, and the problem says how", async () => {
    const { code, stderr } = await riskshare(["compare", at("places.yaml"), ...two]);
    expect(code).toBe(1);
    expect(stderr).toContain("unknown ruleset: shortfall-fee; expected ");
    expect(stderr.replaceAll(`${folder}/`, "")).toContain(
      "; shortfall-fee.json lies beside it; add --rules shortfall-fee.json\n",
    );
    const checked = await riskshare(["check", at("places.yaml")]);
    expect(checked.stderr).toBe(stderr);
  });

  it("is asked for by its option where it lies elsewhere", async () => {
    mkdirSync(at("elsewhere"));
    writeFileSync(at("elsewhere/far.yaml"), JSON.stringify(scenario));
    for (const words of [
      ["compare", at("elsewhere/far.yaml"), ...two],
      ["check", at("elsewhere/far.yaml")],
    ]) {
      const { code, stderr } = await riskshare(words);
      expect(code).toBe(1);
      expect(stderr).toMatch(
        /unknown ruleset: shortfall-fee; expected .*rulesets of your own are given with --rules\n$/,
      );
    }
  });

  it("gives what it gives when it is written in the scenario, by compare, explain, draws and scenarios", async () => {
    writeFileSync(at("inside.json"), JSON.stringify({ ...scenario, rulesets: [ruleset] }));
    const same = async (...words: string[]) => {
      const [command, ...more] = words as [string, ...string[]];
      const inside = await riskshare([command, at("inside.json"), ...more]);
      const beside = await riskshare([
        command,
        at("places.yaml"),
        ...more,
        "--rules",
        at("shortfall-fee.json"),
      ]);
      expect([beside.code, beside.stderr]).toEqual([0, ""]);
      return [inside.stdout, beside.stdout] as const;
    };
    const [inside, beside] = (await same("compare", ...two, "--json")).map((text) => JSON.parse(text));
    // The hash covers the bound ruleset, wherever it was written.
    expect(beside.contentHash).toBe(inside.contentHash);
    expect(beside.policies).toEqual(inside.policies);
    for (const words of [
      ["draws", ...two],
      ["explain", "--policy", policy!.id, "--path", "2", ...two],
    ]) {
      const [first, second] = await same(...words);
      expect(second).toBe(first);
    }
    const [, shown] = await same("scenarios");
    expect(shown).toContain("(shortfall-fee");
  });

  it("is in the report and in the commands that repeat a run, on threads too", async () => {
    const words = ["compare", at("places.yaml"), "--rules", folder, "--threads", "2", "--out", at("out")];
    rmSync(at("inside.json"), { force: true });
    const { code, stderr, stdout } = await riskshare([...words, "--paths", "600"]);
    expect([code, stderr]).toEqual([0, ""]);
    expect(stdout.replaceAll(/ \\\n\s+/g, " ")).toContain(
      `explain ${at("places.yaml")} --policy ${policy!.id} --at 0.05 --rules ${folder} --paths 600\n`,
    );
    const report = readFileSync(join(at("out"), "report.html"), "utf8");
    expect(report).toContain(`compare ${at("places.yaml")} --rules ${folder} --paths 600`);
    expect(report).toContain(ruleset.title);
    rmSync(at("out"), { recursive: true });
  });

  it("is known to the scenarios that are checked with it", async () => {
    const { code, stdout, stderr } = await riskshare(["check", at("places.yaml"), at("shortfall-fee.json")]);
    expect([code, stderr]).toEqual([0, ""]);
    expect(stdout.trim().split("\n").length).toBeGreaterThanOrEqual(2);
    expect((await riskshare(["check", folder])).code).toBe(0);
    const named = await riskshare(["check", at("places.yaml"), "--rules", at("shortfall-fee.json")]);
    expect([named.code, named.stderr]).toEqual([0, ""]);
  });

  it("may not have an id of the library, nor one that another file has", async () => {
    mkdirSync(at("taken"));
    writeFileSync(at("taken/per-start.json"), JSON.stringify(perStart(1, "per-start")));
    writeFileSync(at("taken/again.json"), JSON.stringify(ruleset));
    const words = ["compare", at("places.yaml"), "--rules", at("taken"), "--rules", at("shortfall-fee.json")];
    const { code, stderr } = await riskshare(words);
    expect(code).toBe(1);
    expect(stderr.replaceAll(`${folder}/`, "").split("\n")).toEqual([
      expect.stringMatching(
        /^taken\/per-start\.json:1:\d+ id: duplicate ruleset: per-start; expected an id that the library does not use$/,
      ),
      expect.stringMatching(
        /^shortfall-fee\.json:1:\d+ id: duplicate ruleset: shortfall-fee; expected an id that taken\/again\.json does not use$/,
      ),
      "",
    ]);
    const checked = await riskshare(["check", at("places.yaml"), at("taken")]);
    expect(checked.stderr).toContain("duplicate ruleset: per-start");
    rmSync(at("taken"), { recursive: true });
    const scenarioForRules = await riskshare(["compare", at("places.yaml"), "--rules", at("places.yaml")]);
    expect(scenarioForRules.stderr).toContain("invalid file; expected a ruleset or a decision table");
    const nothing = await riskshare(["compare", at("places.yaml"), "--rules", at("nowhere.json")]);
    expect(nothing.stderr).toContain("nowhere.json: missing file");
  });
});
