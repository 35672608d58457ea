import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, describe, expect, it } from "vitest";
import { parse } from "yaml";
import { shippedText } from "../laws/shipped-scenarios.ts";
import { riskshare } from "./run-riskshare.ts";

const folder = mkdtempSync(join(tmpdir(), "riskshare-escapes-"));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

/** Clears a screen, turns a line round, and hides: what text from a file must never do to a terminal. */
const hostile = "\u001b[2Ja\u009b31m\u202eb\u200bc\u0007";
const shown = "\\u001b[2Ja\\u009b31m\\u202eb\\u200bc\\u0007";
const texts = new Set(
  "title sentence summary source derived judgement document section quote name because".split(" "),
);

/** The same document with the hostile text before every text that is for readers. */
function withHostileTexts(value: unknown, key = ""): unknown {
  if (typeof value === "string") return texts.has(key) || key === "limits" ? `${hostile}${value}` : value;
  if (Array.isArray(value)) return value.map((item) => withHostileTexts(item, key));
  if (typeof value !== "object" || value === null) return value;
  return Object.fromEntries(
    Object.entries(value).map(([name, item]) => [name, withHostileTexts(item, name)]),
  );
}

function written(name: string, value: unknown): string {
  const path = join(folder, name);
  writeFileSync(path, JSON.stringify(withHostileTexts(value)));
  return path;
}

// biome-ignore lint/suspicious/noControlCharactersInRegex: that is what must not be there
const acting = /[\u0000-\u0009\u000b-\u001f\u007f-\u009f\u200b\u202a-\u202e]/;

describe("text from files in a terminal", () => {
  const ruleset = JSON.parse(readFileSync("rules/termination/below-half-to-date.json", "utf8"));
  const own = { ...ruleset, id: "own-end" };
  const spec = parse(shippedText("standard-workload"));
  spec.rulesets = [...(spec.rulesets ?? []), own];
  for (const policy of spec.policies)
    policy.rulesets = policy.rulesets.map((id: string) => (id === ruleset.id ? own.id : id));
  const scenario = written("scenario.json", spec);
  const explain = ["explain", scenario, "--policy", "both", "--paths", "600", "--at", "0.05"];

  it.each([
    ["check of a ruleset", ["check", written("ruleset.json", ruleset)]],
    ["rules of a file", ["rules", written("rules.json", ruleset)]],
    ["check of a scenario", ["check", scenario]],
    ["compare", ["compare", scenario, "--paths", "600"]],
    ["explain", explain],
    ["explain of a month", [...explain, "--month", "8"]],
    ["scenarios", ["scenarios", scenario]],
    ["scenarios as JSON", ["scenarios", scenario, "--json"]],
    ["explain as JSON", [...explain, "--json"]],
    ["statement", ["statement", ...explain.slice(1)]],
    ["statement as JSON", ["statement", ...explain.slice(1), "--json"]],
    ["compare as JSON", ["compare", scenario, "--paths", "600", "--json"]],
  ])("%s shows what cannot be seen and obeys none of it", async (_, args) => {
    const { code, stdout, stderr } = await riskshare(args);
    expect([code, stderr]).toEqual([0, ""]);
    expect(stdout).not.toMatch(acting);
    expect(stdout).toContain("\\u001b[2J");
  });

  it("a word that was typed is shown so too", async () => {
    const { code, stderr } = await riskshare([hostile]);
    expect(code).toBe(2);
    expect(stderr).not.toMatch(acting);
    expect(stderr).toContain(shown);
  });
});
