import { expect, it } from "vitest";
import { problemsOfBoth, readRound, totalsOf } from "./read-round.ts";

const requirement = `id: round
title: A round
commissioner: { name: A district }
published: 2020-01-01
district: North
budget: 1000
leadInMonths: 12
checks: [lead-in-within]
criteria:
  - { id: quality, title: Quality, weight: 60, rule: rated-share }
  - { id: price, title: Price, weight: 40, rule: lowest-over-price }
tieBreaks: [quality, price, lot]
`;
const offers = `offers:
  - { id: a, bidder: { name: A }, price: 100, quality: { quality: { rating: 50 } } }
  - { id: b, bidder: { name: B }, price: 110, quality: { quality: { rating: 60 } } }
`;

it("a good round has no problems", () => {
  expect(readRound(requirement, offers).problems).toEqual([]);
});

// Each changes one thing of the two texts; what is told is the whole of it.
it.each<[string, [string, string], [string, string], string[]]>([
  [
    "weights that do not come to 100 %",
    ["weight: 40", "weight: 30"],
    ["", ""],
    ["requirement.yaml:10:3 criteria: invalid sum of weights: 90 %; expected 100 % over all criteria"],
  ],
  [
    "a criterion that no rule scores",
    [", rule: rated-share", ""],
    ["", ""],
    [
      "requirement.yaml:10:5 criteria[0] (quality): missing key: rule; expected a ruleset that scores quality, or parts that have one each",
    ],
  ],
  [
    "a rule of another kind for a criterion",
    ["rule: rated-share", "rule: lead-in-within"],
    ["", ""],
    [
      "requirement.yaml:10:54 criteria[0] (quality).rule: unsupported ruleset: lead-in-within, of kind admission; expected one of kind quality, price",
    ],
  ],
  [
    "a term of a contract as a gate",
    ["[lead-in-within]", "[per-start]"],
    ["", ""],
    [
      "requirement.yaml:8:10 checks[0]: unsupported ruleset: per-start, of kind start-fee; expected one of kind admission, standard, price-check",
    ],
  ],
  [
    "two offers with one id",
    ["", ""],
    ["id: b", "id: a"],
    [
      "offers.yaml:3:11 offers[1] (a).id: duplicate offer: a; expected an id of its own; the other is at offers.yaml:2:11 offers[0] (a).id",
    ],
  ],
  [
    "a missing price",
    ["", ""],
    ["price: 110, ", ""],
    ["offers.yaml:3:5 offers[1] (b): missing price; expected price, or prices of a standing offer"],
  ],
  [
    "a negative quality",
    ["", ""],
    ["rating: 60", "rating: -1"],
    ["offers.yaml:3:77 offers[1] (b).quality.quality.rating: invalid value: -1; expected at least 0"],
  ],
  [
    "a rating beyond its scale",
    ["", ""],
    ["rating: 60", "rating: 101"],
    [
      "offers.yaml:3:77 offers[1] (b).quality.quality.rating: invalid value: 101; expected at most 100, the top of the scale",
    ],
  ],
  [
    "a missing rating",
    ["", ""],
    ["quality: { rating: 60 }", ""],
    ["offers.yaml:3:56 offers[1] (b).quality: missing rating: quality; expected a rating from 0 to 100"],
  ],
  [
    "a budget of 0",
    ["budget: 1000", "budget: 0"],
    ["", ""],
    ["requirement.yaml:6:9 budget: invalid value: 0; expected pounds above 0"],
  ],
  [
    "an offer for another district",
    ["", ""],
    ["id: b,", "id: b, districts: [South],"],
    [
      "offers.yaml:3:25 offers[1] (b).districts: invalid district: South; expected an offer that serves North; leave offers for other districts out of the round",
    ],
  ],
  [
    "an offer for another requirement",
    ["", ""],
    ["id: b,", "id: b, requirement: other,"],
    ["offers.yaml:3:27 offers[1] (b).requirement: invalid requirement: other; expected an offer for round"],
  ],
  [
    "a tie-break that names nothing, and one after the lot",
    ["[quality, price, lot]", "[qualty, lot, price]"],
    ["", ""],
    [
      'requirement.yaml:12:13 tieBreaks[0]: unknown tie-break: qualty; expected one of quality, price, lot; did you mean "quality"?',
      "requirement.yaml:12:21 tieBreaks[1]: invalid order of tie-breaks: price after lot; expected lot at the end, as it always decides",
    ],
  ],
])("%s", (_, [from, to], [offersFrom, offersTo], expected) => {
  const { problems } = readRound(requirement.replace(from, to), offers.replace(offersFrom, offersTo));
  expect(problems).toEqual(expected);
});

it("nothing that is wrong hides what else is: shape and meaning, requirement and offers at once", () => {
  const wrong = requirement
    .replace("budget: 1000", "budget: 0")
    .replace("weight: 60", "weight: 50")
    .replace(", rule: lowest-over-price", "");
  const bad = `offers:
  - { id: a, bidder: { name: A }, price: 100, districts: [South], quality: { quality: { rating: -3 } } }
  - { id: a, bidder: { name: "   " }, price: -1, quality: { quality: { rating: 101 }, price: { rating: 1 } } }
  - { id: c, bidder: { name: C }, quality: {} }
`;
  expect(problemsOfBoth(wrong, bad)).toEqual([
    "requirement.yaml:6:9 budget: invalid value: 0; expected pounds above 0",
    "requirement.yaml:10:3 criteria: invalid sum of weights: 90 %; expected 100 % over all criteria",
    "requirement.yaml:11:5 criteria[1] (price): missing key: rule; expected a ruleset that scores price, or parts that have one each",
    "offers.yaml:2:97 offers[0] (a).quality.quality.rating: invalid value: -3; expected at least 0",
    'offers.yaml:3:30 offers[1] (a).bidder.name: invalid value: "   "; expected text that is not blank',
    "offers.yaml:3:46 offers[1] (a).price: invalid value: -1; expected pounds above 0",
    "offers.yaml:3:11 offers[1] (a).id: duplicate offer: a; expected an id of its own; the other is at offers.yaml:2:11 offers[0] (a).id",
    "offers.yaml:2:58 offers[0] (a).districts: invalid district: South; expected an offer that serves North; leave offers for other districts out of the round",
    "offers.yaml:3:80 offers[1] (a).quality.quality.rating: invalid value: 101; expected at most 100, the top of the scale",
    "offers.yaml:4:44 offers[2] (c).quality: missing rating: quality; expected a rating from 0 to 100",
    "offers.yaml:4:5 offers[2] (c): missing price; expected price, or prices of a standing offer",
  ]);
});

it("what a place that cannot be read might have said is held against nothing else", () => {
  // The weights, the district, the criterion's name and the rule are not known; nor is what offers say on them.
  const wrong = requirement
    .replace("district: North", "district: 5")
    .replace("id: quality", "id: Quality of it")
    .replace("weight: 40", "weight: forty")
    .replace("rule: lowest-over-price", "rule: 7");
  const told = problemsOfBoth(wrong, offers.replace("id: b,", "id: b, districts: [South],"));
  expect(told.map((line) => line.split(" ").slice(1, 3).join(" "))).toEqual([
    "district: invalid",
    "criteria[0].id: invalid",
    "criteria[1] (price).weight:",
    "criteria[1] (price).rule:",
  ]);
});

it("a missing key says what it holds, and an unknown one which there are", () => {
  const { problems } = readRound(requirement.replace("budget: 1000", "bugdet: 1000"), offers);
  expect(problems[0]).toBe(
    "requirement.yaml:1:1: missing key: budget; expected what may be spent on all awards together, in pounds",
  );
  expect(problems[1]).toMatch(
    /^requirement.yaml:6:1: unknown key: bugdet; expected one of .*budget.*did you mean "budget"/,
  );
  const twice = readRound(requirement.replace("[quality, price, lot]", "[price, price]"), offers);
  expect(twice.problems).toEqual([
    "requirement.yaml:12:20 tieBreaks[1]: duplicate tie-break: price; expected each tie-break once",
  ]);
});

it.each(["linear-to-ceiling", "price-bands"])("%s needs a ceiling, and so does the gate", (formula) => {
  const without = requirement
    .replace("lowest-over-price", formula)
    .replace("[lead-in-within]", "[price-ceiling]");
  const { problems } = readRound(without, offers);
  expect(problems!.map((line) => line.slice(line.indexOf(": ") + 2))).toEqual([
    "missing key: priceCeiling; expected pounds above 0 under priceCeiling, which price-ceiling reads",
    `missing key: priceCeiling; expected pounds above 0 under priceCeiling, which ${formula} reads`,
  ]);
  expect(readRound(`${without}priceCeiling: 500\n`, offers).problems).toEqual([]);
});

it("a rule that scores more than there is stops the award with the offer's name", () => {
  const generous = `
rulesets:
  - id: generous
    kind: quality
    version: 1.0.0
    title: Too many points
    source: [{ document: A test }]
    validFrom: 2015-01-01
    stages:
      - hitPolicy: unique
        rules:
          - name: twice
            conditions: { all: [] }
            event: { type: score, params: { output: points, amount: { mul: [2, { fact: rating }] } } }
`;
  const { open, problems } = readRound(requirement.replace("rated-share", "generous") + generous, offers);
  expect(problems).toEqual([]);
  expect(() => open!.judge()).toThrow("generous scored 100 of 60");
});

it("every problem says what was expected, and a key that stands twice hides no other", () => {
  const twice = requirement
    .replace("title: A round\n", "title: A round\ntitle: Another\n__proto__: 3\n")
    .replace("published: 2020-01-01", "published: 2025-13-01")
    .replace("[lead-in-within]", "[{ foo: 1 }, lead-in-within]");
  const wrong = offers.replace("id: a,", "id: a, id: c,").replace("price: 110", "price: -1");
  const told = problemsOfBoth(twice, wrong);
  for (const line of told) expect(line).toContain("; expected ");
  expect(told).toEqual([
    "requirement.yaml:3:1: duplicate key: title; expected each key once",
    "requirement.yaml:4:1: invalid name: __proto__; expected a name other than __proto__, constructor, prototype",
    'requirement.yaml:6:12 published: invalid value: "2025-13-01"; expected a day of the calendar as YYYY-MM-DD',
    "requirement.yaml:10:10 checks[0]: missing key: rule; expected a ruleset of the library, or of the requirement's own",
    "requirement.yaml:10:12 checks[0]: unknown key: foo; expected one of rule, parameters",
    "offers.yaml:2:14 offers[0]: duplicate key: id; expected each key once",
    "offers.yaml:3:42 offers[1] (b).price: invalid value: -1; expected pounds above 0",
  ]);
});

it("an explanation that was not accepted needs the gate that leaves the offer out", () => {
  const rejected = offers.replace("id: b,", "id: b, lowPrice: { explanation: Hope, accepted: false },");
  expect(readRound(requirement, rejected).problems).toEqual([
    "offers.yaml:3:55 offers[1] (b).lowPrice.accepted: unsupported value: false; expected a requirement with the check low-price-explained, which leaves such an offer out",
  ]);
  const gated = requirement.replace("[lead-in-within]", "[lead-in-within, low-price-explained]");
  expect(readRound(gated, rejected).problems).toEqual([]);
  expect(totalsOf(readRound(gated, rejected).open!)).toMatchObject({ b: null });
});
