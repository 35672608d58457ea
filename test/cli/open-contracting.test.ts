import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, describe, expect, it } from "vitest";
import { packageFaults } from "../report/ocds/package-faults.ts";
import { riskshare } from "./run-riskshare.ts";

const folder = mkdtempSync(join(tmpdir(), "riskshare-ocds-"));
afterAll(() => rmSync(folder, { recursive: true, force: true }));
const at = (...names: string[]) => join(folder, ...names);

describe("award --ocds", () => {
  it("writes a valid package, which import turns into files that award reads", async () => {
    const file = at("release.json");
    const award = await riskshare(["award", "goldilocks", "--ocds", file, "--ocds-values"]);
    expect([award.code, award.stderr]).toEqual([0, ""]);
    expect(award.stdout).toMatch(/wrote .*release\.json, with these bid statistics:\n {2}bids +3\n/);
    expect(packageFaults(JSON.parse(readFileSync(file, "utf8")))).toEqual([]);

    const out = at("made", "round");
    const made = await riskshare(["import", file, "--out", out]);
    expect([made.code, made.stderr]).toEqual([0, ""]);
    expect(readdirSync(out)).toEqual(["offers.yaml", "requirement.yaml"]);
    expect(made.stdout).toContain("Bidder C, for £100.");
    const words = made.stdout.replace(/\s+/gu, " ");
    expect(words).toMatch(/; next: add to each offer in .*offers\.yaml a rating .*; then: .*award /);
    const files = ["requirement.yaml", "offers.yaml"].map((name) => join(out, name));
    const unrated = await riskshare(["award", ...files]);
    expect(unrated.code).toBe(1);
    expect(unrated.stderr.split("\n").filter(Boolean).length).toBe(3);
    expect(unrated.stderr).toContain("missing rating: quality; expected a rating from 0 to 100");

    const rated = readFileSync(files[1]!, "utf8").replace(
      /( +)price: (\d+)/g,
      "$&\n$1quality: { quality: { rating: $2 } }",
    );
    writeFileSync(files[1]!, rated);
    const again = await riskshare(["award", ...files, "--json"]);
    const totals = JSON.parse(again.stdout).ranking.map(
      ({ offer, total }: { offer: string; total: number }) => [offer, total],
    );
    // The published figures of the three bids: 75, 70.83 and 75.
    expect(Object.fromEntries(totals)).toEqual({ a: 75, b: 70.83, c: 75 });

    const taken = await riskshare(["import", file, "--out", out]);
    expect([taken.code, taken.stdout]).toEqual([1, ""]);
    expect(taken.stderr).toContain("--out: duplicate file: ");
    expect(readFileSync(files[1]!, "utf8")).toBe(rated);
  });

  it("prints JSON and nothing else beside it where that is asked", async () => {
    const { stdout } = await riskshare(["award", "goldilocks", "--json", "--ocds", at("beside.json")]);
    expect(JSON.parse(stdout).schema).toBe("riskshare.award/1");
    expect(existsSync(at("beside.json"))).toBe(true);
  });

  it("tells all that is wrong with its options and writes nothing", async () => {
    const bad = ["--ocds-prefix", "GB", "--ocds-date", "2021-02-30", "--ocds-uri", "no address"];
    const { code, stdout, stderr } = await riskshare([
      "award",
      "goldilocks",
      "--ocds",
      at("bad.json"),
      ...bad,
    ]);
    expect([code, stdout]).toEqual([1, ""]);
    expect(stderr.split("\n").map((line) => line.split(":")[0])).toEqual([
      "--ocds-prefix",
      "--ocds-date",
      "--ocds-uri",
      "",
    ]);
    expect(existsSync(at("bad.json"))).toBe(false);
    const alone = await riskshare(["award", "goldilocks", "--ocds-values"]);
    expect([alone.code, alone.stderr]).toEqual([
      1,
      "--ocds-values: missing option; expected --ocds and a file beside it\n",
    ]);
  });
});

describe("import", () => {
  it("of wrong types ends with 1, says where, and writes nothing", async () => {
    const file = at("wrong.json");
    writeFileSync(file, '{"ocid":"ocds-a1b2c3-1","bids":{"details":[{"id":true}]},"awards":"many"}');
    const { code, stdout, stderr } = await riskshare(["import", file, "--out", at("nothing")]);
    expect([code, stdout]).toEqual([1, ""]);
    expect(stderr).toContain("wrong.json:1:50 bids.details[0].id: invalid");
    expect(stderr).toContain("awards: invalid");
    expect(existsSync(at("nothing"))).toBe(false);
  });

  it("of a file that is too large, or not there, ends with 1", async () => {
    writeFileSync(at("large.json"), `{"releases":[${"{},".repeat(1e6)}{}]}`);
    const large = await riskshare(["import", at("large.json"), "--out", at("nothing")]);
    expect([large.code, large.stdout]).toEqual([1, ""]);
    // 3,000,016 bytes over 1,048,576 is 2.861, rounded up.
    expect(large.stderr).toContain("invalid size: 2.9 MiB; expected at most 2 MiB");
    expect((await riskshare(["import", at("none.json")])).stderr).toContain("missing file");
    expect(existsSync(at("nothing"))).toBe(false);
  });

  it.each(["example-closed-single-award", "example-open-multiple-award"])(
    "prints what a worked example of the standard tells: %s",
    async (name) => {
      const path = join("test", "award", "ocds", "examples", `${name}.json`);
      const { code, stdout, stderr } = await riskshare(["import", path]);
      expect([code, stderr]).toEqual([0, ""]);
      expect(stdout).toContain(
        "# To add, as the release does not tell them: budget (in pounds) and criteria.",
      );
      expect(stdout).toContain("\n---\n");
      const json = await riskshare(["import", path, "--json"]);
      expect(JSON.parse(json.stdout)).toMatchObject({ schema: "riskshare.import/1", statistics: [] });
    },
  );
});
