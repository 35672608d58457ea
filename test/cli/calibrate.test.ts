import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, describe, expect, it } from "vitest";
import { visibleWidth } from "../../src/report/visible-width.ts";
import { riskshare } from "./run-riskshare.ts";

const folder = mkdtempSync(join(tmpdir(), "riskshare-calibrate-"));
afterAll(() => rmSync(folder, { recursive: true }));
const at = (name: string) => join(folder, name);
const four = join("scenarios", "histories", "four-districts.csv");
const half = join("scenarios", "histories", "half-a-year.csv");

describe("calibrate", () => {
  it.each([four, half])("prints a table and sentences within 80 columns: %s", async (path) => {
    const { code, stdout, stderr } = await riskshare(["calibrate", path], undefined, { COLUMNS: "80" });
    expect([code, stderr]).toEqual([0, ""]);
    const [words, fragment] = stdout.split("\nFor a scenario\n") as [string, string];
    for (const line of words.split("\n")) expect(visibleWidth(line), line).toBeLessThanOrEqual(80);
    for (const head of ["95\u00a0% interval", "What it means", "What to be careful about", "For your offer"])
      expect(words).toContain(head);
    expect(words).not.toMatch(/NaN|Infinity|undefined/);
    expect(fragment).toMatch(/^# Fitted by riskshare calibrate/);
    expect(fragment).toContain("referralRatio:");
  });

  it("warns of six months of one contract", async () => {
    const { stdout } = await riskshare(["calibrate", half]);
    const plain = stdout.replace(/\s+/g, " ");
    for (const said of [
      "6 months are few",
      "One contract cannot tell how contracts differ",
      "outcomes are few",
      "nobody has had the time yet",
    ])
      expect(plain).toContain(said);
  });

  it("says between which ratios two contracts in three lie: a spread of the log to each side", async () => {
    const [words, json] = [
      await riskshare(["calibrate", four]),
      await riskshare(["calibrate", four, "--json"]),
    ];
    const { ratio, contractSpread } = JSON.parse(json.stdout).volume;
    const [low, high] = [-1, 1].map((side) =>
      Math.round(100 * ratio.value * Math.exp(side * contractSpread.value)),
    );
    expect(words.stdout.replace(/\s+/g, " ")).toContain(
      `Two contracts in three get about ${low} to ${high} for every 100 indicated (a lognormal law`,
    );
  });

  it("prints JSON with the fits and the fragment, the same every time", async () => {
    const { stdout } = await riskshare(["calibrate", four, "--json"]);
    const result = JSON.parse(stdout);
    expect(result).toMatchObject({ schema: "riskshare.calibration/1", volume: { contractLaw: "lognormal" } });
    expect(result.fragment.volume.factors.referralRatio.value.lognormal.median).toBeCloseTo(
      result.volume.ratio.value,
      3,
    );
    expect(result.forOffer).toMatchObject({
      referrals: { lowPer100: expect.any(Number), likelyPer100: expect.any(Number) },
      quantiles: { low: 0.01, high: 0.99 },
    });
    expect((await riskshare(["calibrate", four, "--json"])).stdout).toBe(stdout);
  });

  it("writes a scenario that check passes and compare runs", async () => {
    const path = at("fitted.yaml");
    const wrote = await riskshare(["calibrate", four, "--into", "dps-2017", "--out", path]);
    expect([wrote.code, wrote.stderr]).toEqual([0, ""]);
    expect((await riskshare(["check", path])).stdout).toMatch(/^ok /);
    // What to type next leads to the offer, and can be typed.
    expect(wrote.stdout.replaceAll(/ \\\n\s*/g, " ")).toContain(
      `riskshare offer test my-offer.yaml --scenario ${path}`,
    );
    const offer = ["offer", "test", "lone-parents-charity", "--scenario", path, "--paths", "500"];
    expect((await riskshare(offer)).code).toBe(0);
    const run = await riskshare(["compare", path, "--policies", "today,both", "--paths", "256", "--json"]);
    expect(run.code).toBe(0);
    expect(JSON.parse(run.stdout).policies[0].metrics.meanReferrals.value).toBeGreaterThan(0);
  });

  it("writes a folder, and does not write over a file", async () => {
    const out = at("results");
    expect((await riskshare(["calibrate", half, "--out", out])).code).toBe(0);
    for (const name of ["fragment.yaml", "calibration.json", "report.txt"])
      expect(readFileSync(join(out, name), "utf8").length).toBeGreaterThan(100);
    const again = await riskshare(["calibrate", half, "--out", join(out, "fragment.yaml")]);
    expect([again.code, again.stdout]).toEqual([1, ""]);
    expect(again.stderr).toContain("--out: duplicate file: ");
  });

  it("tells all that is wrong at once, ends with 1 and writes nothing", async () => {
    writeFileSync(at("bad.csv"), "month,indicative,referrals\n1,5,£5\n3,5,5\n");
    const bad = await riskshare(["calibrate", at("bad.csv"), "--into", "dps-2071", "--delay", "x=-1"]);
    expect([bad.code, bad.stdout]).toEqual([1, ""]);
    for (const said of [
      "--delay: invalid delay: x=-1",
      "--into: missing option; expected --out",
      "dps-2071: unknown scenario: dps-2071; expected a file, or one of",
      "bad.csv:2 referrals: invalid number: £5",
      "bad.csv:3 month: missing month: month 2",
    ])
      expect(bad.stderr).toContain(said);
    const stage = await riskshare(["calibrate", four, "--delay", "outcomes13Week=3", "--out", at("no.yaml")]);
    expect(stage.stderr).toContain("unknown stage: outcomes13Week; expected one of outcomes13Weeks");
    expect(existsSync(at("no.yaml"))).toBe(false);
  });

  it("takes a delay that is stated, and says when months do not go with it", async () => {
    const { stdout } = await riskshare(["calibrate", four, "--delay", "outcomes13Weeks=9", "--json"]);
    const [stage] = JSON.parse(stdout).stages;
    expect(stage).toMatchObject({ delayStated: true, delay: [{ months: 9, share: 1 }] });
    expect(stage.delayFit.tooEarly).toBeGreaterThan(0);
    expect(JSON.parse(stdout).sentences.join(" ")).toContain("The delay does not go with the months");
  });
});
