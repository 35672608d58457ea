import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, expect, it } from "vitest";
import { tableText } from "../engine/table/table-text.ts";
import { riskshare } from "./run-riskshare.ts";

const folder = mkdtempSync(join(tmpdir(), "riskshare-cases-"));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

it("check reads a decision table, and case files beside it by the table's id or the library's", async () => {
  writeFileSync(
    join(folder, "bands.yaml"),
    tableText(
      "start-fee",
      `hitPolicy: U
inputs: [starts]
outputs: [{ pay: fee, per: starts }]
rules: [["[0..5]", 200], ["> 5", 150]]
examples:
  - { name: five, given: { starts: 5 }, expect: { feePence: 100000 }, because: 5 × £200 }
  - { name: six, given: { starts: 6 }, expect: { feePence: 90000 }, because: 6 × £150 }`,
    ),
  );
  const cases = `- { name: none, ruleset: tried, given: {}, expect: { feePence: 0 }, because: nobody started }
- { name: a start, ruleset: per-start, given: { starts: 0 }, expect: { startFeePence: 0 }, because: nobody started }
`;
  writeFileSync(join(folder, "bands.cases.yaml"), cases);
  const ok = await riskshare(["check", folder]);
  expect([ok.code, ok.stderr]).toEqual([0, ""]);
  expect(ok.stdout).toContain("bands.cases.yaml: 2 cases hold, worked out in two ways");
  expect(ok.stdout).toContain(
    "bands.yaml: A table that is tried (start-fee, 2 examples hold, worked out in two ways)",
  );
  const only = await riskshare(["check", "--cases", folder]);
  expect(only.stdout.trim().split("\n").length).toBe(1);
  writeFileSync(join(folder, "wrong.cases.yaml"), cases.replace("feePence: 0", "feePence: 20000"));
  const wrong = await riskshare(["check", "--cases", join(folder, "wrong.cases.yaml")]);
  expect(wrong.code).toBe(1);
  expect(wrong.stderr).toContain("starts 1 instead of its default 0 gives it");
});

it("an id that a file shares with the library is a note of the file, and no ruleset of a case", async () => {
  const own = join(folder, "own");
  mkdirSync(own);
  const shipped = readFileSync("rules/start-fee/per-start.json", "utf8");
  const given = "{ name: a start, ruleset: per-start, given: { starts: 0 }, expect: { startFeePence: 0 }";
  writeFileSync(join(own, "some.cases.yaml"), `- ${given}, because: nobody started }\n`);
  // A copy is the same ruleset.
  writeFileSync(join(own, "per-start.json"), shipped);
  const same = await riskshare(["check", own]);
  expect([same.code, same.stderr]).toEqual([0, ""]);
  expect(same.stdout).not.toContain("note: ");
  writeFileSync(join(own, "per-start.json"), JSON.stringify({ ...JSON.parse(shipped), title: "Mine" }));
  const { code, stdout, stderr } = await riskshare(["check", own]);
  expect(code).toBe(1);
  expect(stdout).toMatch(
    /^note: .*per-start\.json:\d+:\d+ id: the library has another ruleset per-start, so --rules and cases refuse this one/m,
  );
  expect(stderr).toMatch(
    /some\.cases\.yaml:1:29 \[0\]\.ruleset: duplicate ruleset: per-start; expected an id of one ruleset alone, .*; \S*per-start\.json uses it again\n$/,
  );
});

it("a folder's own ruleset is meant before one of another folder, and two of a folder are told", async () => {
  const table = (pounds: number) =>
    tableText(
      "start-fee",
      `hitPolicy: U\ninputs: []\noutputs: [{ pay: fee, per: starts }]\nrules: [[${pounds}]]`,
    );
  const cases = (pounds: number) =>
    `- { name: one, ruleset: tried, given: { starts: 2 }, expect: { feePence: ${2 * pounds * 100} }, because: twice ${pounds} }\n`;
  for (const pounds of [30, 40]) {
    mkdirSync(join(folder, `at-${pounds}`));
    writeFileSync(join(folder, `at-${pounds}`, "some.yaml"), table(pounds));
    writeFileSync(join(folder, `at-${pounds}`, "some.cases.yaml"), cases(pounds));
  }
  const both = [join(folder, "at-30"), join(folder, "at-40")];
  const { code, stdout, stderr } = await riskshare(["check", ...both]);
  expect([code, stderr]).toEqual([0, ""]);
  expect(stdout.match(/some\.cases\.yaml: 1 case holds/g)?.length).toBe(2);
  writeFileSync(join(both[0]!, "some-old.yaml"), table(20));
  expect((await riskshare(["check", "--cases", ...both])).stderr).toMatch(
    /at-30\/some\.cases\.yaml:1:25 \[0\]\.ruleset: duplicate ruleset: tried; .*some\.yaml uses it again\n$/,
  );
});

it("check --cases runs those beside the shipped rules, and says where there are none", async () => {
  const { code, stdout, stderr } = await riskshare(["check", "--cases"]);
  expect([code, stderr]).toEqual([0, ""]);
  expect(stdout).toContain("set-up-and-notice.cases.yaml: 5 cases hold, worked out in two ways");
  const none = await riskshare(["check", "--cases", "schema"]);
  expect([none.code, none.stderr]).toEqual([
    1,
    "schema: missing file; expected a case file, with a name that ends in .cases.yaml\n",
  ]);
});
