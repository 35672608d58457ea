import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, expect, it } from "vitest";
import { parse } from "yaml";
import { offersFolder } from "../../src/cli/library.ts";
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

it("a folder that holds notices of another round is warned of, and its own are not", async () => {
  const letters = join(folder, "letters");
  const asked = () => riskshare(["award", "goldilocks", "--notices", letters, "--out", letters]);
  expect((await asked()).stdout).not.toContain("Take care");
  expect((await asked()).stdout).not.toContain("Take care");
  for (const name of ["elm.html", "elm.txt"]) writeFileSync(join(letters, name), "");
  expect((await asked()).stdout).toMatch(
    /Take care: .*letters also holds what is no notice of this round: elm\.html and elm\.txt\./,
  );
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

it("the order of offers in the files moves no byte of what is written", async () => {
  const { offers } = parse(readFileSync(join(offersFolder, "dps-lone-parents.yaml"), "utf8"));
  const [some, rest] = [join(folder, "some.json"), join(folder, "rest.json")];
  const turned = [...offers].reverse();
  writeFileSync(some, JSON.stringify({ offers: [...turned.slice(5), ...turned.slice(2, 5)] }));
  writeFileSync(rest, JSON.stringify({ offers: turned.slice(0, 2) }));
  const asked = ["--json", "--risk", "--paths", "64", "--noise", "1", "--draws", "50"];
  const made = async (name: string, files: readonly string[]) => {
    const [out, ocds] = [join(folder, name), join(folder, `${name}.json`)];
    const where = ["--out", out, "--ocds", ocds];
    const { code, stdout } = await riskshare(["award", "dps-lone-parents", ...files, ...asked, ...where]);
    expect(code).toBe(0);
    return [
      stdout,
      readFileSync(ocds, "utf8"),
      ...readdirSync(out).map((f) => readFileSync(join(out, f), "utf8")),
    ];
  };
  const [one, other] = [await made("one", []), await made("other", [some, rest])];
  expect(JSON.parse(one[0]!).noise.offers.map(({ offer }: { offer: string }) => offer)).toContain("hazel");
  expect(other).toEqual(one);
}, 30_000);
