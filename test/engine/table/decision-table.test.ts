import { describe, expect, it, test } from "vitest";
import { openEvaluate } from "../../../src/engine/evaluate.ts";
import { rulesetFindings } from "../../../src/engine/findings/ruleset-findings.ts";
import { rulesetText } from "../../../src/report/ruleset-text.ts";
import { failures, readTable, tableText } from "./table-text.ts";

// Three rows that hold for 1 or more, 10 or more and 20 or more starts.
const three = (hitPolicy: string) =>
  tableText(
    "start-fee",
    `hitPolicy: "${hitPolicy}"
inputs: [starts]
outputs: [{ pay: fee }]
rules:
  - { priority: 1, cells: [">= 1", 30] }
  - { priority: 3, cells: [">= 10", 50] }
  - { priority: 2, cells: [">= 20", 30] }`,
  );

describe("hit policies of a table, by DMN's letters and by our words", () => {
  // Pounds for 0, 5, 10 and 20 starts, by the meaning of each policy.
  const known: [string, string, (number | undefined)[]][] = [
    ["U", "unique", [0, 30, undefined, undefined]],
    ["A", "any", [0, 30, undefined, undefined]],
    ["F", "first", [0, 30, 30, 30]],
    ["P", "priority", [0, 30, 50, 50]],
    ["C", "collect sum", [0, 30, 80, 110]],
    ["C+", "collect sum", [0, 30, 80, 110]],
    ["C<", "collect min", [0, 30, 30, 30]],
    ["C>", "collect max", [0, 30, 50, 50]],
    ["R", "rule order", [0, 30, 80, 110]],
    ["O", "output order", [0, 30, 80, 110]],
  ];
  for (const [letter, words, pounds] of known) {
    it.each([letter, words])("%s", async (hitPolicy) => {
      for (const [i, starts] of [0, 5, 10, 20].entries()) {
        const owed = pounds[i];
        const tried = await failures(three(hitPolicy), { starts }, { feePence: (owed ?? 0) * 100 });
        if (owed === undefined) expect(tried).toEqual([expect.stringContaining("ambiguous rules on fee: ")]);
        else expect(tried).toEqual([]);
      }
    });
  }

  it("C# counts the rows that hold, and is not money", async () => {
    const counts = tableText(
      "adjustment",
      `facts: { flags: { unit: flags, default: 0, from: set, sentence: Flags. } }
hitPolicy: "C#"
inputs: [starts]
outputs: [{ set: flags }]
rules: [[">= 1", 7], [">= 10", 7], [">= 20", 9]]`,
    );
    for (const [starts, flags] of [
      [0, 0],
      [9, 1],
      [10, 2],
      [20, 3],
    ] as const)
      expect(await failures(counts, { starts }, { flags })).toEqual([]);
    expect(readTable(three("C#")).said).toEqual([
      "table:9:11 outputs[0]: unsupported event type: pay under collect count; expected set: a count is not money",
    ]);
  });

  it("any agrees where rows give the same amount", async () => {
    const same = three("A").replace("50]", "30]");
    expect(await failures(same, { starts: 20 }, { feePence: 3000 })).toEqual([]);
  });
});

describe("input cells at their boundaries, on both roads", () => {
  const isTrueFor: [string, number[], number[]][] = [
    ['"-"', [0, 5, 900], []],
    ["5", [5], [4, 6]],
    ['"5"', [5], [4, 6]],
    ["< 5", [4, 4.5], [5, 6]],
    ["<= 5", [4, 5], [5.5, 6]],
    ['"> 5"', [5.5, 6], [4, 5]],
    ['">= 5"', [5, 6], [4, 4.5]],
    ["[1..5]", [1, 3, 5], [0, 5.5, 6]],
    ['"[1..5]"', [1, 3, 5], [0, 5.5, 6]],
    ['"(1..5]"', [1.5, 5], [1, 6]],
    ['"[1..5)"', [1, 4.5], [0.5, 5]],
    ['"(1..5)"', [1.5, 4.5], [1, 5]],
    ['"]1..5["', [1.5, 4.5], [1, 5]],
    ['"]1..5]"', [1.5, 5], [1, 6]],
    ['"[0.5..2.25]"', [0.5, 2.25], [0.25, 2.5]],
    ["[2, 4]", [2, 4], [1, 3, 5]],
    ['"2, 4"', [2, 4], [1, 3, 5]],
    ['"< 2, [5..7), 9"', [1, 5, 6, 9], [2, 4, 7, 8, 10]],
    ["not(5)", [4, 6], [5]],
    ['"not(2, 4)"', [1, 3], [2, 4]],
    ['"not([1..5])"', [0, 6], [1, 3, 5]],
    ['"not(< 2, > 8)"', [2, 8], [1, 9]],
    ['"<= referrals"', [3, 7], [8]],
    ['"[leastStarts..referrals]"', [3, 7], [2, 8]],
    ["referrals", [7], [6]],
  ];
  it.each(isTrueFor)("%s", async (cell, yes, no) => {
    const text = tableText(
      "start-fee",
      `parameters: { leastStarts: { default: 3, unit: people, sentence: Least. } }
hitPolicy: U
inputs: [{ fact: starts }]
outputs: [{ pay: fee }]
rules: [[${cell}, 1]]`,
    );
    for (const starts of yes)
      expect(await failures(text, { starts, referrals: 7 }, { feePence: 100 })).toEqual([]);
    for (const starts of no)
      expect(await failures(text, { starts, referrals: 7 }, { feePence: 0 })).toEqual([]);
  });

  it.each([
    ["delivery", "readyToDeliver", [1, 0, 0]],
    ['"delivery, tracking"', "readyToDeliver", [1, 1, 0]],
    ["[delivery, tracking]", "readyToDeliver", [1, 1, 0]],
    ["'\"delivery\"'", "readyToDeliver", [1, 0, 0]],
    ["not(delivery)", "readyToDeliver", [0, 1, 1]],
    ['"not(delivery, tracking)"', "readyToDeliver", [0, 0, 1]],
  ] as const)("words: %s", async (cell, flag, paid) => {
    const text = tableText(
      "start-fee",
      `hitPolicy: U
inputs: [phase, ${flag}]
outputs: [{ pay: fee }]
rules: [[${cell}, true, 1], [${cell}, "false", 2], ["-", "not(true, false)", 4]]`,
    );
    for (const [i, phase] of ["delivery", "tracking", "leadIn"].entries()) {
      expect(await failures(text, { phase, [flag]: true }, { feePence: paid[i]! * 100 })).toEqual([]);
      expect(await failures(text, { phase, [flag]: false }, { feePence: paid[i]! * 200 })).toEqual([]);
    }
  });
});

const outputs = tableText(
  "adjustment",
  `parameters: { bonus: { default: 12.5, unit: pounds, sentence: Bonus. } }
facts:
  band: { type: enum, values: [low, high], unit: band, default: low, from: set, sentence: Band. }
  good: { type: boolean, unit: yes or no, default: false, from: set, sentence: Good. }
  points: { unit: points, default: 0, from: set, sentence: Points. }
  dearPence: { unit: pence, default: 0, from: set, sentence: Money. }
hitPolicy: first
inputs: [month]
outputs:
  - { pay: fee, per: starts, termDays: 60, scaled: true }
  - { set: band }
  - { set: good }
  - { set: points, per: referrals }
  - { set: dearPence }
rules:
  - [1, 20.25, high, true, 2, 250]
  - { name: by bonus, cells: [2, bonus, "-", "-", "-", { mul: [{ param: bonus }, 2] }] }
  - [3, { mul: [{ param: bonus }, { fact: referrals }] }, low, false, { add: [{ fact: starts }, 1] }, 0]
  - ["-", "-", "-", "-", "-", "-"]`,
);

describe("output cells", () => {
  it("give numbers, money, words, yes and no, amounts, parameters and nothing", async () => {
    const facts = { starts: 4, referrals: 10 };
    // 4 × £20.25; 10 × 2 points; 250 pence as the name says.
    expect(
      await failures(
        outputs,
        { ...facts, month: 1 },
        { feePence: 8100, band: "high", good: true, points: 20, dearPence: 250 },
      ),
    ).toEqual([]);
    // 4 × £12.50; twice £12.50.
    expect(
      await failures(
        outputs,
        { ...facts, month: 2 },
        { feePence: 5000, band: "low", good: false, points: 0, dearPence: 2500 },
      ),
    ).toEqual([]);
    // An amount says itself what it multiplies: £12.50 × 10 referrals; 4 + 1 points.
    expect(
      await failures(outputs, { ...facts, month: 3 }, { feePence: 12500, band: "low", points: 5 }),
    ).toEqual([]);
    expect(await failures(outputs, { ...facts, month: 4 }, { feePence: 0, points: 0 })).toEqual([]);
  });

  it("become parameters where they are money, which a case and --set reach", async () => {
    const { ruleset, said } = readTable(outputs);
    expect(said).toEqual([]);
    expect(ruleset!.parameters.feeRow1).toMatchObject({ default: 20.25, unit: "pounds", scaled: true });
    expect(ruleset!.parameters.dearRow1).toMatchObject({ default: 2.5, unit: "pounds", scaled: false });
    expect(Object.keys(ruleset!.parameters)).toEqual(["bonus", "feeRow1", "dearRow1", "dearRow3"]);
    expect(await failures(outputs, { month: 1, starts: 1, feeRow1: 9 }, { feePence: 900 })).toEqual([]);
    expect(ruleset!.stages[0]!.rules[0]!.event.params.termDays).toBe(60);
  });

  it("name their rules by row, and by output where there are several", () => {
    const names = (text: string) => readTable(text).ruleset!.stages[0]!.rules.map((rule) => rule.name);
    expect(names(three("F"))).toEqual(["row 1", "row 2", "row 3"]);
    expect(names(outputs).slice(4, 7)).toEqual([
      "row 1 (dearPence)",
      "by bonus (fee)",
      "by bonus (dearPence)",
    ]);
  });

  it("end a contract on a ground", async () => {
    const ends = tableText(
      "termination",
      `hitPolicy: U
inputs: [referrals, month]
outputs: [{ end: late }, { end: few }]
rules: [["-", "> 24", true, "-"], ["< 3", "-", "-", true]]`,
    );
    expect(await failures(ends, { referrals: 3, month: 24 }, { end: null })).toEqual([]);
    expect(await failures(ends, { referrals: 2, month: 24 }, { end: "few" })).toEqual([]);
    expect(await failures(ends, { referrals: 3, month: 25 }, { end: "late" })).toEqual([]);
    expect(await failures(ends, { referrals: 2, month: 25 }, { end: "late" })).toEqual([]);
  });
});

test("what is wrong with a table is said at once, in its own cells", () => {
  const text = tableText(
    "start-fee",
    `parameters: { feeRow1: { default: 1, unit: pounds, sentence: Taken. } }
hitPolicy: U
inputs: [starts, phase, startz]
outputs:
  - { pay: fee, per: start }
rules:
  - ["(1..5", delivery, 3, 200]
  - ["[5..1]", delivry, "-", 1.005]
  - ["> x", "< 3", "-", hello]
  - [1, 2]
  - { name: row 2, cells: ["-", "-", "-", { mul: [{ param: nope }, 2] }] }
  - [true, "-", "-", "-"]
examples:
  - { name: e, given: { month: one }, expect: { feePence: 3 }, because: it is wrong }`,
  );
  // Each with the text at which it stands.
  const expected: [string, string][] = [
    ["startz", "inputs[2]: unknown fact"],
    ["start }", "outputs[0].per: unknown fact"],
    ['"(1..5"', "rules[0][0]: invalid cell"],
    ["200]", "rules[0][3]: duplicate name"],
    ['"[5..1]"', "rules[1][0]: invalid interval"],
    ["delivry", "rules[1][1]: unknown value"],
    ["1.005", "rules[1][3]: invalid value"],
    ['"> x"', "rules[2][0]: unknown fact"],
    ['"< 3"', "rules[2][1]: invalid cell"],
    ["hello", "rules[2][3]: invalid cell"],
    ["[1, 2]", "rules[3]: invalid row"],
    ["row 2", "rules[4].name: duplicate rule name"],
    ["nope", "rules[4].cells[3].mul[0].param: unknown parameter"],
    ["true", "rules[5][0]: invalid value"],
    ["one }", "examples[0].given.month: invalid value"],
  ];
  const found = readTable(text).said.map((line) => line.split(":").slice(0, 4).join(":"));
  expect(found.sort()).toEqual(expected.map(([at, said]) => `${placeIn(text, at)} ${said}`).sort());
});

/** Where a piece of text stands, by line and column. */
function placeIn(text: string, piece: string): string {
  const lines = text.slice(0, text.indexOf(piece)).split("\n");
  return `table:${lines.length}:${lines.at(-1)!.length + 1}`;
}

test.each([
  ["outputs: [{ pay: fee }, { pay: fee }]\nrules: [[1, 1, 1]]", "outputs[1].pay: duplicate output"],
  ['outputs: [{ pay: fee }]\nrules: [["-", "-"]]', "rules: missing output"],
  ["outputs: [{ pay: fee }]\nrules: [[1, 1]]\nstage: []", "unknown key: stage"],
  ["outputs: [{ end: over }]\nrules: [[1, false]]", "rules[0][1]: invalid cell: false"],
  ["outputs: [{ set: month }]\nrules: [[1, 2]]", "outputs[0]: unknown output: month"],
  ["outputs: [{ pay: fee }]\nrules: [[1, [3]]]", "rules[0][1]: invalid cell: [3]"],
  ["outputs: [{ pay: fee }]\nrules: []", "rules: invalid value"],
  ["rules: [[1, 1]]", "missing key: outputs"],
])("a table is refused: %s", (lines, said) => {
  const found = readTable(tableText("start-fee", `hitPolicy: U\ninputs: [starts]\n${lines}`)).said;
  expect(found.join("\n")).toContain(said);
});

test("findings stand in the table's rows", async () => {
  const text = tableText(
    "start-fee",
    `hitPolicy: U
inputs: [starts, starts]
outputs: [{ pay: fee }]
rules: [["> 5", "< 3", 1], ["[3..5]", "-", 2], ["[5..9]", "-", 3], ["[11..15]", "-", 4]]`,
  );
  const { ruleset, document } = readTable(text);
  const findings = await rulesetFindings(ruleset!, openEvaluate());
  const said = findings
    .filter(({ kind }) => kind !== "rule without example")
    .map(({ path, kind }) => `${document.where(path)}: ${kind}`);
  expect(said).toEqual([
    `${placeIn(text, '["> 5"')} rules[0]: never fires`,
    `${placeIn(text, '["[5..9]"')} rules[2]: overlap`,
    `${placeIn(text, "[[")} rules: gap`,
  ]);
});

test("a row that an earlier one leaves nothing to is found on each of its outputs", async () => {
  const text = tableText(
    "start-fee",
    `hitPolicy: F
inputs: [starts]
outputs: [{ pay: fee }, { pay: bonus }]
rules: [["> 2", 200, 10], ["> 4", 150, "-"], ["> 6", "-", 5], ["> 1", 3, 4]]`,
  );
  const { ruleset, document } = readTable(text);
  const never = (await rulesetFindings(ruleset!, openEvaluate())).filter(
    ({ kind }) => kind === "never fires",
  );
  expect(never.map(({ path, text: said }) => [document.where(path), said])).toEqual([
    [
      `${placeIn(text, '["> 4"')} rules[1]`,
      'rule "row 2 (fee)" never counts: "row 1 (fee)" holds wherever it does, and comes first',
    ],
    [
      `${placeIn(text, '["> 6"')} rules[2]`,
      'rule "row 3 (bonus)" never counts: "row 1 (bonus)" holds wherever it does, and comes first',
    ],
  ]);
});

test("a table reads in words as any ruleset", () => {
  const { ruleset } = readTable(three("P"));
  const words = rulesetText(ruleset!, 100).replaceAll(/\s+/g, " ");
  expect(words).toContain("A table that is tried");
  expect(words).toContain("starts is at least 10");
});
