import { readFileSync } from "node:fs";
import { describe, expect, it, test } from "vitest";
import { filesBelow, readLibrary, rulesFolder } from "../../../src/cli/library.ts";
import { checkCases } from "../../../src/engine/cases/check-cases.ts";
import { parseDocument } from "../../../src/engine/document.ts";
import { openEvaluate } from "../../../src/engine/evaluate.ts";
import { problemText } from "../../../src/engine/problem.ts";
import { readTable, tableText } from "../table/table-text.ts";

const library = new Map(readLibrary().rulesets.map((ruleset) => [ruleset.id, ruleset]));

describe("the case files beside the rules", () => {
  const files = filesBelow(rulesFolder, [".cases.yaml"]);
  it("are three or more", () => expect(files.length).toBeGreaterThanOrEqual(3));
  it.each(files)("%s holds on both roads, and fails where what it expects is changed", async (path) => {
    const text = readFileSync(path, "utf8");
    const held = await checkCases(parseDocument(path, text, "yaml"), library, openEvaluate());
    expect(held.problems.map(problemText)).toEqual([]);
    expect(held.count).toBeGreaterThan(2);
    const other = text.replaceAll(/(?<=expect: \{ \w+: )[-\w]+/g, (value) =>
      value === "null" ? "lowReferrals" : value === "lowReferrals" ? "null" : String(Number(value) + 7),
    );
    const { problems } = await checkCases(parseDocument(path, other, "yaml"), library, openEvaluate());
    expect(problems.length).toBe(held.count);
  });
});

// £10 a start from 1 start, £20 from 10, £50 where the phase is tracking or the contract is suspended.
const table = tableText(
  "start-fee",
  `facts: { dry: { type: boolean, unit: yes or no, default: false, from: scenario, sentence: Dry. } }
hitPolicy: P
inputs: [starts, phase, dry]
outputs: [{ pay: fee }]
rules:
  - { name: some, cells: ["[1..10)", "-", false, 10] }
  - { name: many, cells: [">= 10", "-", false, 20] }
  - { name: after, priority: 9, cells: ["-", tracking, "-", 50] }
  - { name: dry, cells: ["-", "-", true, 30] }`,
);
const tried = new Map([["tried", readTable(table).ruleset!]]);
const sayOf = async (lines: string, rulesets = tried) => {
  const document = parseDocument("cases", lines, "yaml");
  const { problems } = await checkCases(document, rulesets, openEvaluate());
  return [...document.problems, ...problems].map(problemText);
};
const one = (given: string, expected: string, ruleset = "tried") =>
  `- { name: one, ruleset: ${ruleset}, given: ${given}, expect: ${expected}, because: it is said }`;

describe("a failed case", () => {
  // The nearest change by paper: the boundary of the table that is nearest to what is given.
  it.each([
    ["{ starts: 7 }", 2000, 1000, 'rule "some" held', "starts 10 instead of 7 gives it"],
    ["{ starts: 12 }", 1000, 2000, 'rule "many" held', "starts 9 instead of 12 gives it"],
    ["{}", 1000, 0, "no rule on it held", "starts 1 instead of its default 0 gives it"],
    [
      "{ starts: 3 }",
      5000,
      1000,
      'rule "some" held',
      "phase tracking instead of its default delivery gives it",
    ],
    ["{ starts: 3 }", 3000, 1000, 'rule "some" held', "dry true instead of its default false gives it"],
    [
      "{ starts: 3, dry: true }",
      2000,
      3000,
      'rule "dry" held',
      "no change of one fact gives it, but the parameter feeRow4 20 instead of its default 30 would",
    ],
    ["{ starts: 4000 }", 0, 2000, 'rule "many" held', "starts 0 instead of 4000 gives it"],
    [
      "{ starts: 3 }",
      1234,
      1000,
      'rule "some" held',
      "no change of one fact gives it, but the parameter feeRow1 12.34 instead of its default 10 would",
    ],
    ["{ starts: 3 }", -1.5, 1000, 'rule "some" held', "no change of one fact gives it"],
    ["{ starts: 3, feeRow1: 11 }", 1200, 1100, 'rule "some" held', "feeRow1 12 instead of 11 gives it"],
  ])("%s for %d", async (given, wanted, found, held, nearest) => {
    expect(await sayOf(one(given, `{ feePence: ${wanted} }`))).toEqual([
      `cases:1:3 [0]: invalid case "one": feePence is ${found}; expected feePence ${wanted}, because it is said; ${held}; ${nearest}`,
    ]);
  });

  it("of several months names the month of the change", async () => {
    const months = (referrals: number) =>
      `{ months: [{ month: 6, referrals: ${referrals}, indicativeReferrals: 40 }] }`;
    const text = one(months(20), "{ monthsBelow: 1 }", "below-half-to-date");
    const [said] = await sayOf(text, library);
    expect(said).toContain("referrals 19 instead of 20 gives it");
    const two = one("{ months: [{ starts: 2 }, { starts: 3 }] }", "{ feePence: 0 }");
    expect((await sayOf(two))[0]).toContain("starts 0 instead of 3 in month 2 of the case gives it");
  });

  it("tries a parameter that the case gives, and no part of a person", async () => {
    // 7 starts at £150 are £1,050; £1,120 is 7 × £160, and no whole number of starts at £150.
    const text = one("{ starts: 7, startPrice: 150 }", "{ startFeePence: 112000 }", "per-start");
    expect((await sayOf(text, library))[0]).toContain("startPrice 160 instead of 150 gives it");
    const none = one("{ starts: 0, startPrice: 150 }", "{ startFeePence: 100 }", "per-start");
    expect((await sayOf(none, library))[0]).toContain("no change of one fact gives it");
  });

  it("hints at pence where the answer is a hundredfold of what is expected", async () => {
    const text = one("{ starts: 7, startPrice: 150 }", "{ startFeePence: 1050 }", "per-start");
    const [said] = await sayOf(text, library);
    expect(said).toMatch(/; facts and expectations are in pence, parameters in pounds$/);
  });

  it("counts the cases that hold", async () => {
    const text = ["1000", "2000", "1000"]
      .map((pence, c) =>
        one("{ starts: 3 }", `{ feePence: ${pence} }`).replace("name: one", `name: case ${c}`),
      )
      .join("\n");
    const document = parseDocument("cases", text, "yaml");
    const { count, held, problems } = await checkCases(document, tried, openEvaluate());
    expect([count, held, problems.length]).toEqual([3, 2, 1]);
  });

  it("of a wrong shape keeps no other case from running, in a list and under cases", async () => {
    const right = one("{ starts: 3 }", "{ feePence: 1000 }");
    const unsaid = right.replace("name: one", "name: two").replace(", because: it is said", "");
    const fails = one("{ starts: 3 }", "{ feePence: 2000 }").replace("name: one", "name: three");
    const list = [right, unsaid, fails];
    for (const [text, place] of [
      [list.join("\n"), ""],
      [`cases:\n${list.map((each) => `  ${each}`).join("\n")}`, "cases"],
    ]) {
      const document = parseDocument("cases", text!, "yaml");
      const { count, held, problems } = await checkCases(document, tried, openEvaluate());
      expect([count, held]).toEqual([3, 1]);
      expect(problems.map(problemText)).toEqual([
        expect.stringContaining(` ${place}[1]: missing key: because`),
        expect.stringContaining(
          ` ${place}[2]: invalid case "three": feePence is 1000; expected feePence 2000`,
        ),
      ]);
    }
  });

  it("follows an amount along a straight line", async () => {
    // £400 a start and 7 starts: £40,000 needs 100 of them, far from 7 and compared with nothing.
    const price = library.get("per-start")!.parameters.startPrice!.default as number;
    const text = one("{ starts: 7 }", `{ startFeePence: ${price * 100 * 100} }`, "per-start");
    expect((await sayOf(text, library))[0]).toContain("starts 100 instead of 7 gives it");
  });

  it("says that a run stops where two rules hold under unique", async () => {
    const unique = new Map([["tried", readTable(table.replace("hitPolicy: P", "hitPolicy: U")).ruleset!]]);
    const [said] = await sayOf(one("{ starts: 3, phase: tracking }", "{ feePence: 5000 }"), unique);
    expect(said).toContain('ambiguous rules on fee: "some" and "after"');
    // It names the two that held, so it says nothing of none.
    expect(said).toMatch(/because it is said; starts 0 instead of 3 gives it$/);
  });
});

test.each([
  [
    one("{ starts: 3 }", "{ feePence: 1000 }", "tired"),
    'unknown ruleset: tired; expected a ruleset of the library, or of a file in the same folder; did you mean "tried"?',
  ],
  [
    one("{ startz: 3 }", "{ feePence: 1000 }"),
    `cases:1:${one("{ startz: 3 }", "{}").indexOf("3 }") + 1} [0].given.startz: unknown fact: startz`,
  ],
  [one("{ starts: three }", "{ feePence: 1000 }"), '[0].given.starts: invalid value: "three"'],
  [one("{ starts: 3 }", "{ fePence: 1000 }"), "[0].expect.fePence: unknown output: fePence"],
  [
    "cases:\n  - { name: one, given: {}, expect: {}, because: it is said }",
    "cases:2:5 cases[0]: missing key: ruleset",
  ],
  ["[]", "cases:1:1: invalid value: a list; expected at least one case"],
  ["cases: []", "cases:1:8 cases: invalid value: a list; expected at least one case"],
  ["hello", 'invalid value: "hello"; expected a list of cases or an object'],
  [
    "{ name: one, ruleset: tried, given: {}, expect: { feePence: 0 }, because: it is said }",
    "cases:1:1: invalid case file: one case; expected a list of cases, each after a hyphen, or the list under cases",
  ],
  [table, "invalid case file: a ruleset; expected a list of cases"],
  [one("{}", "{}"), "[0].expect: invalid expectation: {}; expected at least one fact"],
  [
    one("", "{ feePence: 0 }"),
    "[0].given: invalid value: null; expected facts by name, or {} where none is given",
  ],
  [one("{ starts: -2.5 }", "{ feePence: 0 }"), "invalid value: -2.5; expected at least 0, as starts is"],
  [
    one("{ starts: 2.5 }", "{ feePence: 0 }"),
    "[0].given.starts: invalid value: 2.5; expected a whole number of people",
  ],
  [one("{ month: -4 }", "{ feePence: 0 }"), "invalid value: -4; expected at least 1, as month is"],
  [one("{ month: 1.5 }", "{ feePence: 0 }"), "invalid value: 1.5; expected a whole number of months"],
  [
    one("{ months: [{}, { monthOfYear: 13 }] }", "{ feePence: 0 }"),
    "[0].given.months[1].monthOfYear: invalid value: 13; expected at most 12, as monthOfYear is",
  ],
  [
    one("{ faultShare: 7 }", "{ feePence: 0 }"),
    "invalid value: 7; expected at most 1, as faultShare is; write 0.07 for 7 %",
  ],
  [one("{ months: 3 }", "{ feePence: 0 }"), "[0].given.months: invalid value: 3; expected a list of months"],
  [
    one("{ months: [{ feeRow1: 9 }, { feeRow1: 8 }] }", "{ feePence: 0 }"),
    "[0].given.months[1].feeRow1: ambiguous value: 8 after 9; expected one value of a parameter in all months",
  ],
  [
    one("{}", "{ fee: 0 }"),
    "[0].expect.fee: unknown output: fee; expected end, or a fact that the file sets, tracks or pays; did you mean",
  ],
  [
    one("{}", "{ end: late }"),
    "[0].expect.end: unknown ground: late; expected null, or no end: nothing in the ruleset ends the contract",
  ],
  [
    one("{}", "{ feePence: 0 }", "Tried"),
    'unknown ruleset: Tried; expected a ruleset of the library, or of a file in the same folder; did you mean "tried"?',
  ],
  [one("{}", "{ feePence: 0 }", "tried.yaml"), "a case names the id that stands in the file"],
  [
    `${one("{}", "{ feePence: 0 }")}\n${one("{ starts: 1 }", "{ feePence: 1000 }")}`,
    "cases:2:11 [1].name: duplicate name: one; expected a name that no other case of the ruleset has in the file",
  ],
])("a case file is refused: %s", async (text, said) => {
  expect((await sayOf(text)).join("\n")).toContain(said);
});

it("refuses in an example what it refuses in a case", () => {
  const example = "{ name: one, given: { starts: -1 }, expect: { feePence: 0 }, because: it is said }";
  expect(readTable(`${table}\nexamples: [${example}]`).said).toEqual([
    expect.stringMatching(
      /examples\[0\]\.given\.starts: invalid value: -1; expected at least 0, as starts is$/,
    ),
  ]);
});

it("a list under cases is a case file too", async () => {
  const text = `cases:\n  ${one("{ starts: 3 }", "{ feePence: 1000 }")}`;
  expect(await sayOf(text)).toEqual([]);
});
