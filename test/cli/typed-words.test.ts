import { spawnSync } from "node:child_process";
import { copyFileSync, mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, describe, expect, it } from "vitest";
import { badFutureCommand, repeatCommand } from "../../src/cli/repeat-command.ts";
import { programWords, typedWords } from "../../src/cli/typed-words.ts";
import { commandLines } from "../../src/report/command-lines.ts";
import { riskshare } from "./run-riskshare.ts";

const folder = mkdtempSync(join(tmpdir(), "riskshare typed-"));
afterAll(() => rmSync(folder, { recursive: true, force: true }));
const byNpm = { npm_lifecycle_event: "start", npm_package_name: "riskshare", INIT_CWD: folder };

/** The words that a shell takes a text for. */
const asShell = (text: string) =>
  spawnSync("sh", ["-c", `for word in ${text.trim()}; do printf '%s\\n' "$word"; done`], { encoding: "utf8" })
    .stdout.trimEnd()
    .split("\n");

describe("commands that are printed to be typed", () => {
  it("begin with the words that started riskshare", () => {
    expect(programWords(byNpm)).toEqual(["npm", "start", "--"]);
    expect(programWords({ ...byNpm, npm_lifecycle_event: "test" })).toEqual(["riskshare"]);
    expect(programWords({ ...byNpm, npm_package_name: "another" })).toEqual(["riskshare"]);
  });

  it.skipIf(process.platform === "win32")("are taken by a shell for the words that they are", () => {
    const words = ["compare", "my places/it's.yaml", "--set", "*.price=5", "--seed", 'a "b" $c'];
    expect(asShell(typedWords(words).join(" "))).toEqual(words);
    for (const width of [20, 40, 80])
      expect(asShell(commandLines(typedWords(words), width).join("\n"))).toEqual(words);
  });

  it("keep everything that the run was asked with", () => {
    const asked = {
      rules: ["a.json", "b/"],
      set: ["*.price=5"],
      variant: "stress",
      policies: "one,two",
      paths: "600",
    };
    expect(repeatCommand("mine/a.yaml", asked, { paths: 600, seed: "7" })).toBe(
      "riskshare compare mine/a.yaml --rules a.json --rules b/ --policies one,two --variant stress --set '*.price=5' --paths 600 --seed 7",
    );
    expect(badFutureCommand("mine/a.yaml", asked, "one").join(" ")).toBe(
      "riskshare explain mine/a.yaml --policy one --at 0.05 --rules a.json --rules b/ --variant stress --set '*.price=5' --paths 600",
    );
  });

  it("are npm's under npm start, with the scenario's path as it was typed", async () => {
    copyFileSync(join("scenarios", "standard-workload.yaml"), join(folder, "places.yaml"));
    const during = () => undefined;
    const compared = await riskshare(["compare", "./places.yaml", "--paths", "600"], during, byNpm);
    expect([compared.code, compared.stderr]).toEqual([0, ""]);
    expect(compared.stdout).toContain(
      "\n  npm start -- explain ./places.yaml --policy none --at 0.05 --paths 600\n",
    );
    const help = await riskshare(["explain", "--help"], during, byNpm);
    expect(help.stdout).toMatch(/^Usage: npm start -- explain /);
    const made = await riskshare(["new", "scenario", "mine.yaml"], during, byNpm);
    expect(made.stdout).toContain("npm start -- check mine.yaml");
    for (const text of [compared.stdout, help.stdout, made.stdout])
      expect(text).not.toMatch(/\briskshare [a-z]/);
  });
});
