import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, expect, it } from "vitest";
import { riskshare } from "./run-riskshare.ts";

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), "riskshare-"));
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

it("award writes the round and a notice per bidder, named for its offer", async () => {
  const [out, letters] = [join(folder, "out"), join(folder, "letters")];
  const { code, stderr } = await riskshare(["award", "goldilocks", "--out", out, "--notices", letters]);
  expect({ code, stderr }).toEqual({ code: 0, stderr: "" });
  expect(readdirSync(out).sort()).toEqual(["ranking.csv", "report.html", "result.json"]);
  expect(readdirSync(letters).sort()).toEqual(["a", "b", "c"].flatMap((id) => [`${id}.html`, `${id}.txt`]));
  expect(JSON.parse(readFileSync(join(out, "result.json"), "utf8")).schema).toBe("riskshare.award/1");
  expect(readFileSync(join(letters, "b.txt"), "utf8")).toContain("£66.65");
});

it("a folder that cannot be written is told by its option, and nothing is written", async () => {
  const [out, file] = [join(folder, "out"), join(folder, "file")];
  writeFileSync(file, "");
  const { code, stdout, stderr } = await riskshare(["award", "goldilocks", "--out", out, "--notices", file]);
  expect({ code, stdout }).toEqual({ code: 1, stdout: "" });
  expect(stderr).toMatch(/^--notices: invalid folder: /);
  expect(existsSync(out)).toBe(false);
});
