import { mkdtempSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, expect, it } from "vitest";
import { riskshare } from "./run-riskshare.ts";

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), "riskshare-"));
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

const requirement = `id: round
title: A round
commissioner: { name: A district }
published: 2020-01-01
budget: 1000
criteria:
  - { id: quality, title: Quality, weight: 60, rule: rated-share }
  - { id: risk, title: Risk, weight: 40, rule: delivery-risk }
`;
const offers = `offers:
  - { id: a, bidder: { name: A }, price: 100, quality: { quality: { rating: 50 } } }
`;

function written(name: string, text: string): string {
  const path = join(folder, name);
  writeFileSync(path, text);
  return path;
}

/** What is told of a round, each line without the path of its file. */
async function told(args: readonly string[]): Promise<string[]> {
  const { code, stdout, stderr } = await riskshare(["award", ...args]);
  expect({ code, stdout }).toEqual({ code: 1, stdout: "" });
  return stderr
    .trimEnd()
    .split("\n")
    .map((line) => line.replaceAll(`${folder}/`, ""));
}

it("a contract that is missing or unknown, and options, are told with all that is wrong with the files", async () => {
  const bad = written("offers.yaml", offers.replace("price: 100", "price: -1"));
  const options = ["--paths", "-1", "--noise", "0", "--draws", "0", "--only", "nobody", "--ocds-prefix", "x"];
  const ofOptions = [
    /^--paths: invalid value: -1; expected a whole number from 2 /,
    /^--draws: invalid value: 0; expected /,
    /^--noise: invalid value: 0; expected /,
    /^--only: missing option; expected --notices/,
    /^--ocds-prefix: missing option; expected --ocds/,
  ];
  const matches = (lines: readonly string[], expected: readonly RegExp[]) => {
    expect(lines).toHaveLength(expected.length);
    for (const [k, line] of lines.entries()) expect(line).toMatch(expected[k]!);
  };
  const weights = /criteria: invalid sum of weights: 90 %/;
  const price = /price: invalid value: -1/;
  const missing = written("missing.yaml", requirement.replace("weight: 40", "weight: 30"));
  matches(await told([missing, bad, ...options]), [
    weights,
    price,
    /^missing.yaml:1:1: missing key: contract; expected a scenario and a policy/,
    ...ofOptions,
  ]);
  const with_ = (contract: string) =>
    written("with.yaml", `${requirement.replace("weight: 40", "weight: 30")}contract: ${contract}\n`);
  matches(await told([with_("{ scenario: nope, policy: nope }"), bad, ...options]), [
    weights,
    price,
    /^with.yaml:9:23 contract.scenario: unknown scenario: nope; expected one of .*dps-2017/,
    ...ofOptions,
  ]);
  matches(await told([with_("{ scenario: dps-2017, policy: todya }"), bad]), [
    weights,
    price,
    /^with.yaml:9:41 contract.policy: unknown policy: todya; expected one of .*today.*did you mean "today"/,
  ]);
  // What cannot be read of it is told once.
  matches(await told([with_("{ scenario: 7, policy: today }"), bad]), [
    /contract.scenario: invalid value: 7/,
    weights,
    price,
  ]);
  matches(await told([with_("7"), bad]), [/contract: invalid value: 7/, weights, price]);
}, 30_000);

it("an option that names the scenario is told by its name, and a bidder beside what else is wrong", async () => {
  const lines = await told([
    ...["goldilocks", "--risk", "--scenario", "nope", "--policy", "today"],
    ...["--notices", join(folder, "letters"), "--only", "nobody"],
  ]);
  expect(lines.map((line) => line.split(";")[0])).toEqual([
    "--scenario: unknown scenario: nope",
    "--only: unknown bidder: nobody",
  ]);
});

it("a file of offers that is named twice is told once, whatever it is called", async () => {
  const file = written("offers.yaml", offers.replace("price: 100", "price: -1"));
  const link = join(folder, "link.yaml");
  symlinkSync(file, link);
  const made = written("r.yaml", requirement.replace("delivery-risk", "lowest-over-price"));
  const lines = await told([made, file, `${folder}/./offers.yaml`, link]);
  expect(lines).toHaveLength(3);
  expect(lines.slice(0, 2)).toEqual([
    "./offers.yaml: duplicate file; expected each file of offers once",
    "link.yaml: duplicate file; expected each file of offers once",
  ]);
  expect(lines[2]).toMatch(/^offers.yaml:2:42 offers\[0\] \(a\).price: invalid value: -1/);
});

it("offers are looked at where the requirement is not found", async () => {
  const file = written("offers.yaml", offers.replace("price: 100", "price: -1"));
  const lines = await told(["goldilock", file]);
  expect(lines[0]).toMatch(/^goldilock: unknown requirement.*did you mean "goldilocks"/);
  expect(lines[1]).toMatch(/price: invalid value: -1/);
});

it("an option that does nothing without another one asks for it", async () => {
  const lines = await told(["goldilocks", "--draws", "5", "--paths", "50", "--seed", "x"]);
  expect(lines).toEqual([
    "--draws: missing option; expected --noise and points beside it",
    "--paths: missing option; expected --risk, or --risk-weight and per cent, beside it",
    "--seed: missing option; expected --risk, --risk-weight or --noise beside it",
  ]);
  expect(await told(["goldilocks", "--policy", "p"])).toContain(
    "--policy: missing option; expected --risk, or --risk-weight and per cent, beside it",
  );
  for (const args of [
    ["goldilocks", "--noise", "1", "--draws", "5", "--seed", "x"],
    ["dps-lone-parents", "--risk", "--paths", "50", "--seed", "x"],
    // A criterion of its own reads the risk.
    ["dps-lone-parents-with-risk", "--paths", "50"],
  ])
    expect((await riskshare(["award", ...args])).code, args.join(" ")).toBe(0);
});
