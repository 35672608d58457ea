import { describe, expect, it } from "vitest";
import { openEvaluate } from "../../../src/engine/evaluate.ts";
import { rulesetFindings } from "../../../src/engine/findings/ruleset-findings.ts";
import { rulesetWords } from "../../../src/report/rule-words.ts";
import { failures, readTable, tableText } from "./table-text.ts";

// £30 from 1 start, £50 from 10, and £7 where no row holds, under every policy that pays.
const two = (hitPolicy: string, otherwise: string) =>
  tableText(
    "start-fee",
    `parameters: { least: { default: 4.5, unit: pounds, sentence: Least. } }
hitPolicy: "${hitPolicy}"
inputs: [starts]
outputs: [{ pay: fee, otherwise: ${otherwise} }]
rules: [["[1..9]", 30], [">= 10", 50]]`,
  );

describe("what an output gives where no row does", () => {
  it.each(["U", "A", "F", "P", "C", "C+", "C<", "C>", "R", "O"])("under %s", async (hitPolicy) => {
    for (const [starts, pounds] of [
      [0, 7],
      [1, 30],
      [10, 50],
    ] as const)
      expect(await failures(two(hitPolicy, "7"), { starts }, { feePence: pounds * 100 })).toEqual([]);
  });

  it("is a parameter of its own, a parameter's name, an amount, or nothing", async () => {
    const { ruleset } = readTable(two("U", "7"));
    expect(ruleset!.parameters.feeOtherwise).toMatchObject({ default: 7, unit: "pounds", scaled: false });
    expect(await failures(two("U", "7"), { feeOtherwise: 9 }, { feePence: 900 })).toEqual([]);
    expect(await failures(two("U", "least"), {}, { feePence: 450 })).toEqual([]);
    const twice = two("U", "{ mul: [{ param: least }, 2] }");
    expect(await failures(twice, {}, { feePence: 900 })).toEqual([]);
    expect(await failures(two("U", '"-"'), {}, { feePence: 0 })).toEqual([]);
    expect(readTable(two("U", '"-"')).ruleset!.stages[0]!.otherwise).toEqual([]);
  });

  it("is multiplied, scaled and paid in its term as the cells of the column are", async () => {
    const text = tableText(
      "start-fee",
      `hitPolicy: U
inputs: [phase]
outputs: [{ pay: fee, per: starts, scaled: true, termDays: 60, otherwise: 2.5 }]
rules: [[tracking, 4]]`,
    );
    const { ruleset } = readTable(text);
    expect(ruleset!.parameters.feeOtherwise).toMatchObject({ default: 2.5, scaled: true });
    expect(ruleset!.stages[0]!.otherwise.map(({ params }) => params.termDays)).toEqual([60]);
    // 6 × £2.50 in delivery, 6 × £4 in tracking.
    expect(await failures(text, { starts: 6, phase: "delivery" }, { feePence: 6 * 250 })).toEqual([]);
    expect(await failures(text, { starts: 6, phase: "tracking" }, { feePence: 6 * 400 })).toEqual([]);
  });

  const several = tableText(
    "adjustment",
    `facts:
  band: { type: enum, values: [low, high], unit: band, default: high, from: set, sentence: Band. }
  good: { type: boolean, unit: yes or no, default: false, from: set, sentence: Good. }
  points: { unit: points, default: 1, from: set, sentence: Points. }
  dearPence: { unit: pence, default: 0, from: set, sentence: Money. }
hitPolicy: F
inputs: [month]
outputs:
  - { pay: fee, otherwise: 3 }
  - { set: band, otherwise: low }
  - { set: good, otherwise: true }
  - { set: points, otherwise: 8 }
  - { set: dearPence, otherwise: 250 }
rules:
  - [1, 20, high, false, 2, 100]
  - [2, "-", high, "-", 5, "-"]`,
  );

  it("counts of each output apart: where the rows that hold say nothing on it", async () => {
    const given = [
      { fee: 2000, band: "high", good: false, points: 2, dear: 100 },
      { fee: 300, band: "high", good: true, points: 5, dear: 250 },
      { fee: 300, band: "low", good: true, points: 8, dear: 250 },
    ];
    for (const [m, { fee, dear, ...sets }] of given.entries())
      expect(await failures(several, { month: m + 1 }, { ...sets, feePence: fee, dearPence: dear })).toEqual(
        [],
      );
    expect(readTable(several).ruleset!.parameters.dearOtherwise).toMatchObject({ default: 2.5 });
  });

  it("ends a contract where no ground holds", async () => {
    const text = tableText(
      "termination",
      `hitPolicy: U
inputs: [month]
outputs: [{ end: late }, { end: early, otherwise: true }]
rules: [["> 24", true, "-"], ["[12..24]", "-", true]]`,
    );
    for (const [month, end] of [
      [25, "late"],
      [24, "early"],
      [11, "early"],
    ] as const)
      expect(await failures(text, { month }, { end })).toEqual([]);
  });

  it("reads in words, and says of which output it is", () => {
    const words = (text: string) => rulesetWords(readTable(text).ruleset!).rules;
    expect(words(two("U", "7"))).toContain("Where none of these holds, owed as fee: fee otherwise £7.");
    expect(words(several)).toContain("Where no rule above gives fee, owed as fee: fee otherwise £3.");
    expect(words(several)).toContain("Where no rule above gives “points”, points is 8.");
  });

  it("fills the gap that check would note, and only that of its own output", async () => {
    const gaps = async (text: string) =>
      (await rulesetFindings(readTable(text).ruleset!, openEvaluate()))
        .filter(({ kind }) => kind === "gap")
        .map(({ text: said }) => /on (\w+)/.exec(said)![1]);
    const withHole = (otherwise: string) => two("U", otherwise).replace("[1..9]", "[1..5]");
    expect(await gaps(withHole('"-"'))).toEqual(["fee"]);
    expect(await gaps(withHole("0"))).toEqual([]);
    expect(await gaps(several)).toEqual([]);
  });
});

// Each with the text at which it stands.
it.each([
  ["start-fee", "{ pay: fee, otherwise: x }", "x }", "otherwise: invalid cell: x"],
  ["start-fee", "{ pay: fee, otherwise: 1.005 }", "1.005", "otherwise: invalid value: 1.005"],
  ["start-fee", '{ pay: fee, otherwise: "> 5" }', '"> 5"', "otherwise: invalid cell: > 5"],
  ["start-fee", "{ pay: fee, otherwise: { mul: [{ param: nope }, 2] } }", "nope", "otherwise.mul[0].param"],
  ["start-fee", "{ pay: fee, per: nope, otherwise: 2 }", "nope", "per: unknown fact: nope"],
  ["start-fee", "{ pay: fee, otherwise: null }", "null", "otherwise: invalid value: null"],
  ["start-fee", "{ pay: feeRow1, otherwise: 1 }", "1 }", "otherwise: duplicate name: feeRow1Otherwise"],
  ["adjustment", "{ set: band, otherwise: lowe }", "lowe", "otherwise: unknown value: lowe"],
  ["termination", "{ end: late, otherwise: false }", "false", "otherwise: invalid cell: false"],
])("a wrong otherwise is refused in its cell: %s %s", (kind, header, at, said) => {
  const cell = kind === "termination" ? "true" : kind === "adjustment" ? "low" : "1";
  const text = tableText(
    kind,
    `parameters: { feeRow1Otherwise: { default: 1, unit: pounds, sentence: Taken. } }
facts: { band: { type: enum, values: [low, high], unit: band, default: high, from: set, sentence: Band. } }
hitPolicy: U
inputs: [starts]
outputs: [${header}]
rules: [[1, ${cell}]]`,
  );
  const lines = text.slice(0, text.indexOf(at, text.indexOf("outputs:"))).split("\n");
  const place = `table:${lines.length}:${lines.at(-1)!.length + 1} outputs[0].`;
  const found = readTable(text).said;
  expect(found.filter((line) => line.startsWith(place + said)).length, found.join("\n")).toBe(1);
});

it("a count has no otherwise: where no row holds it is 0", async () => {
  const counts = (header: string) =>
    tableText(
      "adjustment",
      `facts: { flags: { unit: flags, default: 5, from: set, sentence: Flags. } }
hitPolicy: "C#"
inputs: [starts]
outputs: [{ set: flags${header} }]
rules: [[">= 1", 1], [">= 10", 1]]`,
    );
  for (const [starts, flags] of [
    [0, 0],
    [1, 1],
    [10, 2],
  ] as const)
    expect(await failures(counts(""), { starts }, { flags })).toEqual([]);
  expect(readTable(counts(", otherwise: 7")).said).toEqual([
    "table:10:36 outputs[0].otherwise: unsupported key: otherwise; expected an output without it under collect count: where no row holds, the count is 0",
  ]);
});
