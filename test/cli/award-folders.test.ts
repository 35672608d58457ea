import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from "node:fs";
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
  expect(readFileSync(join(letters, "b.txt"), "utf8")).toContain("£66.60");
});

it("a folder that cannot be written is told by its option, and nothing is written", async () => {
  const [out, file] = [join(folder, "out"), join(folder, "file")];
  writeFileSync(file, "");
  const { code, stdout, stderr } = await riskshare(["award", "goldilocks", "--out", out, "--notices", file]);
  expect({ code, stdout }).toEqual({ code: 1, stdout: "" });
  expect(stderr).toMatch(/^--notices: invalid folder: /);
  expect(existsSync(out)).toBe(false);
});

it("one bidder's notice is written by its offer or its name, and an unknown one is told", async () => {
  const letters = join(folder, "letters");
  const asked = (only: string) => riskshare(["award", "goldilocks", "--notices", letters, "--only", only]);
  expect((await asked("b")).code).toBe(0);
  expect(readdirSync(letters).sort()).toEqual(["b.html", "b.txt"]);
  const { code, stderr } = await asked("nobody");
  expect(code).toBe(1);
  expect(stderr).toMatch(/^--only: unknown bidder: nobody; expected the id of an offer of the round/);
  const alone = await riskshare(["award", "goldilocks", "--only", "b"]);
  expect(alone.stderr).toBe("--only: missing option; expected --notices and a folder beside it\n");
});

it("offers may be a larger file than other documents, within a bound", async () => {
  const file = join(folder, "offers.json");
  const offer = (k: number) => ({
    id: `o-${k}`,
    bidder: { name: `Bidder ${k}` },
    price: 50 + k,
    quality: { quality: { rating: 50, because: "x".repeat(3000) } },
  });
  writeFileSync(file, JSON.stringify({ offers: Array.from({ length: 1000 }, (_, k) => offer(k)) }));
  expect(statSync(file).size).toBeGreaterThan(2 * 1024 * 1024);
  const { code, stderr } = await riskshare(["award", "goldilocks", file, "--json"]);
  expect({ code, stderr }).toEqual({ code: 0, stderr: "" });
  writeFileSync(file, " ".repeat(16 * 1024 * 1024 + 1));
  const large = await riskshare(["award", "goldilocks", file]);
  expect(large.stderr).toMatch(/invalid size: 16\.1 MiB; expected at most 16 MiB/);
});
