import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, describe, expect, it } from "vitest";
import { type BadInput, badInputs, manyProblems, wrongUsage } from "./bad-inputs.ts";
import { riskshare } from "./run-riskshare.ts";

const folder = mkdtempSync(join(tmpdir(), "riskshare-bad-"));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

// where: adjective noun: found; expected …; hint (design.md, section 10): lower case, no period.
const grammar =
  /^(?<where>[^\n]+?): (missing|unknown|invalid|unsupported|duplicate|ambiguous) [^:;\n]+(: [^\n]+?)?(; expected [^\n]+?)?(; [^\n]+?)?(?<!\.)$/;

describe("bad input ends in the one grammar, exit code 1, and nothing else", () => {
  for (const input of badInputs) {
    it.concurrent(input.what, async () => {
      const { stderr } = await refused(input);
      for (const said of input.says) expect(stderr).toContain(said);
    });
  }

  it.concurrent(`${manyProblems.what}: all are told at once`, async () => {
    const { stderr } = await refused(manyProblems);
    for (const said of manyProblems.says) expect(stderr).toContain(said);
    expect(stderr.trim().split("\n").length).toBe(manyProblems.says.length);
  });
});

describe("wrong usage ends with exit code 2", () => {
  for (const args of wrongUsage) {
    it.concurrent(`riskshare ${args.join(" ")}`, async () => {
      const { code, stdout, stderr } = await riskshare(args);
      expect(code).toBe(2);
      expect(stdout).toBe("");
      expect(stderr).toMatch(/^error: /);
      expect(stderr).not.toMatch(/^\s+at /m);
    });
  }
});

async function refused({ what, files = {}, args }: BadInput) {
  const own = mkdtempSync(join(folder, "case-"));
  for (const [name, text] of Object.entries(files)) writeFileSync(join(own, name), text);
  const out = join(own, "results");
  const placed = args.map((word) =>
    Object.keys(files).some((name) => word.startsWith(name)) ? join(own, word) : word,
  );
  const asksOut = args[0] === "compare" && !args.includes("--out");
  const ended = await riskshare(asksOut ? [...placed, "--out", out] : placed);
  // A path of this test's own folder is as long as it is: what is said of it must stand without it.
  const stderr = ended.stderr.replaceAll(`${own}/`, "");
  expect(ended.code, `${what}: ${stderr}`).toBe(1);
  expect(ended.signal).toBe(null);
  expect(ended.stdout).toBe("");
  const lines = stderr.replace(/\n$/, "").split("\n");
  for (const line of lines) {
    expect(line).toMatch(grammar);
    // biome-ignore lint/suspicious/noControlCharactersInRegex: that is what must not be there
    expect(line).not.toMatch(/[\u0000-\u001f\u007f-\u009f\u202a-\u202e]/);
  }
  expect(stderr).not.toMatch(/^\s+at |node:internal|Error:/m);
  expect(existsSync(out)).toBe(false);
  expect(readdirSync(own).sort()).toEqual(Object.keys(files).sort());
  for (const [name, text] of Object.entries(files))
    expect(readFileSync(join(own, name), "utf8") === text).toBe(true);
  return { stderr };
}
