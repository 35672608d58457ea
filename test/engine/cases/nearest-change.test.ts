import { expect, it } from "vitest";
import { checkCases, type KnownRulesets } from "../../../src/engine/cases/check-cases.ts";
import { parseDocument } from "../../../src/engine/document.ts";
import { openEvaluate } from "../../../src/engine/evaluate.ts";
import { problemText } from "../../../src/engine/problem.ts";
import { readTable, tableText } from "../table/table-text.ts";

// A fact of each sort: from 10 starts to date the band is high, good, and worth 2 points a start; from `least` (3) in
// the mode hard it is mid; where the rule is strict it is mid and good; £90 from `cap` (£1,500) of what is due.
const own = tableText(
  "adjustment",
  `parameters:
  least: { default: 3, unit: people, min: 0, max: 50, sentence: Least. }
  mode: { type: enum, values: [soft, hard], default: soft, unit: mode, sentence: Mode. }
  strict: { type: boolean, default: false, unit: yes or no, sentence: Strict. }
  cap: { default: 1500, unit: pounds, min: 0, sentence: Cap. }
facts:
  band: { type: enum, values: [low, mid, high], unit: band, default: low, from: set, sentence: Band. }
  good: { type: boolean, unit: yes or no, default: false, from: set, sentence: Good. }
  points: { unit: points, default: 0, from: set, sentence: Points. }
tracked:
  toDate: { sum: { fact: starts } }
hitPolicy: F
inputs: [toDate, mode, strict, duePence]
outputs: [{ set: band }, { set: good }, { set: points, per: starts, otherwise: 1 }, { pay: fee }]
rules:
  - { name: many, cells: [">= 10", "-", "-", "-", high, true, 2, "-"] }
  - { name: enough, cells: [">= least", hard, "-", "-", mid, false, 1, "-"] }
  - { name: strict, cells: ["-", "-", true, "-", mid, true, "-", "-"] }
  - { name: capped, cells: ["-", "-", "-", ">= cap", "-", "-", "-", 90] }`,
);
// It ends after `most` (3) months without a start, and in tracking.
const ends = tableText(
  "termination",
  `parameters: { most: { default: 3, unit: months, min: 1, max: 12, sentence: Most. } }
tracked: { dry: { consecutive: { fact: starts, operator: equal, value: 0 } } }
hitPolicy: U
inputs: [dry, phase]
outputs: [{ end: noStarts }, { end: over }]
rules:
  - { name: long, cells: [">= most", delivery, true, "-"] }
  - { name: late, cells: ["-", tracking, "-", true] }`,
);
const known: KnownRulesets = new Map([
  ["own", readTable(own).ruleset!],
  ["ends", readTable(ends).ruleset!],
]);
const hintOf = async (ruleset: string, given: string, expected: string) => {
  const text = `- { name: one, ruleset: ${ruleset}, given: ${given}, expect: ${expected}, because: so }`;
  const { problems } = await checkCases(parseDocument("cases", text, "yaml"), known, openEvaluate());
  expect(problems.length).toBe(1);
  return problemText(problems[0]!).replace(/^.*because so; /, "");
};
const months = (...starts: number[]) => `{ months: [${starts.map((n) => `{ starts: ${n} }`).join(", ")}] }`;

// On paper: the boundary nearest to what is given, by the rules above.
it.each([
  // Set facts: a word, a yes, a number.
  ["own", "{ starts: 8 }", "{ band: high }", "no rule on it held; starts 10 instead of 8 gives it"],
  ["own", "{ starts: 9 }", "{ good: true }", "no rule on it held; starts 10 instead of 9 gives it"],
  ["own", "{ starts: 12 }", "{ points: 60 }", 'rule "many (points)" held; starts 30 instead of 12 gives it'],
  [
    "own",
    "{ starts: 2 }",
    "{ points: 4 }",
    "no rule on it held, so what stands under otherwise counted; starts 4 instead of 2 gives it",
  ],
  // Payments, by money and by a parameter in pounds.
  [
    "own",
    "{ duePence: 100000 }",
    "{ feePence: 9000 }",
    "no rule on it held; duePence 150000 instead of 100000 gives it",
  ],
  [
    "own",
    "{ duePence: 100000, cap: 1200 }",
    "{ feePence: 9000 }",
    "no rule on it held; duePence 120000 instead of 100000 gives it",
  ],
  [
    "own",
    "{ duePence: 160000 }",
    "{ feePence: 0 }",
    'rule "capped (fee)" held; duePence 149999 instead of 160000 gives it',
  ],
  // Tracked facts, which no rule is on, expected and given.
  [
    "own",
    months(3, 4),
    "{ toDate: 9 }",
    "no rule held; starts 5 instead of 3 in month 1 of the case gives it",
  ],
  ["own", "{ toDate: 9 }", "{ band: high }", "no rule on it held; toDate 10 instead of 9 gives it"],
  // Parameters: a given one is a fact of the case, another one is named only where no fact will do.
  [
    "own",
    "{ starts: 8, mode: soft }",
    "{ band: mid, points: 8 }",
    "no rule on it held; mode hard instead of soft gives it",
  ],
  [
    "own",
    "{ starts: 5, strict: false }",
    "{ band: mid, good: true }",
    "no rule on it held; strict true instead of false gives it",
  ],
  [
    "own",
    "{ starts: 5, mode: hard, least: 7 }",
    "{ band: mid, points: 5 }",
    "no rule on it held; least 5 instead of 7 gives it",
  ],
  [
    "own",
    "{ starts: 8 }",
    "{ band: mid, good: false }",
    "no rule on it held; no change of one fact gives it, but the parameter mode hard instead of its default soft would",
  ],
  // Grounds of an end, and no end.
  [
    "ends",
    months(1, 0, 0),
    "{ end: noStarts }",
    "no rule on it held; starts 0 instead of 1 in month 1 of the case gives it",
  ],
  [
    "ends",
    months(0, 0, 0),
    "{ end: null }",
    'rule "long (noStarts)" held; starts 1 instead of 0 in month 1 of the case gives it',
  ],
  [
    "ends",
    "{ starts: 1 }",
    "{ end: over }",
    "no rule on it held; phase tracking instead of its default delivery gives it",
  ],
  [
    "ends",
    "{ starts: 1, phase: tracking }",
    "{ end: null }",
    'rule "late (over)" held; phase leadIn instead of tracking gives it',
  ],
  ["ends", "{ dry: 2, most: 4 }", "{ end: noStarts }", "no rule on it held; dry 4 instead of 2 gives it"],
])("%s: %s and %s", async (ruleset, given, expected, hint) => {
  expect(await hintOf(ruleset, given, expected)).toBe(hint);
});

it("is no part of what comes whole", async () => {
  // £80 is 4/3 of what two starts at £30 owe, but nobody is a third of a start: the price is what would change.
  const text = tableText(
    "start-fee",
    `hitPolicy: U
inputs: []
outputs: [{ pay: fee, per: starts }]
rules: [[30]]`,
  );
  const rulesets: KnownRulesets = new Map([["tried", readTable(text).ruleset!]]);
  const cases =
    "- { name: one, ruleset: tried, given: { starts: 2 }, expect: { feePence: 8000 }, because: so }";
  const { problems } = await checkCases(parseDocument("cases", cases, "yaml"), rulesets, openEvaluate());
  expect(problems.map(problemText).join()).toContain(
    "no change of one fact gives it, but the parameter feeRow1 40 instead of its default 30 would",
  );
});

it("is of what the case states before what follows from it, and of no part of a person in a count of people", async () => {
  const saidOf = async (lines: string, starts: number, pence: number) => {
    const rulesets: KnownRulesets = new Map([["tried", readTable(tableText("start-fee", lines)).ruleset!]]);
    const cases = `- { name: one, ruleset: tried, given: { starts: ${starts} }, expect: { feePence: ${pence} }, because: so }`;
    const { problems } = await checkCases(parseDocument("cases", cases, "yaml"), rulesets, openEvaluate());
    return problems.map(problemText).join();
  };
  // £10 from a half of 5: that is one more than the half of 8 starts, and two starts more.
  const half = `tracked: { half: { value: { mul: [{ fact: starts }, 0.5] } } }
hitPolicy: U
inputs: [half]
outputs: [{ pay: fee }]
rules: [[">= 5", 10]]`;
  expect(await saidOf(half, 8, 1000)).toContain("; starts 10 instead of 8 gives it");
  // £80 is 8/3 of the £30 for each start to date, and nobody is two thirds of one.
  const toDate = `tracked: { toDate: { sum: { fact: starts } } }
hitPolicy: U
inputs: []
outputs: [{ pay: fee, per: toDate }]
rules: [[30]]`;
  expect(await saidOf(toDate, 2, 8000)).toContain(
    "no change of one fact gives it, but the parameter feeRow1 40 instead of its default 30 would",
  );
});

it("a case of a ruleset that fails its check says which file to check", async () => {
  const broken: KnownRulesets = new Map([["tried", { refused: "folder/tried.yaml" }]]);
  const text = "- { name: one, ruleset: tried, given: {}, expect: { feePence: 0 }, because: so }";
  const { problems } = await checkCases(parseDocument("cases", text, "yaml"), broken, openEvaluate());
  expect(problems.map(problemText)).toEqual([
    `cases:1:${text.indexOf("tried") + 1} [0].ruleset: invalid ruleset: tried; expected one that passes its check; riskshare check folder/tried.yaml says what is wrong with it`,
  ]);
});

it("a word or a yes that is expected is never null", async () => {
  for (const [name, expected] of [
    ["band", "a word"],
    ["good", "true or false"],
  ])
    expect(await hintOf("own", "{}", `{ ${name}: null }`)).toContain(
      `[0].expect.${name}: invalid value: null; expected ${expected}; null is 0, or no end`,
    );
});
