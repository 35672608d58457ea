import { describe, expect, it, test } from "vitest";
import { readTable, tableText } from "./table-text.ts";

const withCell = (fact: string, cell: string) =>
  tableText(
    "start-fee",
    `parameters:
  least: { default: 3, unit: people, sentence: Least. }
  most: { default: 9, unit: people, sentence: Most. }
  wanted: { type: enum, values: [leadIn, delivery, tracking], default: delivery, unit: phase, sentence: Phase. }
hitPolicy: U
inputs: [${fact}]
outputs: [{ pay: fee }]
rules: [[${cell}, 1], ["-", "-"]]`,
  );
const said = (fact: string, cell: string) =>
  readTable(withCell(fact, cell)).said.map((line) => line.replace(/^table:\d+:\d+ rules\[0\]\[0\]: /, ""));
const conditions = (fact: string, cell: string) =>
  readTable(withCell(fact, cell)).ruleset?.stages[0]?.rules[0]?.conditions;

describe("ways of writing one test are read alike", () => {
  it.each([
    ["starts", [">=5", ">= 5", " >=  5 "]],
    ["starts", ["<5", "< 5", "<5.0"]],
    ["starts", ["-5", " -5 ", "-5.0"]],
    ["starts", ["> -2.5", ">-2.5", ">-2.50"]],
    ["starts", [".5", "0.5"]],
    ["starts", ["(1..5)", "]1..5[", "( 1 .. 5 )", "(1..5["]],
    ["starts", ["[-5..-1]", "[ -5 .. -1 ]"]],
    ["starts", ["[least..most]", "[ least .. most ]"]],
    ["starts", ["not(2, 4)", "not (2,4)", "not( 2 , 4 )"]],
    ["starts", ["[1..3], > 10, 12.5", "[1..3],>10,12.5"]],
    ["phase", ["delivery, tracking", '"delivery","tracking"', '"delivery", tracking']],
    ["phase", ["not(delivery)", 'not("delivery")']],
    ["readyToDeliver", ["true", " true "]],
  ])("%s %j", (fact, cells) => {
    const [first, ...others] = cells.map((cell) => conditions(fact, `'${cell}'`));
    expect(first).toBeDefined();
    for (const other of others) expect(other).toEqual(first);
  });

  it.each([
    ["starts", '["[1..5]"]', '"[1..5]"'],
    ["starts", "[1..5]", '"[1..5]"'],
    ["starts", '["not(5)"]', '"not(5)"'],
    ["starts", '["-"]', '"-"'],
    ["starts", '["> 5", 2]', '"> 5, 2"'],
    ["starts", "[2, 3]", '"2, 3"'],
    ["phase", "[delivery, tracking]", '"delivery, tracking"'],
    ["readyToDeliver", "[true]", "true"],
  ])("a list of YAML: %s %s", (fact, list, text) => {
    expect(conditions(fact, list)).toBeDefined();
    expect(conditions(fact, list)).toEqual(conditions(fact, text));
  });

  it("a word that the fact has is that word, any other name a fact or parameter", () => {
    const value = (cell: string) => conditions("phase", cell);
    expect(value("delivery")).toEqual({ all: [{ fact: "phase", operator: "equal", value: "delivery" }] });
    expect(value("wanted")).toEqual({
      all: [{ fact: "phase", operator: "equal", value: { fact: "wanted" } }],
    });
    expect(value("not(plannedPhase)")).toEqual({
      all: [{ fact: "phase", operator: "notEqual", value: { fact: "plannedPhase" } }],
    });
  });
});

test.each([
  [
    "starts",
    '"[5..1]"',
    'invalid interval: [5..1]; expected an interval with a number in it; did you mean "[1..5]"?',
  ],
  ["starts", '"(5..5]"', "invalid interval: (5..5]"],
  ["starts", '"5, 6, 5"', "duplicate value: 5; expected each value once in a cell"],
  ["starts", "[5, 5.0]", "duplicate value: 5"],
  ["phase", '"tracking, delivery, tracking"', "duplicate value: tracking"],
  [
    "phase",
    "delivry",
    'unknown value: delivry; expected one of leadIn, delivery, tracking; did you mean "delivery"?',
  ],
  [
    "phase",
    '"not(delivery, trackin)"',
    'unknown value: trackin; expected one of leadIn, delivery, tracking; did you mean "tracking"?',
  ],
  [
    "starts",
    "referals",
    'unknown fact: referals; expected a number, or the name of a fact or parameter; did you mean "referrals"?',
  ],
  [
    "starts",
    '"[leest..5]"',
    'unknown fact: leest; expected a number, or the name of a fact or parameter; did you mean "least"?',
  ],
  ["starts", '"1,200"', "ambiguous cell: 1,200; expected 1200 for one number, or 1, 200 for several"],
  [
    "starts",
    '"> 1,200,000"',
    "ambiguous cell: > 1,200,000; expected 1200000 for one number, or 1, 200, 000 for several",
  ],
  [
    "starts",
    "null",
    'invalid value: null; expected a number, a word, true or false, or "-" where there is nothing to say',
  ],
  ["starts", "phase", "invalid value: phase, a word; expected a number, as starts is"],
  [
    "starts",
    "setUpCostPence",
    "invalid value: starts (people) against setUpCostPence (pence); expected money against money, or plain numbers",
  ],
  ["starts", '"007"', "invalid cell: 007"],
  ["starts", '"[0...5]"', "invalid cell: [0...5]"],
  ["phase", '"> delivery"', "invalid cell: > delivery"],
  ["readyToDeliver", "1", "invalid value: 1; expected true or false, as readyToDeliver is"],
])("refused: %s %s", (fact, cell, problem) => {
  const found = said(fact, cell);
  expect(found.length).toBe(1);
  expect(found[0]!.startsWith(problem), found[0]).toBe(true);
});

describe("a slip that people make is refused with what to write", () => {
  // What to write is read as it stands, so that who follows the hint is done.
  it.each([
    ["= 5", "5"],
    ["==5", "5"],
    ["+5", "5"],
    ["!= 5", "not(5)"],
    ["<> least", "not(least)"],
    ["≠5", "not(5)"],
    ["not 5", "not(5)"],
    ["=< 5", "<= 5"],
    ["=> 5", ">= 5"],
    ["≤ 5", "<= 5"],
    ["≥ 5", ">= 5"],
    ["[..5]", "<= 5"],
    ["[2.5..]", ">= 2.5"],
    ["1..5", "[1..5]"],
    ["[1...5]", "[1..5]"],
    ["[1…5]", "[1..5]"],
    ["1-5", "[1..5]"],
    ["[1-5]", "[1..5]"],
    ["1 to 5", "[1..5]"],
    ["between 1 and 5", "[1..5]"],
    ["in [1..5]", "[1..5]"],
  ])("starts %s", (cell, instead) => {
    const [found] = said("starts", JSON.stringify(cell));
    const hint = found!.split("; ").at(-1)!;
    expect(hint).toMatch(/^write /);
    expect(hint.replace(/^write "?/, "").replace(/"? (?:alone|for an interval)$/, "")).toBe(instead);
    expect(said("starts", JSON.stringify(instead))).toEqual([]);
  });

  it.each([
    ["starts", "2017-04-01", "rules read no dates"],
    ["starts", 'date("2017-04-01")', "rules read no dates"],
    ["starts", "> referrals * 2", "tracked value"],
    ["starts", "referrals + 1", "tracked value"],
    ["starts", "> 5 or < 2", "with commas"],
    ["starts", "> 2 and < 5", "an interval"],
    ["starts", "> £5", "the number alone"],
    ["starts", "5 000", "the number alone"],
    ["starts", "starts > 5", "the column names the fact"],
    ["starts", "? > 5", "the column names the fact"],
    ["starts", "starts", "name another fact"],
    ["starts", "5,", "between two values"],
    ["starts", "−5", "write - for a minus"],
    ["starts", "not(not(5))", "not(…) stands once"],
    ["starts", "5, not(6)", "not(…) stands once"],
    ["starts", "not(-)", '"-" stands alone'],
    ["starts", "not()", "between the brackets"],
    ["starts", "NOT(5)", "small letters"],
    ["starts", "*", 'write "-" for anything'],
    ["starts", "", 'write "-" for anything'],
    ["starts", "null", "a fact always has a value"],
    ["starts", "else", "otherwise"],
    ["phase", "delivery or tracking", "with commas"],
    ["phase", "any", 'write "-" for anything'],
    ["phase", '"delivery', "close the double quotes"],
    ["claimantGroup", "new (flow)", "in double quotes"],
    ["readyToDeliver", "yes", "write true"],
    ["readyToDeliver", "no", "write false"],
  ])("%s %s", (fact, cell, hint) => {
    const found = said(fact, JSON.stringify(cell));
    expect(found.length).toBe(1);
    expect(found[0]).toMatch(/^invalid cell: /);
    expect(found[0]!.split("; ").slice(2).join("; ")).toContain(hint);
  });

  it("an amount in the place of a test", () => {
    expect(said("starts", "{ fact: referrals }")[0]).toContain("write referrals alone");
  });
});

const table = (lines: string) => readTable(tableText("start-fee", lines)).said.join("\n");
const columns = (inputs: string, outputs = "[{ pay: fee }]", rules = "[[5, 1]]") =>
  table(`hitPolicy: U\ninputs: ${inputs}\noutputs: ${outputs}\nrules: ${rules}`);

describe("the headers of a table", () => {
  it.each([
    [
      "[starts + referrals]",
      "inputs[0]: invalid input: starts + referrals; expected the name of a fact or parameter; declare it under tracked, as { value: … }, and name that",
    ],
    ['[{ fact: "max(starts, 5)" }]', "inputs[0].fact: invalid input: max(starts, 5)"],
    [
      "[Starts]",
      'inputs[0]: unknown fact: Starts; expected a fact of the dictionary, or one declared under facts, parameters or tracked; did you mean "starts"?',
    ],
    ["[indicative referrals]", 'did you mean "indicativeReferrals"?'],
    ["starts", 'inputs: invalid value: "starts"; expected a list of facts; [] where the table asks nothing'],
  ])("inputs %s", (inputs, problem) => expect(columns(inputs)).toContain(problem));

  it.each([
    ["[fee]", 'outputs[0]: invalid value: "fee"; expected { pay: output }, { set: fact } or { end: ground }'],
    ["fee", 'outputs: invalid value: "fee"; expected a list of columns, as [{ pay: output }]'],
    ["[{ pay: fee, set: fee }]", "outputs[0]: unknown key: set"],
    ["[{ end: late, termDays: 5 }]", "outputs[0]: unsupported key: termDays"],
  ])("outputs %s", (outputs, problem) => expect(columns("[starts]", outputs)).toContain(problem));

  it.each([
    ["['5, 1']", 'rules[0]: invalid value: "5, 1"; expected a list of cells, or { name, priority, cells }'],
    ["[5]", "rules[0]: invalid value: 5; expected a list of cells"],
    [
      "[[not(1, 5), 1]]",
      "rules[0]: invalid row: 3 cells; expected 2 cells: 1 input, then 1 output; put quotes around a cell with a comma in it",
    ],
    [
      '[[5, "£1,200"]]',
      'rules[0][1]: invalid cell: £1,200; expected a number, the name of a parameter, an amount, or "-"; write 1200 alone; pay is in pounds',
    ],
    ["[[5, starts]]", "name under per what the column is multiplied by"],
  ])("rules %s", (rules, problem) => expect(columns("[starts]", undefined, rules)).toContain(problem));

  it("a hit policy is one of DMN's, by word or letter", () => {
    const policy = (word: string) =>
      table(`hitPolicy: ${word}\ninputs: [starts]\noutputs: [{ pay: fee }]\nrules: [[5, 1]]`);
    expect(policy("UNIQUE")).toContain('did you mean "unique"?');
    expect(policy("COLLECT")).toContain("one of unique, any, first, priority, collect sum");
  });

  it("a table without inputs is one row that always holds", () => {
    expect(columns("[]", "[{ pay: fee, per: starts }]", "[[5]]")).toBe("");
    expect(columns("[]", "[{ pay: fee }]", "[[5, 1]]")).toContain("expected 1 cell: 0 inputs, then 1 output");
  });

  it("a table has no more cells that give something than a stage has rules", () => {
    const rows = Array.from({ length: 101 }, (_, i) => `[${i}, 1, 2]`).join(", ");
    expect(columns("[starts]", "[{ pay: a }, { pay: b }]", `[${rows}]`)).toContain(
      "rules: invalid table: 202 output cells that give something; expected at most 200",
    );
  });
});

test.each([
  ["hitPolicy: U\nrules: [[5, 1]]", "missing key: inputs"],
  ["hitPolicy: U\nrules: [{ name: one, conditions: { all: [] }, event: {} }]", "missing key: stages"],
  ["hitPolicy: U\ninputs: []\noutputs: []\nrules: []\nstages: []", "unknown key: inputs"],
])("what lacks a part is told what it lacks: %s", (lines, problem) => {
  expect(table(lines)).toContain(problem);
});
