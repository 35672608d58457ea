import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, describe, expect, it } from "vitest";
import { riskshare } from "./run-riskshare.ts";

const folder = mkdtempSync(join(tmpdir(), "riskshare-portfolio-"));
afterAll(() => rmSync(folder, { recursive: true, force: true }));
const sample = readFileSync("scenarios/own-offers/lone-parents-charity.yaml", "utf8");
const fileWith = (name: string, from: string | RegExp, to: string) => {
  const path = join(folder, name);
  const text = sample.replace(from, to);
  expect(text).not.toBe(sample);
  writeFileSync(path, text);
  return path;
};
const portfolio = (...args: string[]) =>
  riskshare(["offer", "portfolio", ...args], undefined, { COLUMNS: "80" });

describe("offer portfolio", () => {
  it("answers for a shipped offer and one of one's own together, the same each time", async () => {
    const own = fileWith("own.yaml", /id: lone.*/, "id: own-one");
    const args = ["lone-parents-charity", own, "--paths", "600", "--seed", "s", "--json"];
    const [one, again] = await Promise.all([portfolio(...args), portfolio(...args)]);
    expect([one.code, one.stderr]).toEqual([0, ""]);
    expect(again.stdout).toBe(one.stdout);
    const data = JSON.parse(one.stdout);
    expect([data.schema, data.paths, data.seed]).toEqual(["riskshare.portfolio/1", 600, "s"]);
    expect(data.offers.map(({ id, standing }: { id: string; standing: number }) => [id, standing])).toEqual([
      ["lone-parents-charity", 8],
      ["own-one", 8],
    ]);
  });

  it("tests other terms where they are named", async () => {
    const { code, stdout } = await portfolio("lone-parents-charity", "--terms", "both", "--paths", "600");
    expect(code).toBe(0);
    expect(stdout).toContain("Terms: Service fee");
    for (const line of stdout.split("\n")) expect(line.length).toBeLessThanOrEqual(80);
  });

  it("tells all that is wrong at once", async () => {
    const turned = fileWith("turned.yaml", "lowMonths: 1", "lowMonths: 7");
    const wrong = await portfolio("lone-parents-charty", turned, "--paths", "1");
    expect([wrong.code, wrong.stdout]).toEqual([1, ""]);
    expect(wrong.stderr).toContain("lone-parents-charty: unknown offer: lone-parents-charty");
    expect(wrong.stderr).toContain('did you mean "lone-parents-charity"?');
    expect(wrong.stderr).toMatch(/turned\.yaml.*: invalid range: 7, 4, 12; expected low, likely and high/);
    expect(wrong.stderr).toContain("--paths: invalid value: 1; expected a whole number from 2 to 200,000");
  });

  it("refuses the same offer twice, and more standing offers than can be simulated", async () => {
    const twice = await portfolio("lone-parents-charity", "lone-parents-charity");
    expect([twice.code, twice.stdout]).toEqual([1, ""]);
    expect(twice.stderr).toContain("lone-parents-charity: duplicate offer: lone-parents-charity");
    const many = ["a", "b", "c"].map((id) => {
      const own = fileWith(`${id}.yaml`, "standingOffers: 8", "standingOffers: 100");
      writeFileSync(own, readFileSync(own, "utf8").replace(/id: lone.*/, `id: ${id}`));
      return own;
    });
    const { stderr } = await portfolio(...many);
    const unknown = await portfolio("lone-parents-charity", "--terms", "bth");
    expect(unknown.stderr).toMatch(/^--terms: unknown terms: bth; expected one of today, /);
    expect(stderr).toContain("invalid number of standing offers: 300; expected at most 200 in all");
  });
});
