import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect, it } from "vitest";
import { riskshare } from "./run-riskshare.ts";

const asked = [
  "--variant",
  "stress",
  "--set",
  "*.startPrice=150",
  "--set",
  "flat-service-fee.serviceFeeShare=0.4",
];
const policies = ["--policies", "today,flat-service-fee", "--paths", "64", "--threads", "1"];
const title = /of 2017 – Stress: volumes as in programmes/;
const variant = { id: "stress", title: expect.stringContaining("Stress: volumes") };
const settings = [
  { policy: "*", parameter: "startPrice", value: 150 },
  { policy: "flat-service-fee", parameter: "serviceFeeShare", value: 0.4 },
];
const plain = (text: string) => text.replace(/\s+/g, " ");
const set = "Set for this run: every policy: startPrice = 150; flat-service-fee: serviceFeeShare = 0.4.";

it("a comparison under a variant and settings is headed as such, in text, report and JSON", async () => {
  const folder = mkdtempSync(join(tmpdir(), "riskshare-asked-"));
  const { stdout, code } = await riskshare(["compare", "dps-2017", ...policies, ...asked, "--out", folder]);
  const report = readFileSync(join(folder, "report.html"), "utf8");
  const result = JSON.parse(readFileSync(join(folder, "result.json"), "utf8"));
  rmSync(folder, { recursive: true });
  expect(result).toMatchObject({
    schema: "riskshare.result/1",
    comparisons: [
      { schema: "riskshare.comparison/1", basis: "same-unit-prices", variant, settings },
      { schema: "riskshare.comparison/1", basis: "same-expected-bill", variant, settings },
    ],
  });
  expect(code).toBe(0);
  expect(plain(stdout)).toMatch(title);
  expect(plain(stdout)).toContain(set);
  expect(/<title>(.*?)<\/title>/.exec(report)![1]).toMatch(title);
  expect(/<h1>(.*?)<\/h1>/.exec(report)![1]).toMatch(title);
  expect(report.includes(set)).toBe(true);
  const json = await riskshare(["compare", "dps-2017", ...policies, ...asked, "--json"]);
  expect(JSON.parse(json.stdout)).toMatchObject({ variant, settings });
});

it("an explanation is headed and marked in the same way, and without either says that there was none", async () => {
  const one = ["explain", "dps-2017", "--policy", "flat-service-fee", "--path", "2"];
  const text = plain((await riskshare([...one, ...asked])).stdout);
  expect(text).toMatch(title);
  expect(text).toContain(set);
  expect(JSON.parse((await riskshare([...one, ...asked, "--json"])).stdout)).toMatchObject({
    variant,
    settings,
  });
  expect(JSON.parse((await riskshare([...one, "--json"])).stdout)).toMatchObject({
    variant: null,
    settings: [],
  });
});
